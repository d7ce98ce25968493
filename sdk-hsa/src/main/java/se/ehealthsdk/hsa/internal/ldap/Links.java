package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;

/**
 * The connections to the servers of one directory. Each is taken, used, and given back or thrown away, once. Safe for
 * use by many threads.
 *
 * <p>Not the library's own pool: that one goes beyond its maximum or never grows to it, opens a connection for every
 * dead one while a caller waits, and cannot end a search from outside.
 */
public final class Links implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration THREAD_REST = Duration.ofSeconds(5);

    /** How servers and connections fare. */
    public record Health(List<OfServer> servers, int free, int used, int maximum) {}

    /** How one server fares. */
    public record OfServer(
            Endpoint endpoint,
            boolean up,
            int connections,
            Optional<Instant> failedAt,
            Optional<String> failure) {}

    private final Settings settings;
    private final List<Server> servers;
    private final Connector connector;
    private final Semaphore permits;
    private final Deque<Link> idle = new ConcurrentLinkedDeque<>();
    private final Set<Link> all = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledThreadPoolExecutor scheduler;
    private final ThreadPoolExecutor workers;
    private final AtomicBoolean checking = new AtomicBoolean();
    private volatile boolean closed;
    private volatile boolean refused;

    /** Nothing is opened yet. */
    public Links(Settings settings) {
        this.settings = settings;
        List<Server> ranked = new ArrayList<>();
        for (Endpoint each : settings.endpoints()) {
            ranked.add(new Server(each, ranked.size()));
        }
        this.servers = List.copyOf(ranked);
        this.permits = new Semaphore(settings.maximum(), true);
        this.scheduler = new ScheduledThreadPoolExecutor(1, threads("ehealth-ldap-timer"));
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.workers =
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        THREAD_REST.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new SynchronousQueue<>(),
                        threads("ehealth-ldap-search"));
        this.connector = new Connector(settings, scheduler);
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Opens the first connections; failing tells why none can be had. */
    public void start() {
        List<Lease> first = new ArrayList<>();
        boolean started = false;
        try {
            for (int i = 0; i < Math.max(1, settings.minimum()); i++) {
                first.add(take());
            }
            started = true;
        } finally {
            first.forEach(Lease::giveBack);
            if (!started) {
                close();
            }
        }
        checkEvery(settings.checkInterval().toNanos());
    }

    /** Opens the first connections when it can. */
    public void startInBackground() {
        checkEvery(0);
    }

    private void checkEvery(long firstAfterNanos) {
        scheduler.scheduleWithFixedDelay(
                () -> inBackground(this::check),
                firstAfterNanos,
                settings.checkInterval().toNanos(),
                TimeUnit.NANOSECONDS);
    }

    Settings settings() {
        return settings;
    }

    ScheduledThreadPoolExecutor scheduler() {
        return scheduler;
    }

    ExecutorService workers() {
        return workers;
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * A connection, for use by this thread until it is given back.
     *
     * @throws ConnectionException if none can be had
     * @throws ConfigurationException if the server refuses this system
     * @throws IllegalStateException if all is closed
     */
    Lease take() {
        requireOpen();
        try {
            if (!permits.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ConnectionException(
                        Stage.QUEUE,
                        Outcome.NOT_PERFORMED,
                        "No connection to the directory became free in time",
                        "Close every Entries that is not read to its end, raise the maximum of"
                                + " connections, or ask less at the same time.",
                        null,
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectFailures.interrupted(e);
        }
        boolean taken = false;
        try {
            Link link = firstIdle();
            if (link == null) {
                link = open();
            }
            taken = true;
            return new Lease(this, link);
        } finally {
            if (!taken) {
                permits.release();
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The LdapConnection is closed");
        }
    }

    private @Nullable Link firstIdle() {
        for (Link link = idle.pollFirst(); link != null; link = idle.pollFirst()) {
            if (isGood(link)) {
                return link;
            }
            forget(link);
            link.close();
        }
        return null;
    }

    private boolean isGood(Link link) {
        return !closed
                && link.ageNanos() < settings.maximumAge().toNanos()
                && (settings.roundRobin() || link.server().rank() <= firstUp());
    }

    /** The first server that is not known to be down. */
    private int firstUp() {
        return servers.stream()
                .filter(each -> !each.isDown())
                .mapToInt(Server::rank)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private Link open() {
        List<EHealthException> failures = new ArrayList<>();
        for (Server server : inTurn()) {
            try {
                return open(server);
            } catch (ConnectionException e) {
                if (e.stage() == Stage.INTERRUPTED) {
                    throw e;
                }
                failures.add(e);
            } catch (EHealthException e) {
                if (e instanceof ConfigurationException) {
                    // tried at the next server too, a wrong password locks the account
                    throw e;
                }
                failures.add(e);
            }
        }
        throw Failover.none(failures);
    }

    private List<Server> inTurn() {
        List<Server> order = new ArrayList<>(servers);
        if (settings.roundRobin()) {
            Collections.rotate(order, -Math.floorMod(turn.getAndIncrement(), order.size()));
        }
        List<Server> upFirst = new ArrayList<>();
        order.stream().filter(each -> !each.isDown()).forEach(upFirst::add);
        order.stream().filter(each -> !upFirst.contains(each)).forEach(upFirst::add);
        return upFirst;
    }

    private Link open(Server server) {
        Link link;
        try {
            link = connector.open(server);
            refused = false;
        } catch (EHealthException e) {
            if (closed) {
                throw SearchFailures.closed(e);
            }
            boolean interrupted =
                    e instanceof ConnectionException c && c.stage() == Stage.INTERRUPTED;
            if (!interrupted) {
                server.failed(e, settings.clock());
                refused = e instanceof ConfigurationException;
            }
            throw e;
        }
        server.isUp();
        server.connections().incrementAndGet();
        all.add(link);
        if (closed) {
            link.cut();
        }
        return link;
    }

    private void forget(Link link) {
        if (all.remove(link)) {
            link.server().connections().decrementAndGet();
        }
    }

    /** For a connection that is in order. */
    void giveBack(Link link) {
        link.used();
        if (isGood(link)) {
            idle.addFirst(link);
            permits.release();
            if (closed) {
                closeIdle();
            }
        } else {
            forget(link);
            link.close();
            permits.release();
        }
    }

    /** For a connection whose state is not known. */
    void discard(@Nullable Link link) {
        if (link != null) {
            end(link);
        }
        permits.release();
    }

    /** A connection turned out dead. Others to the same server that lie idle are as dead. */
    void drop(Link dead) {
        end(dead);
        idle.stream().filter(each -> each.server() == dead.server()).forEach(this::throwAway);
    }

    /** A new connection for whoever holds the right to one. */
    Link openAnother() {
        if (closed) {
            throw SearchFailures.closed(null);
        }
        return open();
    }

    private void end(Link link) {
        forget(link);
        link.cut();
        link.close();
    }

    private void throwAway(Link link) {
        if (idle.remove(link)) {
            end(link);
        }
    }

    private void inBackground(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException closedMeanwhile) {
            // nothing is left to look after
        }
    }

    /** Looks after connections that lie idle, servers that are down, and the number that is kept open. */
    private void check() {
        if (!checking.compareAndSet(false, true)) {
            return;
        }
        try {
            probeServers();
            probeIdle();
            fill();
        } catch (EHealthException | IllegalStateException e) {
            // is told by the server's last failure
        } finally {
            checking.set(false);
        }
    }

    private void probeServers() {
        for (Server server : servers) {
            if (server.isDown() && !refused && !closed && permits.tryAcquire()) {
                try {
                    idle.addFirst(open(server));
                } catch (EHealthException stillDown) {
                    // is told by the server's last failure
                } finally {
                    permits.release();
                }
            }
        }
    }

    private void probeIdle() {
        for (Link link : List.copyOf(idle)) {
            if (closed || !permits.tryAcquire()) {
                return;
            }
            if (!idle.remove(link)) {
                permits.release();
            } else if (isSurplus(link) || !isGood(link)) {
                forget(link);
                link.close();
                permits.release();
            } else if (answers(link)) {
                idle.addLast(link);
                permits.release();
                if (closed) {
                    closeIdle();
                }
            } else {
                discard(link);
            }
        }
    }

    private boolean isSurplus(Link link) {
        return link.idleNanos() > IDLE.toNanos() && all.size() > settings.minimum();
    }

    /** Whether the server answers the smallest of questions; what it answers does not matter. */
    private boolean answers(Link link) {
        SearchRequest request =
                new SearchRequest(
                        "",
                        SearchScope.BASE,
                        Filter.createPresenceFilter("objectClass"),
                        SearchRequest.NO_ATTRIBUTES);
        request.setResponseTimeoutMillis(Connector.millis(settings.connectTimeout()));
        try (Watch watch = Watch.over(link.socket(), settings.connectTimeout(), scheduler)) {
            link.ldap().search(request);
            return true;
        } catch (LDAPSearchException e) {
            boolean answered =
                    !e.getResultCode().isClientSideResultCode()
                            && !e.getResultCode().equals(ResultCode.UNAVAILABLE)
                            && !e.getResultCode().equals(ResultCode.BUSY);
            if (!answered && !closed) {
                link.server()
                        .failed(
                                SearchFailures.of(link.endpoint(), "health check", e, false),
                                settings.clock());
            }
            return answered;
        } catch (RuntimeException notAnAnswer) {
            return false;
        }
    }

    private void fill() {
        while (!closed && !refused && all.size() < settings.minimum() && permits.tryAcquire()) {
            try {
                idle.addLast(open());
            } finally {
                permits.release();
            }
        }
        if (closed) {
            closeIdle();
        }
    }

    /** How it fares now. */
    public Health health() {
        int used = settings.maximum() - permits.availablePermits();
        return new Health(
                servers.stream()
                        .map(
                                each ->
                                        new OfServer(
                                                each.endpoint(),
                                                !each.isDown(),
                                                each.connections().get(),
                                                each.lastFailure().map(Server.Failure::at),
                                                each.lastFailure().map(Server.Failure::what)))
                        .toList(),
                idle.size(),
                used,
                settings.maximum());
    }

    private void closeIdle() {
        for (Link link = idle.pollFirst(); link != null; link = idle.pollFirst()) {
            forget(link);
            link.close();
        }
    }

    /** Ends searches under way, and closes all. May be called more than once. */
    @Override
    public void close() {
        closed = true;
        closeIdle();
        all.forEach(Link::cut);
        workers.shutdownNow();
        scheduler.shutdownNow();
        try {
            workers.awaitTermination(CLOSING.toNanos(), TimeUnit.NANOSECONDS);
            scheduler.awaitTermination(CLOSING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
