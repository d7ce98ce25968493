package se.ehealthsdk.chaos;

import java.time.Duration;

/** Time in a run, some thirty times as quick as in operation. */
public final class Times {

    /** How long a caller waits for an answer. */
    public static final Duration ANSWER = Duration.ofMillis(1_200);

    /** An answer that comes in time. */
    public static final Duration SLOW = Duration.ofMillis(300);

    /** An answer for which nobody waits any more. */
    public static final Duration TOO_LATE = Duration.ofMillis(2_000);

    /** The longest call: connecting, an attempt and what is around it. */
    static final Duration LONGEST_CALL = Duration.ofMillis(3_000);

    /** The lease of a batch. */
    static final Duration LEASE = Duration.ofMillis(4_500);

    private Times() {}
}
