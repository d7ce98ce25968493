package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.Verdict.Cause;

/**
 * A log service and the platform before it: all or nothing, refuses what it has, refuses what is bad, and
 * what lies between loses answers, repeats calls and delivers them late.
 */
final class ModelReceiver implements Receiver {

    /** What happens to one call on its way. */
    enum Weather {
        CALM,
        ANSWER_LOST,
        LOST_BEFORE,
        NOT_REACHED,
        REPEATED,
        LATE,
        BLOCKED,
        THROWS
    }

    /** How refusals are worded. */
    enum Wording {
        CLEAR,
        UNCLEAR,
        DUPLICATES_ONLY,
        SOMETIMES
    }

    private final Set<String> stored = new HashSet<>();
    private final Set<String> bad;
    private final Wording wording;
    private final boolean badFirst;
    private final Random random;
    private final Deque<Weather> forecast = new ArrayDeque<>();
    private final List<List<Item>> underWay = new ArrayList<>();
    int calls;
    int doubled;
    int maxItems = 500;
    boolean acceptsDuplicates;

    ModelReceiver(Set<String> bad, Wording wording, boolean badFirst, Random random) {
        this.bad = bad;
        this.wording = wording;
        this.badFirst = badFirst;
        this.random = random;
    }

    /** What the next calls meet; it is calm after that. */
    void forecast(List<Weather> weather) {
        forecast.addAll(weather);
    }

    boolean has(String id) {
        return stored.contains(id);
    }

    void storedElsewhere(String id) {
        stored.add(id);
    }

    /** Calls that were thought lost arrive after all. */
    void arriveLate() {
        underWay.forEach(this::attempt);
        underWay.clear();
    }

    @Override
    public Verdict deliver(String destination, List<Item> items) {
        calls++;
        if (items.isEmpty() || items.size() > maxItems) {
            throw new AssertionError(items.size() + " items in a call");
        }
        if (!underWay.isEmpty() && random.nextBoolean()) {
            arriveLate();
        }
        Weather weather = forecast.isEmpty() ? Weather.CALM : forecast.remove();
        return switch (weather) {
            case CALM -> verdict(attempt(items));
            case ANSWER_LOST -> {
                attempt(items);
                yield new Verdict.Failed(true, "no answer");
            }
            case LOST_BEFORE -> new Verdict.Failed(true, "no answer");
            case NOT_REACHED ->
                    new Verdict.Failed(false, "no connection", Optional.of(Duration.ofSeconds(7)));
            case REPEATED -> {
                attempt(items);
                yield verdict(attempt(items));
            }
            case LATE -> {
                underWay.add(items);
                yield new Verdict.Failed(true, "timeout");
            }
            case BLOCKED -> new Verdict.Blocked("not authorised", "order it");
            case THROWS -> throw new IllegalStateException("bug");
        };
    }

    private Optional<Cause> attempt(List<Item> items) {
        boolean duplicate =
                !acceptsDuplicates && items.stream().anyMatch(it -> stored.contains(it.id()));
        boolean poisoned = items.stream().anyMatch(it -> bad.contains(it.id()));
        if (poisoned && (badFirst || !duplicate)) {
            return Optional.of(Cause.OTHER);
        }
        if (duplicate) {
            return Optional.of(Cause.DUPLICATE);
        }
        for (Item item : items) {
            if (!stored.add(item.id()) && !acceptsDuplicates) {
                doubled++;
            }
        }
        return Optional.empty();
    }

    private Verdict verdict(Optional<Cause> refusal) {
        return refusal.isEmpty()
                ? new Verdict.Accepted()
                : new Verdict.Refused(worded(refusal.get()), "said " + refusal.get());
    }

    private Cause worded(Cause cause) {
        return switch (wording) {
            case CLEAR -> cause;
            case UNCLEAR -> Cause.UNCLEAR;
            case DUPLICATES_ONLY -> cause == Cause.DUPLICATE ? cause : Cause.UNCLEAR;
            case SOMETIMES -> random.nextBoolean() ? cause : Cause.UNCLEAR;
        };
    }

    @Override
    public int maxItems() {
        return maxItems;
    }

    @Override
    public boolean acceptsDuplicates() {
        return acceptsDuplicates;
    }
}
