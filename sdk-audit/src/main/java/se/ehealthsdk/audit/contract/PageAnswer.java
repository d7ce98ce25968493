package se.ehealthsdk.audit.contract;

import java.time.Instant;
import java.util.List;
import se.ehealthsdk.audit.access.Cancelled;

/**
 * The response of the queries about a care provider: one part of everything, and where the next begins.
 *
 * @param result whether the query was carried out
 * @param moreOnOrAfter what to ask for next
 * @param hasMore whether there is more now
 * @param valid what holds
 * @param cancelled what was cancelled or deleted before its end
 * @param <T> consents or patient relations
 */
public record PageAnswer<T>(
        AccessControlResult result,
        Instant moreOnOrAfter,
        boolean hasMore,
        List<T> valid,
        List<Cancelled> cancelled) {

    public PageAnswer {
        valid = List.copyOf(valid);
        cancelled = List.copyOf(cancelled);
    }
}
