package se.ehealthsdk.core.rivta;

/**
 * Given each answer before the caller has it, on the calling thread: the place to record that data are about
 * to be shown, and to withhold them when that fails. Must be safe for use by many threads.
 *
 * <p>Called once for a call that has succeeded, after {@link CallListener#succeeded}; not for one that
 * failed. Listeners therefore hear of a success also when the answer is withheld: the other end has carried
 * out the call, and has answered.
 */
@FunctionalInterface
public interface AnswerInterceptor {

    /**
     * @param call which call
     * @param request what was asked, a value of the contract's request type
     * @param answer the whole answer, a value of the contract's response type
     * @throws RuntimeException to withhold the answer; it reaches the caller as it is
     */
    void beforeReturn(CallInfo call, Object request, Object answer);
}
