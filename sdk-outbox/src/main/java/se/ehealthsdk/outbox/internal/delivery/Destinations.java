package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Verdict;

/** Which destinations this node leaves alone for now, and which have accepted something lately. */
final class Destinations {

    /** However long a receiver asks to be left alone, it is asked again the next day. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 30;

    private final DeliveryOptions options;
    private final RandomGenerator random;
    private final Map<String, Pause> pauses = new HashMap<>();
    private final Map<String, Instant> accepted = new HashMap<>();

    Destinations(DeliveryOptions options, RandomGenerator random) {
        this.options = options;
        this.random = random;
    }

    private record Pause(Instant since, Instant until, int failures, boolean blocked) {

        /** Not when the clock has been set back to before it began, or it could last for long. */
        boolean lasts(Instant now) {
            return now.isBefore(until) && !now.isBefore(since);
        }
    }

    /**
     * What a call led to.
     *
     * @param until when the destination may be called again
     * @param newlyBlocked whether a pause because it is blocked began
     */
    record Standing(Instant until, boolean newlyBlocked) {}

    synchronized Set<String> paused(Instant now) {
        Set<String> paused = new HashSet<>();
        pauses.forEach(
                (destination, pause) -> {
                    if (pause.lasts(now)) {
                        paused.add(destination);
                    }
                });
        return paused;
    }

    synchronized Optional<Instant> firstPauseToEnd(Instant now) {
        return pauses.values().stream()
                .filter(pause -> pause.lasts(now))
                .map(Pause::until)
                .min(Comparator.naturalOrder());
    }

    /** @param begun when the call was begun: calls that fail together count as one failure */
    synchronized Standing after(String destination, Verdict verdict, Instant begun, Instant now) {
        if (verdict instanceof Verdict.Accepted || verdict instanceof Verdict.Refused) {
            pauses.remove(destination);
            if (verdict instanceof Verdict.Accepted) {
                accepted.put(destination, now);
            }
            return new Standing(now, false);
        }
        Pause before = pauses.get(destination);
        boolean blocked = verdict instanceof Verdict.Blocked;
        if (before != null && before.since().isAfter(begun) && before.blocked() == blocked) {
            return new Standing(before.until(), false);
        }
        Pause pause = pause(before, verdict, now);
        pauses.put(destination, pause);
        return new Standing(pause.until(), blocked);
    }

    private Pause pause(@Nullable Pause before, Verdict verdict, Instant now) {
        if (verdict instanceof Verdict.Failed failed) {
            int failures = before == null ? 1 : before.failures() + 1;
            Duration asked = failed.retryAfter().orElse(Duration.ZERO);
            Duration least = asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
            Duration backoff = backoff(failures);
            return new Pause(
                    now, now.plus(backoff.compareTo(least) > 0 ? backoff : least), failures, false);
        }
        return new Pause(now, now.plus(options.blockedPause()), 0, true);
    }

    /** The first pause doubled for each failure after the first, shortened by chance, by half at most. */
    Duration backoff(int failures) {
        double factor = Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
        double millis =
                Math.min(
                        options.firstBackoff().toMillis() * factor,
                        options.maxBackoff().toMillis());
        return Duration.ofMillis((long) Math.ceil(millis * (0.5 + random.nextDouble() / 2)));
    }

    synchronized boolean acceptedSince(String destination, Instant since) {
        Instant last = accepted.get(destination);
        return last != null && !last.isBefore(since);
    }
}
