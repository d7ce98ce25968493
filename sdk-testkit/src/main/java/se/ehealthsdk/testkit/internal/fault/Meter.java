package se.ehealthsdk.testkit.internal.fault;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import se.ehealthsdk.testkit.FaultCondition;

/** Decides call by call whether a condition holds, and remembers how often it did. Not for use by more than one thread at a time. */
public final class Meter {

    private final FaultCondition condition;
    private final Map<String, Long> callers = new HashMap<>();
    private long seen;
    private long met;

    public Meter(FaultCondition condition) {
        this.condition = condition;
    }

    /**
     * A call that the fault is meant for goes by.
     *
     * @param caller whose calls are counted apart, for draws that do not hang on what others do
     * @return what it draws, 0 up to 1, if it would meet the fault
     */
    public Optional<Double> offer(Instant now, String caller) {
        seen++;
        SplittableRandom draws = draws(caller);
        boolean chosen = draws.nextDouble() < condition.probability();
        boolean holds =
                seen > condition.after()
                        && !isSpent()
                        && condition.from().filter(now::isBefore).isEmpty()
                        && condition.until().filter(end -> !now.isBefore(end)).isEmpty();
        return chosen && holds ? Optional.of(draws.nextDouble()) : Optional.empty();
    }

    /** The call that was offered last meets it indeed. */
    public void meet() {
        met++;
    }

    private SplittableRandom draws(String caller) {
        long place = callers.merge(caller, 1L, Long::sum);
        long mixed = new SplittableRandom(condition.seed() * 31 + caller.hashCode()).nextLong();
        return new SplittableRandom(mixed + place * 0x9E3779B97F4A7C15L);
    }

    public boolean isSpent() {
        return condition.times().isPresent() && met >= condition.times().getAsInt();
    }

    /** How many calls will still meet it; 0 for one without an end. */
    public int left() {
        return condition.times().isPresent() ? condition.times().getAsInt() - (int) met : 0;
    }

    public long seen() {
        return seen;
    }

    public long met() {
        return met;
    }
}
