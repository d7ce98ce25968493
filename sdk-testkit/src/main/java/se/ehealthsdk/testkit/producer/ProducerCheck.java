package se.ehealthsdk.testkit.producer;

import se.ehealthsdk.testkit.report.Report;

/**
 * One thing that is expected of a producer.
 */
public final class ProducerCheck {

    private final String id;
    private final String name;
    private final String source;
    private final Steps steps;

    /** What is done, and seen. */
    @FunctionalInterface
    interface Steps {
        Seen look();
    }

    /**
     * What was seen.
     *
     * @param asExpected whether it was what was expected
     * @param what in a sentence; nothing of the messages
     */
    record Seen(boolean asExpected, String what) {}

    ProducerCheck(String id, String name, String source, Steps steps) {
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

    /** Looks. A producer that cannot be reached is a failure of the item, not an exception. */
    public Report.Item run() {
        long started = System.nanoTime();
        Seen seen = steps.look();
        java.time.Duration took = java.time.Duration.ofNanos(System.nanoTime() - started);
        return new Report.Item(
                id + ": " + name,
                took,
                seen.asExpected() ? java.util.Optional.empty() : java.util.Optional.of(seen.what()),
                "Seen: " + seen.what() + "\nSource: " + source);
    }

    /** Its id. */
    @Override
    public String toString() {
        return "ProducerCheck[" + id + "]";
    }
}
