package se.ehealthsdk.audit.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ehealthsdk.audit.AccessLog;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.followup.LogConfirmationResult.Failure;
import se.ehealthsdk.audit.followup.LogConfirmationResult.Unsettled;
import se.ehealthsdk.audit.followup.LogConfirmationResult.Why;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.outbox.OutboxException;

/**
 * Settles the records of which the answers of StoreLog did not tell whether the log service has them ({@link
 * KeptItem.State#HELD HELD} and {@link KeptItem.State#ASSUMED_DELIVERED ASSUMED_DELIVERED}): asks the log
 * service for its log, and looks whether they are in it.
 *
 * <pre>{@code
 * LogConfirmationResult result = LogConfirmation.of(outbox, AccessLogReports.on(platform)).run();
 * }</pre>
 *
 * <p><b>When.</b> Once a day is enough; which thread does it, and when, is the application's choice. A run may
 * take long, since the log service makes reports one at a time. It may go on beside a delivery, and on several
 * nodes: what is being sent is left alone, and a run that is repeated or broken off does no harm.
 *
 * <p><b>What it takes for settled.</b> A record that is in the report is delivered. A record that is not goes
 * out again, but only when all of this holds: the report has no known gap, the period that the service says it
 * covers holds the record, and the record was last sent so long ago ({@linkplain Builder#age age}) that it would
 * show. Everything else stays as it is until the next run, and the {@linkplain LogConfirmationResult result} tells
 * why. Nothing is ever deleted; a record that goes out again though the service has it is refused as a duplicate.
 *
 * <p><b>What it asks.</b> GetLogs, for each care provider that owns such records, each user and each day, the
 * shortest period that holds them; never with a patient. The certificate must have the right to read the
 * logs of those care providers.
 *
 * <p>Source: informationsecurity:auditing:log 2.0: a stored record may take 24 hours to show in reports.
 * Immutable, safe for use by many threads.
 */
public final class LogConfirmation {

    /** How long a stored record may take to show in reports, by the contract. */
    private static final Duration SHOWN_WITHIN = Duration.ofHours(24);

    /** For services that cut or round times. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** Records looked at together; all that are in doubt may be more than fit in memory. */
    private static final int LOT = 10_000;

    private final JdbcOutbox outbox;
    private final List<AccessLogReports> services;
    private final Duration age;
    private final Clock clock;

    private LogConfirmation(Builder builder) {
        this.outbox = builder.outbox;
        this.services = List.copyOf(builder.services);
        this.age = builder.age;
        this.clock = builder.clock;
    }

    /**
     * With everything as it is by default.
     *
     * @param outbox an outbox of access records and nothing else
     * @param reports reports from the log service that its records go to
     * @throws InvalidInputException if the reports are of an aggregating service
     */
    public static LogConfirmation of(JdbcOutbox outbox, AccessLogReports reports) {
        return builder(outbox, reports).build();
    }

    /** Starts choosing, with the same arguments as {@link #of}. */
    public static Builder builder(JdbcOutbox outbox, AccessLogReports reports) {
        return new Builder(outbox).alsoAsking(reports);
    }

    /**
     * Asks for everything that is in doubt now, and settles what the reports settle. A report that fails leaves
     * its records as they are, and the others are asked for. When the thread is interrupted it stops early,
     * with the thread's flag set.
     *
     * @throws OutboxException if the outbox fails, or an item in doubt cannot be decrypted; what was settled
     *     before is settled, and the next run goes on
     */
    public LogConfirmationResult run() {
        Run run = new Run();
        try (Stream<KeptItem> all = outbox.inDoubt()) {
            Iterator<KeptItem> each = all.iterator();
            Map<Question, List<Doubtful>> lot = new LinkedHashMap<>();
            int size = 0;
            while (each.hasNext()) {
                Optional<Doubtful> doubtful = run.read(each.next());
                doubtful.ifPresent(
                        it -> lot.computeIfAbsent(it.question(), key -> new ArrayList<>()).add(it));
                if (++size % LOT == 0) {
                    lot.forEach(run::ask);
                    lot.clear();
                }
            }
            lot.forEach(run::ask);
        }
        return run.result();
    }

    /** What one report is about. */
    private record Question(
            AccessLogReports service, HsaId careProvider, HsaId user, LocalDate day) {}

    /** A record in doubt, without what is in it. */
    private record Doubtful(String logId, Question question, Instant start, Instant lastSent) {}

    /** One run, and what came of it so far. */
    private final class Run {

        private int reports;
        private int delivered;
        private int missing;
        private final List<Unsettled> unsettled = new ArrayList<>();
        private final List<Failure> failures = new ArrayList<>();

