package se.ehealthsdk.core.internal.http;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one attempt through the HTTP client: how far it came, and how long each part took. Used by one
 * thread, except {@link #expire()}.
 */
public final class CallProbe {

    /** A TLS handshake of this attempt. */
    public record Tls(String protocol, String cipherSuite, Duration duration) {}

    /** A connection of this attempt. */
    public record Connected(Duration waited, boolean reused) {}

    private final Consumer<Tls> onTls;
    private final Consumer<Connected> onConnected;
    private long waitingSince;
    private boolean tlsStarted;
    private boolean newConnection;
    private boolean connected;
    private boolean begun;
    private boolean sent;
    private volatile boolean expired;

    public CallProbe(Consumer<Tls> onTls, Consumer<Connected> onConnected) {
        this.onTls = onTls;
        this.onConnected = onConnected;
    }

    void waiting() {
        waitingSince = System.nanoTime();
    }

    void tlsStarted() {
        newConnection = true;
        tlsStarted = true;
    }

    void tlsDone(Tls tls) {
        tlsStarted = false;
        onTls.accept(tls);
    }

    void connected() {
        connected = true;
        onConnected.accept(
                new Connected(Duration.ofNanos(System.nanoTime() - waitingSince), !newConnection));
    }

    void begun() {
        begun = true;
    }

    void sent() {
        sent = true;
    }

    /** The deadline passed, and the attempt is being cut off. */
    public void expire() {
        expired = true;
    }

    /** Whether the deadline passed. */
    public boolean expired() {
        return expired;
    }

    /** Whether the failure came in a TLS handshake. */
    public boolean inTls() {
        return tlsStarted;
    }

    /** Whether a connection was there to send on. */
    public boolean hasConnected() {
        return connected;
    }

    /** Whether the connection was made for this attempt. */
    public boolean onNewConnection() {
        return newConnection;
    }

    /** Whether anything of the request's body may have left this system; never when it has none. */
    public boolean hasBegun() {
        return begun;
    }

    /** Whether the whole request has left this system. */
    public boolean hasSent() {
        return sent;
    }

    /** Null-safe reading of the probe that an attempt carries. */
    static @Nullable CallProbe of(@Nullable Object attribute) {
        return attribute instanceof CallProbe probe ? probe : null;
    }
}
