package se.ehealthsdk.audit.contract;

import java.util.Optional;

/**
 * The result block of the contracts for blocks, consents and patient relations.
 *
 * @param code the result code; an open list. {@code OK} and {@code INFO} mean done, all others not done
 * @param text the text beside it, to be shown to the user with {@code INFO} and {@code ERROR}; may hold
 *     personal data
 */
public record AccessControlResult(String code, Optional<String> text) {

    /** Done. */
    public static final String OK = "OK";

    /** Done, and the text is to be shown. */
    public static final String INFO = "INFO";

    /** Not done for a logical reason, which the text tells. */
    public static final String ERROR = "ERROR";

    /** Not done: something in the request is wrong. Blocks spell it {@link #VALIDATIONERROR}. */
    public static final String VALIDATION_ERROR = "VALIDATION_ERROR";

    /** Not done: something in the request is wrong. Consents and relations have an underscore in it. */
    public static final String VALIDATIONERROR = "VALIDATIONERROR";

    /** Not done: the caller may not. */
    public static final String ACCESSDENIED = "ACCESSDENIED";

    /** Not done: what the request names is not there. */
    public static final String NOTFOUND = "NOTFOUND";

    /** Not done: it is there already. */
    public static final String ALREADYEXISTS = "ALREADYEXISTS";

    /** Not done: it is not in a state in which it could be, as when cancelled before. */
    public static final String INVALIDSTATE = "INVALIDSTATE";

    /** Done, without a text. */
    public static AccessControlResult ok() {
        return new AccessControlResult(OK, Optional.empty());
    }

    /** Whether what was asked for has been done. */
    public boolean isDone() {
        return code.equals(OK) || code.equals(INFO);
    }

    /** The code; never the text. */
    @Override
    public String toString() {
        return "AccessControlResult[" + code + "]";
    }
}
