package se.ehealthsdk.certificate.contract;

import java.util.Optional;

/**
 * What a service answers to a request that changes something ({@code result}). What an answer means for the sender
 * depends on the operation and the text too, not on the error id alone.
 *
 * <p>Source: clinicalprocess:healthcond:certificate 3, type {@code ResultType} of core 3.3.
 *
 * @param code {@code OK}, {@code INFO} or {@code ERROR}; as it came
 * @param text what to know about it; may hold personal data, so it is in no {@code toString}
 * @param errorId {@code VALIDATION_ERROR}, {@code APPLICATION_ERROR}, {@code TECHNICAL_ERROR} or {@code REVOKED}; as
 *     it came
 */
public record Result(String code, Optional<String> text, Optional<String> errorId) {

    /** It was done. */
    public static final String OK = "OK";

    /** It was done, or needed not be, and the text says something about it. */
    public static final String INFO = "INFO";

    /** It was not done. */
    public static final String ERROR = "ERROR";

    /** A value of the request is wrong; sending it again does not help. */
    public static final String VALIDATION_ERROR = "VALIDATION_ERROR";

    /** The request breaks a rule; sending it again does not help. */
    public static final String APPLICATION_ERROR = "APPLICATION_ERROR";

    /** A technical failure that may pass. */
    public static final String TECHNICAL_ERROR = "TECHNICAL_ERROR";

    /** The certificate has been revoked. */
    public static final String REVOKED = "REVOKED";

    /** It was done. */
    public static Result ok() {
        return new Result(OK, Optional.empty(), Optional.empty());
    }

    /**
     * It was done, with something to know.
     *
     * @param text what to know
     */
    public static Result info(String text) {
        return new Result(INFO, Optional.of(text), Optional.empty());
    }

    /**
     * It was not done.
     *
     * @param errorId why, one of the contract's ids
     * @param text why, in words
     */
    public static Result error(String errorId, String text) {
        return new Result(ERROR, Optional.of(text), Optional.of(errorId));
    }

    /** Whether the code is OK or INFO. */
    public boolean isDone() {
        return code.equals(OK) || code.equals(INFO);
    }

    /** Code and error id, never the text. */
    @Override
    public String toString() {
        return "Result[" + code + errorId.map(each -> ", " + each).orElse("") + "]";
    }
}
