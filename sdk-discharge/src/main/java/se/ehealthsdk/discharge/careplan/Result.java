package se.ehealthsdk.discharge.careplan;

import java.util.Optional;

/**
 * How a call went ({@code ResultType}).
 *
 * @param code {@code OK}, {@code INFO} or {@code ERROR}; as it came
 * @param errorCode {@code INVALID_REQUEST}; only with {@code ERROR}
 * @param logId for a support desk; an aggregating service writes {@code NA}
 * @param subCode none is specified
 * @param message for the user; written by others, so it is in no {@code toString}
 */
public record Result(
        String code,
        Optional<String> errorCode,
        String logId,
        Optional<String> subCode,
        Optional<String> message) {

    /** It went well. */
    public static final String OK = "OK";

    /** It went well, and there is something to know; what aggregating services always answer. */
    public static final String INFO = "INFO";

    /** It was refused. */
    public static final String ERROR = "ERROR";

    /** The request breaks a rule of the contract; asking again does not help. */
    public static final String INVALID_REQUEST = "INVALID_REQUEST";

    /** It went well. */
    public static Result ok(String logId) {
        return new Result(OK, Optional.empty(), logId, Optional.empty(), Optional.empty());
    }

    /** The request breaks a rule; the message says which, in Swedish, without anything of the patient. */
    public static Result invalidRequest(String logId, String message) {
        return new Result(
                ERROR, Optional.of(INVALID_REQUEST), logId, Optional.empty(), Optional.of(message));
    }

    /** Whether the answer counts: OK or INFO. */
    public boolean isSuccess() {
        return code.equals(OK) || code.equals(INFO);
    }

    /** Codes and log id, never the message. */
    @Override
    public String toString() {
        return "Result["
                + code
                + errorCode.map(each -> ", " + each).orElse("")
                + ", log id "
                + logId
                + "]";
    }
}
