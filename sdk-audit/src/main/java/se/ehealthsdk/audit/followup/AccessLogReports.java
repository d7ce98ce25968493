package se.ehealthsdk.audit.followup;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.LogService;
import se.ehealthsdk.audit.contract.FollowUpContracts;
import se.ehealthsdk.audit.contract.GetAccessLogsForPatient;
import se.ehealthsdk.audit.contract.GetInfoLogs;
import se.ehealthsdk.audit.contract.GetLogs;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;

/**
 * Asks a log service for reports of the access log.
 *
 * <pre>{@code
 * AccessLogReports reports = AccessLogReports.on(platform);
 * Report<AccessRecord> report =
 *         reports.logs(LogsQuery.of(careProvider, LogPeriod.days(first, last)).about(patient));
 * if (!report.complete()) {
 *     report.notes().forEach(note -> ...);
 * }
 * }</pre>
 *
 * <p><b>Waiting.</b> The service makes reports one at a time. One that is not ready at once is asked for again
 * by its id, after the time that the service expects it to take, until it is there or the {@linkplain
 * Builder#longestWait longest wait} is over; then a {@link ReportPendingException} tells how to {@linkplain
 * #resume go on}. While there is an id, a lost answer costs nothing: the report is asked for again. A lost
 * answer to the very first question is not repeated, since that could start the same report twice; it is
 * thrown, with {@link se.ehealthsdk.core.error.Outcome#UNKNOWN}.
 *
 * <p><b>Too large.</b> A service gives up to a number of records, 10 000 as a rule. A larger report is asked for
 * in halves of its period, and the answers are joined without loss or doubling at the border; see {@link
 * Builder#maxParts}.
 *
 * <p><b>Completeness.</b> A report tells what it covers. Read {@link Report#complete()} before concluding that
 * something did not happen.
 *
 * <p>All methods throw what {@link RivtaClient#call} throws, and {@link
 * se.ehealthsdk.core.error.RejectedException} with the service's code when it refuses: {@code ACCESSDENIED},
 * {@code ERROR}, {@code VALIDATION_ERROR}, {@code REPORT_NOT_FOUND} for an id that it does not know (any more),
 * {@code MAX_QUERY_RESULT_EXCEEDED} when dividing further is not allowed. A thread that is interrupted
 * stops, with its flag set.
 *
 * <p>Source: informationsecurity:auditing:log 2.0. Immutable, safe for use by many threads.
 */
public final class AccessLogReports {

    /** 10 000 records take up to some 20 MB, more than the limit that suits other answers. */
    private static final long MAX_ANSWER_BYTES = 64L << 20;

    private final ReportRun.Settings settings;
    private final @Nullable PendingReport resumed;

    private AccessLogReports(ReportRun.Settings settings, @Nullable PendingReport resumed) {
        this.settings = settings;
        this.resumed = resumed;
    }

    /** Reports from the environment's log service, with everything as it is by default. */
    public static AccessLogReports on(RivtaClient platform) {
        return builder(platform).build();
    }

    /** Starts a client with choices of its own. */
    public static Builder builder(RivtaClient platform) {
        return new Builder(platform);
    }

    /**
     * A client whose next question goes on with a report that was not ready: call the same method with the
     * same arguments as when it was asked for. A part of the period that had its answer before is asked for
     * anew. For one use.
     *
     * @throws InvalidInputException if this client is of an aggregating service, which has no such reports
     */
    public AccessLogReports resume(PendingReport pending) {
        if (settings.aggregated()) {
            throw new InvalidInputException(
                    "pending",
                    "cannot be sent to an aggregating service",
                    "a client of the log service that has the report");
        }
        return new AccessLogReports(settings, pending);
    }

    /**
     * The records of a care provider's log.
     *
     * @throws ReportPendingException if they are not ready within the longest wait
     * @throws InvalidInputException if this client is of an aggregating service; nothing was sent
     */
    public Report<AccessRecord> logs(LogsQuery query) {
        notAggregated("GetLogs");
        var question =
                new ReportRun.Question<>(
                        FollowUpContracts.GET_LOGS,
                        (period, id) ->
                                new GetLogs(
                                        query.careProvider(),
                                        query.patient(),
                                        query.user(),
                                        period.from(),
                                        period.to(),
                                        query.careUnit(),
                                        id),
                        record -> Optional.of(record.activity().start()));
        return new ReportRun<>(settings, question, query.period()).run(resumed);
    }

    /**
     * Who has accessed a patient's data, at any care provider that the service knows of. The rows do not tell
     * what was done.
     *
     * @throws ReportPendingException if they are not ready within the longest wait
     */
    public Report<PatientAccess> accessLogsForPatient(PersonId patient, LogPeriod period) {
        var question =
                new ReportRun.Question<>(
                        FollowUpContracts.GET_ACCESS_LOGS_FOR_PATIENT,
                        (part, id) ->
                                new GetAccessLogsForPatient(patient, part.from(), part.to(), id),
                        row -> Optional.of(row.time()));
        return new ReportRun<>(settings, question, period).run(resumed);
    }

