package se.ehealthsdk.audit.contract;

import java.util.Optional;

/**
 * The result block of the log service's contracts.
 *
 * <p>Source: {@code ResultType} of {@code informationsecurity:auditing:log} 2.0.
 *
 * @param code the result code, as {@code OK}; an open list
 * @param text the text beside it; may hold personal data
 */
public record LogResult(String code, Optional<String> text) {

    /** Done. */
    public static final String OK = "OK";

    /** Done, with a message. */
    public static final String INFO = "INFO";

    /** Not done: a logical error, whose text is to be shown. */
    public static final String ERROR = "ERROR";

    /** Not done: what was sent is not acceptable, or a log id in it is known already. */
    public static final String VALIDATION_ERROR = "VALIDATION_ERROR";

    /** Not done: the caller may not. */
    public static final String ACCESS_DENIED = "ACCESSDENIED";

    /** The report waits for its turn. */
    public static final String REPORT_ON_QUEUE = "REPORT_ON_QUEUE";

    /** The report is being made. */
    public static final String REPORT_IN_PROCESS = "REPORT_IN_PROCESS";

    /** There is no report with the id that was asked for. */
    public static final String REPORT_NOT_FOUND = "REPORT_NOT_FOUND";

    /** The report would hold more records than the service gives. */
    public static final String MAX_QUERY_RESULT_EXCEEDED = "MAX_QUERY_RESULT_EXCEEDED";

    /** A result without text. */
    public static LogResult of(String code) {
        return new LogResult(code, Optional.empty());
    }

    /** A result with text. */
    public static LogResult of(String code, String text) {
        return new LogResult(code, Optional.of(text));
    }

    /** Whether what was asked for is done: {@link #OK} or {@link #INFO}. */
    public boolean isDone() {
        return code.equals(OK) || code.equals(INFO);
    }

    /** The code, without the text. */
    @Override
    public String toString() {
        return "LogResult[" + code + "]";
    }
}
