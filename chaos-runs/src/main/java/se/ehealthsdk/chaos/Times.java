package se.ehealthsdk.chaos;

import java.time.Duration;

/** Time in a run, some twenty times as quick as in operation. */
public final class Times {

    /** How long a caller waits for an answer. */
    public static final Duration ANSWER = Duration.ofMillis(2_000);

    /** An answer that comes in time. */
    public static final Duration SLOW = Duration.ofMillis(300);

    /** An answer for which nobody waits any more. */
    public static final Duration TOO_LATE = Duration.ofMillis(3_000);

    /** What the platform waits before it calls a second time. */
    public static final Duration PLATFORM_PAUSE = Duration.ofMillis(100);

    /** The deadline of a call. */
    static final Duration WHOLE_CALL = Duration.ofMillis(3_500);

    /** The lease of a batch: longer than a call with what its client takes to notice the deadline. */
    static final Duration LEASE = Duration.ofMillis(9_600);

    private Times() {}
}
