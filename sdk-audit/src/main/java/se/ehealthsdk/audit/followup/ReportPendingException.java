package se.ehealthsdk.audit.followup;

import org.jspecify.annotations.Nullable;

/**
 * The log service has not finished a report within the longest wait. It goes on working: ask for the same
 * report later with {@link AccessLogReports#resume}. Asking anew would start another, and the service works
 * on one at a time.
 */
public final class ReportPendingException extends RuntimeException {

    private final transient PendingReport pending;

    ReportPendingException(PendingReport pending, String message, @Nullable Throwable cause) {
        super(message + " (" + pending.interaction() + " " + pending.queuedReportId() + ")", cause);
        this.pending = pending;
    }

    /** The report that is not ready. */
    public PendingReport pending() {
        return pending;
    }

    /** What to do now. */
    public String remedy() {
        return "Ask for the same report later with resume(pending()). Do not ask anew: that would start"
                + " another report.";
    }
}