    /**
     * Which care providers have accessed data that this one owns.
     *
     * @throws ReportPendingException if they are not ready within the longest wait
     * @throws InvalidInputException if this client is of an aggregating service; nothing was sent
     */
    public Report<CareProvider> infoLogs(HsaId careProvider, LogPeriod period) {
        return infoLogs(careProvider, Optional.empty(), period);
    }

    /** As {@link #infoLogs(HsaId, LogPeriod)}, only data about one patient. */
    public Report<CareProvider> infoLogs(HsaId careProvider, PersonId patient, LogPeriod period) {
        return infoLogs(careProvider, Optional.of(patient), period);
    }

    private Report<CareProvider> infoLogs(
            HsaId careProvider, Optional<PersonId> patient, LogPeriod period) {
        notAggregated("GetInfoLogs");
        var question =
                new ReportRun.Question<>(
                        FollowUpContracts.GET_INFO_LOGS,
                        (part, id) ->
                                new GetInfoLogs(careProvider, patient, part.from(), part.to(), id),
                        row -> Optional.empty());
        Report<CareProvider> report = new ReportRun<>(settings, question, period).run(resumed);
        // the same care provider may have read in both halves of a divided period
        Map<HsaId, CareProvider> each = new LinkedHashMap<>();
        report.rows().forEach(row -> each.putIfAbsent(row.id(), row));
        return new Report<>(
                List.copyOf(each.values()),
                report.requested(),
                report.available(),
                report.askedAt(),
                report.notes());
    }

    /** Whom it asks. */
    LogicalAddress address() {
        return settings.address();
    }

    void notAggregated(String interaction) {
        if (settings.aggregated()) {
            throw new InvalidInputException(
                    "logicalAddress",
                    "is an aggregating service, which has no " + interaction,
                    "the address of a log service");
        }
    }

    /** Collects what a client needs. Not for use by more than one thread. */
    public static final class Builder {

        private final RivtaClient platform;
        private LogicalAddress address;
        private boolean aggregated;
        private Duration longestWait = Duration.ofMinutes(15);
        private int maxParts = 32;
        private ReportListener listener = new ReportListener() {};
        private Clock clock = Clock.systemUTC();
        private Waiting waiting = Waiting.REAL;

        private Builder(RivtaClient platform) {
            this.platform = platform;
            this.address =
                    platform.environment()
                            .logicalAddress(LogContracts.DOMAIN)
                            .orElse(LogService.NATIONAL);
        }

        /** Which log service to ask; the environment's, or else {@link LogService#NATIONAL}, unless set. */
        public Builder logicalAddress(LogicalAddress logService) {
            this.address = logService;
            this.aggregated = false;
            return this;
        }

        /**
         * Asks every log service at once, through an aggregating service. Only for {@link
         * #accessLogsForPatient}. It leaves out silently those whose report is not ready, so the reports are
         * never {@linkplain Report#complete() complete}; and no report can be resumed there.
         */
        public Builder aggregated(LogicalAddress aggregatingService) {
            this.address = aggregatingService;
            this.aggregated = true;
            return this;
        }

        /**
         * How long a call waits for a report in all: 15 minutes unless set.
         *
         * @param wait zero to have a {@link ReportPendingException} at once
         * @throws InvalidInputException if it is negative, or longer than a day
         */
        public Builder longestWait(Duration wait) {
            if (wait.isNegative() || wait.compareTo(Duration.ofDays(1)) > 0) {
                throw new InvalidInputException(
                        "longestWait", "is negative or longer than a day", "0 to 24 hours");
            }
            this.longestWait = wait;
            return this;
        }

        /**
         * In how many parts a report is asked for at most, when it is too large for the service: 32 unless
         * set. 1 never divides.
         *
         * @throws InvalidInputException if it is not 1 to 1 000
         */
        public Builder maxParts(int parts) {
            if (parts < 1 || parts > 1000) {
                throw new InvalidInputException("maxParts", "is out of range", "1 to 1000");
            }
            this.maxParts = parts;
            return this;
        }

        /** Told while a report is waited for. */
        public Builder listener(ReportListener told) {
            this.listener = told;
            return this;
        }

        /** The clock that dates reports; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        Builder waiting(Waiting way) {
            this.waiting = way;
            return this;
        }

        /** Builds the client; nothing is sent. */
        public AccessLogReports build() {
            RivtaClient client =
                    platform.with(
                            options ->
                                    options.limits(
                                            options.limits()
                                                    .withMaxBytes(
                                                            Math.max(
                                                                    options.limits().maxBytes(),
                                                                    MAX_ANSWER_BYTES))));
            return new AccessLogReports(
                    new ReportRun.Settings(
                            client,
                            address,
                            aggregated,
                            longestWait,
                            maxParts,
                            listener,
                            clock,
                            waiting),
                    null);
        }
    }
}
