package se.ehealthsdk.core.rivta;

/**
 * Answers one contract. Must be safe for use by many threads.
 *
 * @param <Q> the request
 * @param <R> the response
 */
@FunctionalInterface
public interface Handler<Q, R> {

    /**
     * @param request what is asked
     * @param caller who asks, and whom
     * @return the answer; a logical error is an answer too, where the contract has a result code
     * @throws RivtaFault to answer with a SOAP fault of one's own
     */
    R handle(Q request, Caller caller);
}
