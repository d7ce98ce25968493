package se.ehealthsdk.testkit.producer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import se.ehealthsdk.testkit.report.Report;

/** One thing that is expected of a producer. Calls it when it is run, each time anew. */
public final class ProducerCheck {

    private final String id;
    private final String name;
    private final String source;
    private final Supplier<Seen> steps;

    /**
     * What was seen.
     *
     * @param asExpected whether it was what was expected
     * @param what in a few words; nothing of the messages
     */
    record Seen(boolean asExpected, String what) {

        static Seen of(boolean asExpected, Answer answer) {
            return new Seen(asExpected, answer.told());
        }
    }

    ProducerCheck(String id, String name, String source, Supplier<Seen> steps) {
        this.id = id;
        this.name = name;
        this.source = source;
        this.steps = steps;
    }

    /** Its id, which stays: {@code status.doubled}. */
    public String id() {
        return id;
    }

    /** What is expected, in a sentence. */
    public String name() {
        return name;
    }

    /** Where the expectation comes from: contract and version, or an observed behaviour. */
    public String source() {
        return source;
    }

    /** Looks. That the producer cannot be reached is a failure of the item, not an exception. */
    public Report.Item run() {
        long started = System.nanoTime();
        Seen seen = steps.get();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return new Report.Item(
                id + ": " + name,
                took,
                seen.asExpected() ? Optional.empty() : Optional.of("Seen: " + seen.what()),
                "Expected: %s%nSeen: %s%nSource: %s".formatted(name, seen.what(), source));
    }

    /** Its id. */
    @Override
    public String toString() {
        return "ProducerCheck[" + id + "]";
    }
}
