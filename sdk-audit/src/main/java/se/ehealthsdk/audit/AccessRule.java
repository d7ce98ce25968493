package se.ehealthsdk.audit;

import java.util.List;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.user.ActingUser;

/**
 * What is to be logged of a call through which a user sees or changes data. Must be safe for use by many
 * threads.
 *
 * @param <Q> the request of the contract
 * @param <R> the response of the contract
 */
@FunctionalInterface
public interface AccessRule<Q, R> {

    /**
     * Makes the records of one call.
     *
     * @return none when the answer holds nothing of any patient
     * @throws RuntimeException if they cannot be made; the answer is then withheld
     */
    List<AccessRecord> recordsOf(Access<Q, R> access);

    /**
     * A call that has an answer.
     *
     * @param user for whom it was made
     * @param logicalAddress whom it went to
     * @param request what was asked
     * @param answer what is about to be shown
     */
    record Access<Q, R>(ActingUser user, LogicalAddress logicalAddress, Q request, R answer) {

        /** Who and where, without request and answer. */
        @Override
        public String toString() {
            return "Access[" + user + " of " + logicalAddress + "]";
        }
    }
}
