package se.ehealthsdk.hsa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From when and until when a post in the directory holds; open where there is no date.
 *
 * <p>A date that the directory gave in a form that is no date is kept as text in {@code unreadable}. What
 * has one is never valid, since whether it has ended cannot be told.
 *
 * @param start the first moment it holds; empty if it has always held
 * @param end the moment it ceases to hold; empty if no end is set
 * @param unreadable start or end as the directory gave them, when they are no dates
 */
public record Validity(Optional<Instant> start, Optional<Instant> end, List<String> unreadable) {

    /** Without start and without end. */
    public static final Validity ALWAYS =
            new Validity(Optional.empty(), Optional.empty(), List.of());

    /** Copies the list. */
    public Validity {
        unreadable = List.copyOf(unreadable);
    }

    /** From a moment, without end. */
    public static Validity from(Instant start) {
        return new Validity(Optional.of(start), Optional.empty(), List.of());
    }

    /** From a moment up to another. */
    public static Validity between(Instant start, Instant end) {
        return new Validity(Optional.of(start), Optional.of(end), List.of());
    }

    /** Up to a moment. */
    public static Validity until(Instant end) {
        return new Validity(Optional.empty(), Optional.of(end), List.of());
    }

    /** Whether it holds at that moment: at the start it does, at the end no longer. */
    public boolean at(Instant when) {
        return unreadable.isEmpty()
                && start.map(from -> !when.isBefore(from)).orElse(true)
                && end.map(when::isBefore).orElse(true);
    }
}
