package se.ehealthsdk.audit.followup;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * What came of a run of {@link LogConfirmation}. Holds no personal data but the exceptions' own texts from the
 * service. A record that delivery or someone else took up meanwhile is in none of the numbers.
 *
 * @param reports how many reports were asked for
 * @param delivered how many records were found, and are marked as delivered
 * @param missing how many records the log service does not have; they go out again
 * @param unsettled the records that are as they were, and why
 * @param failures the reports that failed
 */
public record LogConfirmationResult(
        int reports,
        int delivered,
        int missing,
        List<Unsettled> unsettled,
        List<Failure> failures) {

    /** Copies the lists. */
    public LogConfirmationResult {
        unsettled = List.copyOf(unsettled);
        failures = List.copyOf(failures);
    }

    /** Only numbers. */
    @Override
    public String toString() {
        return "LogConfirmationResult[reports=%d, delivered=%d, missing=%d, unsettled=%d, failures=%d]"
                .formatted(reports, delivered, missing, unsettled.size(), failures.size());
    }

    /**
     * A record that is still in doubt.
     *
     * @param logId which
     * @param why why it could not be settled
     */
    public record Unsettled(String logId, Why why) {}

    /** Why a record could not be settled. */
    public enum Why {
        /** It was sent so lately that it need not show yet. The next runs settle it. */
        TOO_RECENT,
        /** The report lacks it, and does not cover all of the time that was asked for. */
        REPORT_INCOMPLETE,
        /** The report failed: see {@link LogConfirmationResult#failures()}. */
        REPORT_FAILED,
        /**
         * It went to a log service that the run has no reports of: add it with {@link
         * LogConfirmation.Builder#alsoAsking}.
         */
        OTHER_LOG_SERVICE,
        /** The item in the outbox holds no access record: find out what else was appended there. */
        NO_RECORD,
        /** The thread was interrupted before its turn came. */
        NOT_ASKED
    }

    /**
     * A report that failed.
     *
     * @param careProvider whose log was asked for
     * @param period the period that was asked for
     * @param cause what went wrong: an {@link se.ehealthsdk.core.error.EHealthException}, with its remedy, or
     *     a {@link ReportPendingException} when it was not ready in time: give the reports a {@linkplain
     *     AccessLogReports.Builder#longestWait longer wait}
     */
    public record Failure(HsaId careProvider, LogPeriod period, RuntimeException cause) {}
}
