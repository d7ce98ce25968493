package se.ehealthsdk.testkit.discharge;

import java.time.Instant;

/**
 * One sending of a message, in or out.
 *
 * @param at when
 * @param direction to the region's system, or from it
 * @param peer the HSA-id of the system at the other end; empty when it showed none
 * @param messageId the message; empty when it could not be read
 * @param kind what it says, {@code readyNotice} for example; empty when it could not be read
 * @param status the HTTP status; 0 when there was no answer
 * @param answer {@code ok}, {@code transient-error} or {@code fatal-error}, with the code after a blank if there is one;
 *     empty when there was no acknowledgement
 */
public record JournalEntry(
        Instant at,
        Direction direction,
        String peer,
        String messageId,
        String kind,
        int status,
        String answer) {

    /** Which way. */
    public enum Direction {
        /** To the region's system. */
        IN,
        /** From it. */
        OUT
    }
}
