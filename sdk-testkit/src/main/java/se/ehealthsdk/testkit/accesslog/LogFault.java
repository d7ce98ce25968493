package se.ehealthsdk.testkit.accesslog;

import java.time.Duration;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What is to become of a call of StoreLog in the place of the right thing. Given to {@link
 * LogServiceStandIn#next(LogFault)}. Immutable.
 *
 * <p>Faults of platform and network that do not depend on what was sent are given to {@code
 * NationalServices.faults()}, for example {@code Fault.vp("VP009")}.
 */
public sealed interface LogFault {

    /** Stored; the connection is reset in the place of the answer. */
    static LogFault answerLost() {
        return new AnswerLost();
    }

    /**
     * Stored at once; the answer comes late.
     *
     * @param wait how late; longer than the client's timeout, and the client never knows
     */
    static LogFault answerLate(Duration wait) {
        return new Late(required(wait), true);
    }

    /**
     * Stored late, as by a service with a long queue, and answered then: a client that has given up finds
     * nothing when it asks at once, and the records come after all.
     *
     * @param wait how late
     */
    static LogFault storedLate(Duration wait) {
        return new Late(required(wait), false);
    }

    /**
     * The platform loses the first answer and repeats the call by itself: the records are stored, and the
     * client's only attempt is told that they are duplicates. So the national platform has been seen to
     * do.
     */
    static LogFault repeatedByPlatform() {
        return new Repeated();
    }

    /**
     * Nothing is stored, and a code answered; {@code OK} and {@code INFO} would be lies.
     *
     * @param code as {@code ERROR}
     * @param text beside it; none when empty
     */
    static LogFault result(String code, Optional<String> text) {
        if (code.equals("OK") || code.equals("INFO")) {
            throw new InvalidInputException(
                    "code", "says that the records are stored", "a code that refuses");
        }
        return new Refusal(code, text);
    }

    /** Nothing is stored; {@code ERROR}, a logical error. */
    static LogFault error(String text) {
        return result("ERROR", Optional.of(text));
    }

    /** Nothing is stored; {@code ACCESSDENIED}, the caller may not. */
    static LogFault accessDenied() {
        return result("ACCESSDENIED", Optional.of("Anropande system saknar behörighet"));
    }

    /** Stored; answered with {@code INFO} and a text. */
    static LogFault info(String text) {
        return new Info(text);
    }

    /** Nothing is stored; a SOAP fault, which is how the service tells of a technical error. */
    static LogFault soapFault(String text) {
        return new SoapFault(text);
    }

    /**
     * One record of the call is bad, now and whenever it comes again; the call is refused for it with
     * {@code VALIDATION_ERROR}.
     *
     * @param place its place in the call, from 1; the last one of a call that has fewer
     * @param text what the refusal says; nothing when empty
     */
    static LogFault badRecord(int place, Optional<String> text) {
        if (place < 1) {
            throw new InvalidInputException("place", "is below 1", "1 or more");
        }
        return new BadRecord(place, text);
    }

    private static Duration required(Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            throw new InvalidInputException("wait", "is no time", "longer than zero");
        }
        return wait;
    }

    /** See {@link #answerLost()}. */
    record AnswerLost() implements LogFault {}

    /**
     * See {@link #answerLate(Duration)} and {@link #storedLate(Duration)}.
     *
     * @param time how late
     * @param storedFirst whether the records are stored before the wait
     */
    record Late(Duration time, boolean storedFirst) implements LogFault {}

    /** See {@link #repeatedByPlatform()}. */
    record Repeated() implements LogFault {}

    /**
     * See {@link #result(String, Optional)}.
     *
     * @param code the result code
     * @param text beside it
     */
    record Refusal(String code, Optional<String> text) implements LogFault {}

    /**
     * See {@link #info(String)}.
     *
     * @param text beside the code
     */
    record Info(String text) implements LogFault {}

    /**
     * See {@link #soapFault(String)}.
     *
     * @param text of the fault
     */
    record SoapFault(String text) implements LogFault {}

    /**
     * See {@link #badRecord(int, Optional)}.
     *
     * @param place in the call, from 1
     * @param text what the refusal says
     */
    record BadRecord(int place, Optional<String> text) implements LogFault {}
}
