package se.ehealthsdk.core.rivta;

/**
 * Called before each attempt of a call, on the calling thread: the place to add a header, such as a trace
 * context, or to stop a call by throwing. Must be safe for use by many threads.
 */
@FunctionalInterface
public interface CallInterceptor {

    /**
     * @param call about to be sent
     * @throws RuntimeException to stop the call; it reaches the caller as it is, and nothing is sent
     */
    void beforeSend(OutgoingCall call);
}
