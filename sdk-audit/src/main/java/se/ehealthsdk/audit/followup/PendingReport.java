package se.ehealthsdk.audit.followup;

import se.ehealthsdk.audit.internal.RecordRules;

/**
 * A report that the log service is still working on. Holds no personal data: it can be stored, and asked for
 * by another process.
 *
 * @param interaction the contract, for example {@code GetLogs}
 * @param period the period of the report; a part of what was asked for, when that was divided
 * @param queuedReportId the service's id of it
 * @see AccessLogReports#resume
 */
public record PendingReport(String interaction, LogPeriod period, String queuedReportId) {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException if the id is blank or longer than 36 characters
     */
    public PendingReport {
        RecordRules.required("queuedReportId", queuedReportId, RecordRules.LOG_ID);
    }
}
