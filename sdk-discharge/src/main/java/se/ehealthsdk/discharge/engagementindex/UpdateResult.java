package se.ehealthsdk.discharge.engagementindex;

import java.util.Optional;
import se.ehealthsdk.core.error.RejectedException;

/**
 * What the index answers ({@code UpdateResponseType}).
 *
 * @param code {@code OK}, {@code INFO} or {@code ERROR}; as it came
 * @param comment what to know of it; may hold personal data, so it is in no {@code toString}
 */
public record UpdateResult(String code, Optional<String> comment) {

    /** Done. */
    public static final String OK = "OK";

    /** Done, and the comment says something of it. */
    public static final String INFO = "INFO";

    /** Nothing was done, of all that the call held. */
    public static final String ERROR = "ERROR";

    /** Whether it was done: OK or INFO. */
    public boolean isDone() {
        return code.equals(OK) || code.equals(INFO);
    }

    /**
     * This result, when it was done.
     *
     * @throws RejectedException if it was not
     */
    public UpdateResult orThrow() {
        if (!isDone()) {
            throw new RejectedException(code, comment.orElse(""), null);
        }
        return this;
    }

    /** The code, never the comment. */
    @Override
    public String toString() {
        return "UpdateResult[" + code + "]";
    }
}
