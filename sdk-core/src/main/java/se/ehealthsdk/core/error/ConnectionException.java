package se.ehealthsdk.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The other end could not be reached, or the connection was lost before a whole answer had come.
 *
 * <p>{@link #stage()} says how far the call got, and {@link #outcome()} whether it may have been
 * carried out: before {@link Stage#ANSWER} it was not.
 */
public final class ConnectionException extends EHealthException {

    /** How far a call got before the connection failed. */
    public enum Stage {
        /** No free connection in the pool, or the call's turn under the rate limit, within the time allowed. */
        QUEUE,
        /** The host name could not be resolved. */
        NAME,
        /** No TCP connection: refused, unreachable, or not within the connect timeout. */
        CONNECT,
        /** The proxy refused or failed. */
        PROXY,
        /** The TLS handshake failed: certificate, host name or protocol. */
        TLS,
        /** Lost while the request was being sent. */
        SEND,
        /** Lost, or silent too long, while waiting for the answer or reading it. */
        ANSWER,
        /** The calling thread was interrupted; its interrupt flag is set again. */
        INTERRUPTED
    }

    private final Stage stage;
    private final Outcome outcome;

    /**
     * @param stage how far the call got
     * @param outcome whether the call may have been carried out
     * @param message what happened
     * @param remedy what to do
     * @param details which call
     * @param cause the failure underneath; may be null
     */
    public ConnectionException(
            Stage stage,
            Outcome outcome,
            String message,
            String remedy,
            @Nullable CallDetails details,
            @Nullable Throwable cause) {
        super(message, remedy, details, cause);
        this.stage = stage;
        this.outcome = outcome;
    }

    /** How far the call got. */
    public Stage stage() {
        return stage;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    /** True unless the failure will stay until someone acts: TLS refused, or the thread interrupted. */
    @Override
    public boolean retryable() {
        return stage != Stage.TLS && stage != Stage.INTERRUPTED;
    }
}
