package se.ehealthsdk.audit.followup;

import java.time.Duration;

/**
 * Told how a report comes along: the place for a progress bar, and for keeping a {@link PendingReport} in case
 * the process ends. Called on the calling thread; what it throws ends the call. Must be safe for use by many
 * threads if the {@link AccessLogReports} is.
 */
public interface ReportListener {

    /**
     * The report is not ready, and will be asked for again.
     *
     * @param pending the report
     * @param pause how long until then
     */
    default void waiting(PendingReport pending, Duration pause) {}

    /** The report would have been too large and is asked for in two parts. */
    default void divided(String interaction, LogPeriod first, LogPeriod second) {}
}
