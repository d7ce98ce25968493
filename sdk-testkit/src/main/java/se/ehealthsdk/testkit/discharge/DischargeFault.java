package se.ehealthsdk.testkit.discharge;

import java.time.Duration;
import se.ehealthsdk.core.error.InvalidInputException;

/** What is to become of a message in the place of the right thing. Given to {@link RegionalDischargeSystem#next}. Immutable. */
public sealed interface DischargeFault {

    /** Taken; the connection is reset in the place of the acknowledgement. */
    static DischargeFault answerLost() {
        return new AnswerLost();
    }

    /** Nothing is taken, and the connection is closed without an answer. */
    static DischargeFault noAnswer() {
        return new NoAnswer();
    }

    /** Taken at once; the acknowledgement comes late. */
    static DischargeFault answerLate(Duration wait) {
        if (wait.isNegative()) {
            throw new InvalidInputException("wait", "is negative", "zero or more");
        }
        return new AnswerLate(wait);
    }

    /** Nothing is taken: a transient error. */
    static DischargeFault busy() {
        return new Busy();
    }

    /**
     * Refused for good.
     *
     * @param code as {@code kind-not-taken}
     * @param text one sentence beside it
     */
    static DischargeFault refused(String code, String text) {
        return new Refused(code, text);
    }

    /** Nothing is taken: an HTTP status without acknowledgement. */
    static DischargeFault status(int status) {
        if (status < 400 || status > 599) {
            throw new InvalidInputException("status", "is no fault", "400 to 599");
        }
        return new Status(status);
    }

    /** See {@link #answerLost()}. */
    record AnswerLost() implements DischargeFault {}

    /** See {@link #noAnswer()}. */
    record NoAnswer() implements DischargeFault {}

    /** See {@link #answerLate(Duration)}. */
    record AnswerLate(Duration by) implements DischargeFault {}

    /** See {@link #busy()}. */
    record Busy() implements DischargeFault {}

    /** See {@link #refused(String, String)}. */
    record Refused(String code, String text) implements DischargeFault {}

    /** See {@link #status(int)}. */
    record Status(int status) implements DischargeFault {}
}
