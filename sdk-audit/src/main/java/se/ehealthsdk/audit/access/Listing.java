package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.List;

/**
 * Everything of one kind that is registered at a care provider, all parts of the answer together.
 *
 * @param valid what holds
 * @param cancelled what was cancelled or deleted before its time; empty unless asked for
 * @param next where the next question can begin, to be told only of what has come since
 * @param <T> consents or patient relations
 */
public record Listing<T>(List<T> valid, List<Cancelled> cancelled, Instant next) {

    public Listing {
        valid = List.copyOf(valid);
        cancelled = List.copyOf(cancelled);
    }
}
