package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.AbstractConnectionPool;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PruneUnneededConnectionsLDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;

/**
 * The connections to the servers of one directory, in the library's pool. Each is taken, used, and given back or
 * discarded, once. Safe for use by many threads.
 *
 * <p>In front of the pool stands a bound: the library's own either keeps the pool from growing, or does not bind.
 */
public final class Links implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(5);

    /** Long enough for a connection that is given back at this moment. */
    private static final long MOMENT_MILLIS = 20;

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
    private final Connector connector;
    private final Servers servers;
    private final Semaphore permits;
    private final LDAPConnectionPool pool;

    /** Nothing is opened yet. */
    public Links(Settings settings) {
        this.settings = settings;
        this.connector = new Connector(settings);
        this.servers = new Servers(settings, connector);
        this.permits = new Semaphore(settings.maximum(), true);
        try {
            this.pool =
                    new LDAPConnectionPool(
                            servers, null, 0, settings.maximum(), 1, null, true, new Check());
        } catch (LDAPException e) {
            throw new IllegalStateException("nothing was to be opened", e);
        }
        pool.setConnectionPoolName("ehealth-ldap");
        pool.setMaxWaitTimeMillis(MOMENT_MILLIS);
        pool.setHealthCheckIntervalMillis(Connector.millis(settings.checkInterval()));
    }

    /** Opens the first connections; failing tells why none can be had. */
    public void start() {
        List<Link> first = new ArrayList<>();
        boolean started = false;
        try {
            for (int i = 0; i < Math.max(1, settings.minimum()); i++) {
                first.add(take());
            }
            started = true;
        } finally {
            first.forEach(this::giveBack);
            if (!started) {
                close();
            }
        }
    }

    /** Opens the first connections when it can. */
    public void startInBackground() {
        Thread thread = new Thread(this::maintain, "ehealth-ldap-start");
        thread.setDaemon(true);
        thread.start();
    }

    Settings settings() {
        return settings;
    }

    boolean isClosed() {
        return connector.isClosed();
    }

    /**
     * A connection, for use by this thread until it is given back.
     *
     * @throws ConnectionException if none can be had
     * @throws ConfigurationException if the server refuses this system
     * @throws IllegalStateException if all is closed
     */
    Link take() {
        if (isClosed()) {
            throw new IllegalStateException("The LdapConnection is closed");
        }
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
        return permitted(pool::getConnection);
    }

    /**
     * A new connection in place of one that turned out dead, which is then done with.
     *
     * @throws EHealthException if none can be had
     */
    Link replace(Link dead) {
        dead.cut();
        return permitted(() -> pool.replaceDefunctConnection(dead.ldap()));
    }

    private Link permitted(Servers.Opening opening) {
        boolean opened = false;
        try {
            Link link = Link.of(servers.onRequest(opening));
            opened = true;
            return link;
        } catch (LDAPException e) {
            if (isClosed()) {
                throw SearchFailures.closed(e);
            }
            throw Causes.first(e, EHealthException.class)
                    .orElseGet(() -> ConnectFailures.connect(settings.endpoints().get(0), e));
        } catch (EHealthException e) {
            throw isClosed() ? SearchFailures.closed(e) : e;
        } finally {
            if (!opened) {
                permits.release();
            }
        }
    }

    /** For a connection that is in order. */
    void giveBack(Link link) {
        link.used();
        if (isGood(link)) {
            pool.releaseConnection(link.ldap());
        } else {
            pool.discardConnection(link.ldap());
        }
        permits.release();
    }

    /** For a connection whose state is not known. */
    void discard(Link link) {
        link.cut();
        pool.discardConnection(link.ldap());
        permits.release();
    }

    private boolean isGood(Link link) {
        return !isClosed()
                && link.ageNanos() < settings.maximumAge().toNanos()
                && servers.isFirstChoice(link.server());
    }

    /** What the pool asks before it hands out a connection, and now and then in the background. */
    private final class Check extends LDAPConnectionPoolHealthCheck {

        private final LDAPConnectionPoolHealthCheck surplus =
                new PruneUnneededConnectionsLDAPConnectionPoolHealthCheck(
                        settings.minimum(), IDLE.toMillis());

        @Override
        public void ensureConnectionValidForCheckout(LDAPConnection ldap) throws LDAPException {
            if (!isGood(Link.of(ldap))) {
                // takes leave of the server, which the pool does not of one that is defunct
                pool.discardConnection(ldap);
                throw new LDAPException(ResultCode.CONNECT_ERROR, "too old, or second choice");
            }
        }

        @Override
        public void ensureConnectionValidForContinuedUse(LDAPConnection ldap) throws LDAPException {
            // one that is looked at counts as used, so that no more than the maximum are open
            if (permits.tryAcquire()) {
                try {
                    ensureConnectionValidForCheckout(ldap);
                    probe(Link.of(ldap));
                } finally {
                    permits.release();
                }
            }
        }

        @Override
        public void performPoolMaintenance(AbstractConnectionPool unused) {
            surplus.performPoolMaintenance(pool);
            maintain();
        }
    }

    /** Whether the server answers the smallest of questions; what it answers does not matter. */
    private void probe(Link link) throws LDAPException {
        SearchRequest request =
                new SearchRequest(
                        "",
                        SearchScope.BASE,
                        Filter.createPresenceFilter("objectClass"),
                        SearchRequest.NO_ATTRIBUTES);
        request.setResponseTimeoutMillis(Connector.millis(settings.connectTimeout()));
        try {
            link.ldap().search(request);
        } catch (LDAPException e) {
            boolean answered =
                    !e.getResultCode().isClientSideResultCode()
                            && !e.getResultCode().equals(ResultCode.UNAVAILABLE)
                            && !e.getResultCode().equals(ResultCode.BUSY);
            if (!answered) {
                if (!isClosed()) {
                    link.server()
                            .failed(
                                    SearchFailures.of(link.endpoint(), "health check", e),
                                    settings.clock());
                }
                throw e;
            }
        }
    }

    /** Tries servers that are down, and keeps the least number of connections open. */
    private synchronized void maintain() {
        try {
            for (Server server : servers.all()) {
                if (server.isDown()) {
                    add(() -> servers.open(server).ldap());
                }
            }
            while (pool.getCurrentAvailableConnections() + used() < settings.minimum()
                    && add(servers::getConnection)) {
                // until there are enough
            }
        } catch (EHealthException stillDown) {
            // is told by the server's last failure
        }
    }

    private boolean add(Servers.Opening opening) {
        if (servers.isRefused() || isClosed() || !permits.tryAcquire()) {
            return false;
        }
        try {
            pool.releaseConnection(opening.open());
            return true;
        } catch (LDAPException | ConnectionException stillDown) {
            return false;
        } finally {
            permits.release();
        }
    }

    private int used() {
        return settings.maximum() - permits.availablePermits();
    }

    /** How it fares now. */
    public Health health() {
        return new Health(
                servers.all().stream()
                        .map(
                                each ->
                                        new OfServer(
                                                each.endpoint(),
                                                !each.isDown(),
                                                connector.connections(each),
                                                each.lastFailure().map(Server.Failure::at),
                                                each.lastFailure().map(Server.Failure::what)))
                        .toList(),
                pool.getCurrentAvailableConnections(),
                used(),
                settings.maximum());
    }

    /** Ends searches under way, and closes all. May be called more than once. */
    @Override
    public void close() {
        connector.refuse();
        pool.shrinkPool(0);
        connector.close();
        pool.close();
    }
}
