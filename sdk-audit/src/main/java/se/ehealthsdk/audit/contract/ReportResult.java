package se.ehealthsdk.audit.contract;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How a report went ({@code ReportResultType}). The service works on reports one at a time and answers
 * within 15 seconds: a report that is not ready by then is answered with {@link
 * LogResult#REPORT_ON_QUEUE} or {@link LogResult#REPORT_IN_PROCESS} and an id, to be asked for again with that id.
 *
 * <p>Source: informationsecurity:auditing:log 2.0.
 *
 * @param result the result code and its text
 * @param start start of the period that is really covered, Swedish local time
 * @param end end of the period that is really covered, Swedish local time
 * @param queuedReportId the report to ask for again, at most 36 characters
 * @param queueTime how long it is expected to take; whole seconds on the wire
 */
public record ReportResult(
        LogResult result,
        Optional<LocalDateTime> start,
        Optional<LocalDateTime> end,
        Optional<String> queuedReportId,
        Optional<Duration> queueTime) {

    /** A report that is ready, and what it covers. */
    public static ReportResult ready(LocalDateTime start, LocalDateTime end) {
        return new ReportResult(
                LogResult.of(LogResult.OK),
                Optional.of(start),
                Optional.of(end),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * A report that is not ready.
     *
     * @param code {@link LogResult#REPORT_ON_QUEUE} or {@link LogResult#REPORT_IN_PROCESS}
     */
    public static ReportResult queued(String code, String queuedReportId, Duration queueTime) {
        return new ReportResult(
                LogResult.of(code),
                Optional.empty(),
                Optional.empty(),
                Optional.of(queuedReportId),
                Optional.of(queueTime));
    }

    /** A report that will not be. */
    public static ReportResult refused(String code, String text) {
        return new ReportResult(
                LogResult.of(code, text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Without the text, which may hold personal data. */
    @Override
    public String toString() {
        return "ReportResult[%s, start=%s, end=%s, queuedReportId=%s, queueTime=%s]"
                .formatted(
                        result.code(),
                        start.map(Object::toString).orElse("-"),
                        end.map(Object::toString).orElse("-"),
                        queuedReportId.orElse("-"),
                        queueTime.map(Object::toString).orElse("-"));
    }
}
