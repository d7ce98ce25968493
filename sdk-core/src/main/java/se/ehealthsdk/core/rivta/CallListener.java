package se.ehealthsdk.core.rivta;

import java.time.Duration;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.EHealthException;

/**
 * Told what happens in calls: the place for metrics, traces and logs of one's own. Called on the calling
 * thread, in the order of the methods below. What a listener throws is logged and does not touch the
 * call. Implementations must be safe for use by many threads.
 */
public interface CallListener {

    /** A call begins; its request has been written and is within bounds. */
    default void started(CallInfo call) {}

    /**
     * A connection for an attempt is ready.
     *
     * @param waited for a free place in the pool and, when the connection is new, for TCP and TLS
     * @param reused whether the connection had been used before
     */
    default void connected(CallInfo call, int attempt, Duration waited, boolean reused) {}

    /** A new connection made its TLS handshake; comes before {@link #connected}. */
    default void handshake(CallInfo call, int attempt, TlsHandshake tls) {}

    /** An attempt failed and will be repeated after a pause. */
    default void retrying(CallInfo call, int attempt, EHealthException failure, Duration pause) {}

    /** The call has an answer, read to its end. */
    default void succeeded(CallInfo call, CallDetails details) {}

    /** The call failed for good; what is thrown to the caller. */
    default void failed(CallInfo call, EHealthException failure) {}
}
