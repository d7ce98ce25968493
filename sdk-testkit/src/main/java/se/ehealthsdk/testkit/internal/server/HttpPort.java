package se.ehealthsdk.testkit.internal.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * A port where HTTP/1.1 is spoken, with TLS or without. Each connection has a thread while it is open, and there are only so
 * many: a server for tests, which has to be quick with some hundreds of clients, to break connections in every way, and to stay up
 * whatever they send.
 */
final class HttpPort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);
    private static final int BACKLOG = 200;
    private static final long WATCH_MILLIS = 250;

    /** How long {@link #close} waits for answers that are under way. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** Whether a client has to show a certificate. */
    enum ClientCertificate {
        REQUIRED,
        ASKED_FOR
    }

    /**
     * @param context the server's certificate, and whom it trusts
     */
    record Tls(SSLContext context, ClientCertificate client) {}

    private final ServerSocket listening;
    private final @Nullable Tls tls;
    private final Limits limits;
    private final Room room;
    private final Semaphore streams;
    private final ExecutorService threads;
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final String name;
    private volatile boolean closed;

    /** Takes a port; calls wait until {@link #serve}. */
    HttpPort(Listening place, @Nullable Tls tls, Limits limits) {
        this.tls = tls;
        this.limits = limits;
        this.room = new Room(limits.bodiesBytes());
        this.streams = new Semaphore(limits.streams());
        try {
            listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(place.socketAddress(), BACKLOG);
        } catch (IOException taken) {
            throw place.cannotListen(taken);
        }
        name = "testkit-" + port();
        threads = Executors.newCachedThreadPool(this::daemon);
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to answer. */
    void serve(Function<HttpRequest, HttpReply> service) {
        threads.execute(() -> accept(service));
        threads.execute(this::watch);
    }

    int port() {
        return ((InetSocketAddress) listening.getLocalSocketAddress()).getPort();
    }

    int connections() {
        return connections.get();
    }

    /** How many connections there are now. */
    int open() {
        return open.size();
    }

    int refused() {
        return refused.get();
    }

    private void accept(Function<HttpRequest, HttpReply> service) {
        while (!closed) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                makeRoom();
                HttpConnection connection = new HttpConnection(socket, this, service);
                open.add(connection);
                threads.execute(connection);
                if (closed) {
                    connection.cut();
                }
            } catch (IOException | RejectedExecutionException failed) {
                if (!closed) {
                    LOG.warn("a connection could not be taken: {}", failed.getMessage());
                    pause();
                }
            } catch (OutOfMemoryError full) { // no more threads, most likely
                LOG.warn("a connection could not be taken: {}", full.getMessage());
                pause();
            }
        }
    }

    /** The one that has waited longest without being answered gives way. */
    private void makeRoom() {
        while (open.size() >= limits.connections()) {
            HttpConnection longest =
                    open.stream()
                            .filter(HttpConnection::isWaiting)
                            .min(Comparator.comparingLong(HttpConnection::since))
                            .orElse(null);
            if (longest == null) {
                pause();
                if (closed) {
                    return;
                }
            } else {
                longest.cut();
                open.remove(longest);
            }
        }
    }

    private void watch() {
        while (!closed) {
            pause();
            long now = System.nanoTime();
            for (HttpConnection each : open) {
                if (each.isOverdue(now)) {
                    each.cut();
                }
            }
        }
    }

    /** How many are left. */
    private long cutAllBut(Predicate<HttpConnection> spared) {
        long left = 0;
        for (HttpConnection each : open) {
            if (spared.test(each)) {
                left++;
            } else {
                each.cut();
            }
        }
        return left;
    }

    private void pause() {
        if (!sleeps(WATCH_MILLIS)) {
            closed = true;
        }
    }

    private static boolean sleeps(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Nullable Tls tls() {
        return tls;
    }

    Limits limits() {
        return limits;
    }

    Room room() {
        return room;
    }

    Semaphore streams() {
        return streams;
    }

    void succeeded() {
        connections.incrementAndGet();
    }

    void failed() {
        refused.incrementAndGet();
    }

    void ended(HttpConnection connection) {
        open.remove(connection);
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * Stops listening, lets the answers that are under way come to their end, if it is near, and breaks what is left. Streams have no
     * end to wait for.
     */
    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
        } catch (IOException late) {
            LOG.debug("closing", late);
        }
        long end = System.nanoTime() + GRACE.toNanos();
        while (cutAllBut(HttpConnection::isAnswering) > 0 && System.nanoTime() < end) {
            if (!sleeps(GRACE.toMillis() / 100)) {
                break;
            }
        }
        open.forEach(HttpConnection::cut);
        threads.shutdownNow();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