        /** The record, if there is something to ask. */
        Optional<Doubtful> read(KeptItem kept) {
            String logId = kept.item().id();
            Optional<AccessLogReports> service =
                    services.stream()
                            .filter(it -> it.address().value().equalsIgnoreCase(destination(kept)))
                            .findFirst();
            if (service.isEmpty()) {
                return leave(logId, Why.OTHER_LOG_SERVICE);
            }
            if (firstSent(kept).isAfter(clock.instant().minus(age))) {
                return leave(logId, Why.TOO_RECENT);
            }
            AccessRecord record;
            try {
                record = AccessLog.read(kept.item());
            } catch (OutboxException unreadable) {
                return leave(logId, Why.NO_RECORD);
            }
            Instant start = record.activity().start();
            Question question =
                    new Question(
                            service.get(),
                            record.user().careProvider().id(),
                            record.user().id(),
                            LogPeriod.local(start).toLocalDate());
            return Optional.of(
                    new Doubtful(logId, question, start, kept.lastSent().orElse(Instant.MAX)));
        }

        private Optional<Doubtful> leave(String logId, Why why) {
            unsettled.add(new Unsettled(logId, why));
            return Optional.empty();
        }

        void ask(Question question, List<Doubtful> records) {
            if (Thread.currentThread().isInterrupted()) {
                leave(records, Why.NOT_ASKED);
                return;
            }
            LogPeriod period =
                    LogPeriod.around(
                            records.stream().map(Doubtful::start).min(Instant::compareTo).get(),
                            records.stream().map(Doubtful::start).max(Instant::compareTo).get(),
                            MARGIN);
            Instant shown = clock.instant().minus(age);
            reports++;
            Report<AccessRecord> report;
            try {
                report =
                        question.service()
                                .logs(
                                        LogsQuery.of(question.careProvider(), period)
                                                .by(question.user()));
            } catch (EHealthException | ReportPendingException failed) {
                failures.add(new Failure(question.careProvider(), period, failed));
                leave(records, Why.REPORT_FAILED);
                return;
            }
            settle(records, report, shown);
        }

        private void settle(List<Doubtful> records, Report<AccessRecord> report, Instant shown) {
            Set<String> there =
                    report.rows().stream().map(AccessRecord::logId).collect(Collectors.toSet());
            List<String> found = new ArrayList<>();
            List<String> notFound = new ArrayList<>();
            for (Doubtful record : records) {
                if (there.contains(record.logId())) {
                    found.add(record.logId());
                } else if (!covers(report, record.start())) {
                    unsettled.add(new Unsettled(record.logId(), Why.REPORT_INCOMPLETE));
                } else if (record.lastSent().isAfter(shown)) {
                    unsettled.add(new Unsettled(record.logId(), Why.TOO_RECENT));
                } else {
                    notFound.add(record.logId());
                }
            }
            delivered += found.isEmpty() ? 0 : outbox.confirmDelivered(found);
            missing += notFound.isEmpty() ? 0 : outbox.confirmMissing(notFound, shown);
        }

        private void leave(Collection<Doubtful> records, Why why) {
            records.forEach(record -> unsettled.add(new Unsettled(record.logId(), why)));
        }

        LogConfirmationResult result() {
            return new LogConfirmationResult(reports, delivered, missing, unsettled, failures);
        }
    }

    /**
     * Since when the service may have it. What is held is asked for again and again, and may have been stored by
     * the first call; what was assumed was so right after its calls.
     */
    private static Instant firstSent(KeptItem kept) {
        return kept.state() == KeptItem.State.HELD
                ? kept.appendedAt()
                : kept.lastSent().orElse(kept.appendedAt());
    }

    private static String destination(KeptItem kept) {
        return kept.item().destination();
    }

    /**
     * Whether a record would be in the report. That records of the last day may not be visible yet is not looked
     * at here: it depends on when they were sent, not on when they happened.
     */
    private static boolean covers(Report<AccessRecord> report, Instant time) {
        return report.notes().stream()
                        .map(ReportNote::kind)
                        .noneMatch(kind -> kind.isShortfall() && kind != ReportNote.Kind.TOO_RECENT)
                && report.available().stream().anyMatch(period -> period.contains(time));
    }

    /** Collects how records are settled. Not for use by more than one thread. */
    public static final class Builder {

        private final JdbcOutbox outbox;
        private final List<AccessLogReports> services = new ArrayList<>();
        private Duration age = SHOWN_WITHIN;
        private Clock clock = Clock.systemUTC();

        private Builder(JdbcOutbox outbox) {
            this.outbox = outbox;
        }

        /**
         * Asks one more log service, where records of some care providers {@linkplain
         * se.ehealthsdk.audit.LogService.Builder#route go to one of their own}. A record is only ever looked
         * for at the logical address that it was sent to.
         *
         * @throws InvalidInputException if the reports are of an aggregating service
         */
        public Builder alsoAsking(AccessLogReports reports) {
            reports.notAggregated("GetLogs");
            services.add(reports);
            return this;
        }

        /**
         * How long a stored record may take to show in reports: 24 hours unless set, as the contract says. A
         * record that was last sent later than that ago never goes out again because a report lacks it.
         *
         * @throws InvalidInputException if it is negative
         */
        public Builder age(Duration shownWithin) {
            if (shownWithin.isNegative()) {
                throw new InvalidInputException("age", "is negative", "zero or more");
            }
            this.age = shownWithin;
            return this;
        }

        /** The clock: that of the outbox and its delivery, which is the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /** Builds it; nothing is asked. */
        public LogConfirmation build() {
            return new LogConfirmation(this);
        }
    }
}
