package se.ehealthsdk.certificate.contract;

import java.util.Optional;

/**
 * The result block of the contracts that change something ({@code ResultType}).
 *
 * @param code {@code OK}, {@code INFO} or {@code ERROR}; an open list
 * @param text the text beside it, to be shown to the user with {@code INFO} and {@code ERROR}; may hold personal data
 * @param errorId what kind of error; what follows from it differs from call to call
 */
public record Result(String code, Optional<String> text, Optional<String> errorId) {

    /** Done. */
    public static final String OK = "OK";

    /** Done, and the text is to be shown. */
    public static final String INFO = "INFO";

    /** Not done. */
    public static final String ERROR = "ERROR";

    /** Something in the request is wrong. */
    public static final String VALIDATION_ERROR = "VALIDATION_ERROR";

    /** A logical error, or any failure inside the service. */
    public static final String APPLICATION_ERROR = "APPLICATION_ERROR";

    /** A technical error, which may pass. */
    public static final String TECHNICAL_ERROR = "TECHNICAL_ERROR";

    /** What it is about has been revoked. */
    public static final String REVOKED = "REVOKED";

    /** Done. */
    public static Result ok() {
        return new Result(OK, Optional.empty(), Optional.empty());
    }

    /** Done, with a text to show. */
    public static Result info(String text) {
        return new Result(INFO, Optional.of(text), Optional.empty());
    }

    /** Not done. */
    public static Result error(String errorId, String text) {
        return new Result(ERROR, Optional.of(text), Optional.of(errorId));
    }

    /** Whether what was asked for has been done. */
    public boolean isDone() {
        return code.equals(OK) || code.equals(INFO);
    }

    /** Code and error id; never the text. */
    @Override
    public String toString() {
        return "Result[" + code + errorId.map(each -> " " + each).orElse("") + "]";
    }
}
