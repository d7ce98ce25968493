package se.ehealthsdk.testkit.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.Caller;
import se.ehealthsdk.core.rivta.Handler;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Rule;
import se.ehealthsdk.testkit.check.Rules;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.check.Text;
import se.ehealthsdk.testkit.internal.http.LostAnswer;

/**
 * A stand-in of the national log service: StoreLog 2.0, and the reports GetLogs, GetAccessLogsForPatient
 * and GetInfoLogs 2.0 from what was stored. Safe for use by many threads.
 *
 * <pre>{@code
 * services.logService().next(LogFault.answerLost());      // the next call is stored, and nobody told
 * ...
 * assertThat(services.logService().doubled()).isEmpty();
 * assertThat(services.logService().stored()).hasSize(500);
 * }</pre>
 *
 * <p>It keeps the rules of the contract, which a stub as a rule does not: at most {@value
 * #MAX_RECORDS} records in a call; a log id comes once, and a call with one that has come before is refused
 * whole; one result code for a call; nothing of a refused call is stored. What the contract leaves open is
 * a setting. Times without zone are Swedish local time.
 *
 * <p>Source: informationsecurity:auditing:log 2.0; the texts beside the codes are this SDK's own.
 */
public final class LogServiceStandIn {

    /** Records in a call at most. */
    public static final int MAX_RECORDS = 500;

    /** The longest report, unless set otherwise. */
    public static final int MAX_REPORT = 10_000;

    /** What a refusal for a log id that has come before begins with, unless set otherwise. */
    public static final String DUPLICATE_TEXT = "LogId är inte unikt";

    private static final int MONTHS_ONLINE = 18;
    private static final String FAULT = "FAULT";
    private static final Result DENIED =
            new Result("ACCESSDENIED", Optional.of("Anropande system saknar behörighet"));

    private static final Rule LIMIT = Rules.of("storelog.batch.limit");
    private static final Rule DUPLICATE = Rules.of("storelog.log-id.unique");
    private static final Rule TWICE = Rules.of("storelog.log-id.twice");
    private static final Rule ZONE = Rules.of("storelog.time.zone");
    private static final Rule CONTENT = Rules.of("storelog.content");
    private static final Rule NO_RIGHT = Rules.of("storelog.access-denied");
    private static final Rule PERIOD = Rules.of("getlogs.period");
    private static final Rule UNKNOWN_REPORT = Rules.of("getlogs.report-unknown");
    private static final Rule TOO_LARGE = Rules.of("getlogs.too-large");

    private final Clock clock;
    private volatile Inspector inspector;
    private final Ids ids;
    private final LogFaults faults;
    private LogArchive archive = new LogArchive();
    private ReportDesk desk;
    private Settings settings = new Settings();
    private final Map<String, Long> results = new HashMap<>();
    private long calls;
    private int largestCall;

    /** What a test can choose, and a reset takes back. */
    private static final class Settings {
        private Optional<String> duplicateText = Optional.of(DUPLICATE_TEXT);
        private boolean duplicatesAccepted;
        private boolean zonesAllowed;
        private boolean contentKept = true;
        private Duration lag = Duration.ZERO;
        private Duration reportTime = Duration.ZERO;
        private int maxReport = MAX_REPORT;
        private final Map<HsaId, Set<HsaId>> rights = new HashMap<>();
    }

    private LogServiceStandIn(Clock clock, Ids ids) {
        this.clock = clock;
        this.faults = new LogFaults(clock);
        this.ids = ids;
        this.desk = new ReportDesk(ids);
        this.inspector = new Inspector(clock);
    }

    /** Whom it asks before it refuses, and tells what rules are broken; strict, and telling nobody, unless set. */
    public void inspectedBy(Inspector asked) {
        inspector = asked;
    }

    /** An empty log service by this clock. */
    public static LogServiceStandIn withClock(Clock time) {
        return with(time, Ids.random());
    }

    /** An empty log service by this clock, whose reports get these ids. */
    public static LogServiceStandIn with(Clock time, Ids ids) {
        return new LogServiceStandIn(time, ids);
    }

    /** Answers the contracts of the log service. */
    public void answerOn(RivtaEndpoint.Builder endpoint) {
        endpoint.on(LogWire.STORE_LOG, this::storeLog)
                .on(LogWire.GET_LOGS, reports(Question.Kind.LOGS))
                .on(
                        LogWire.GET_ACCESS_LOGS_FOR_PATIENT,
                        reports(Question.Kind.ACCESS_LOGS_FOR_PATIENT))
                .on(LogWire.GET_INFO_LOGS, reports(Question.Kind.INFO_LOGS));
    }

    // ---- what goes wrong ----

    /** The next call of StoreLog that keeps the contract meets this fault. */
    public void next(LogFault fault) {
        next(1, fault);
    }

    /**
     * The next calls of StoreLog that keep the contract meet this fault, after what already waits.
     *
     * @throws InvalidInputException if the count is below 1
     */
    public void next(int count, LogFault fault) {
        faults.waiting().next(count, fault);
    }

    /** The faults that wait for calls of StoreLog that keep the contract. */
    public ServiceFaults<LogFault> faults() {
        return faults.waiting();
    }

    /** Every call with such a record meets this fault, until {@link #clearFaults()}. */
    public void when(Predicate<AccessRecord> record, LogFault fault) {
        faults.when(record, fault);
    }

    /**
     * Every call with such a record is refused with {@code VALIDATION_ERROR}, until {@link #acceptAgain()}.
     *
     * @param record which records are bad; called on many threads
     * @param text what the refusal says
     */
    public void refuse(Predicate<AccessRecord> record, String text) {
        faults.refuse(record, Optional.of(text));
    }

    /** As {@link #refuse}, but the refusal says nothing of its cause. */
    public void refuseWithoutWords(Predicate<AccessRecord> record) {
        faults.refuse(record, Optional.empty());
    }

    /** No record is bad any longer. */
    public void acceptAgain() {
        faults.accept();
    }

    /** How many calls will still meet a fault. */
    public int pendingFaults() {
        return faults.pending();
    }

    /** Takes away every fault, and no record is bad any longer. */
    public void clearFaults() {
        faults.clear();
    }

    // ---- how it is ----

    /**
     * What the refusal for a log id that has come before says; {@link #DUPLICATE_TEXT} and the log id
     * unless set. What the national service says is not known.
     *
     * @param text the words; none when empty
     */
    public synchronized void duplicateText(Optional<String> text) {
        settings.duplicateText = text;
    }

    /** Stores a log id as often as it comes: a log service that does not keep the rule. */
    public synchronized void acceptDuplicates() {
        settings.duplicatesAccepted = true;
    }

    /** Takes times with a zone, which the contract does not have; refused unless this is called. */
    public synchronized void tolerateZones() {
        settings.zonesAllowed = true;
    }

    /**
     * Keeps nothing but the log ids of what is stored from now on, for tests with millions of records: no
     * {@link #stored()}, and no reports.
     */
    public synchronized void keepLogIdsOnly() {
        settings.contentKept = false;
    }

    /** How long it takes until a record shows in reports: no time unless set, a day by the contract. */
    public synchronized void reportLag(Duration lag) {
        settings.lag = lag;
    }

    /**
     * How long a report takes to make, by the clock. When it takes time it is queued, and the answer says
     * when to come back; it takes no time unless set.
     */
    public synchronized void reportTime(Duration time) {
        settings.reportTime = time;
    }

    /**
     * Lines in a report at most: {@link #MAX_REPORT} unless set.
     *
     * @throws InvalidInputException if it is below 1
     */
    public synchronized void maxReport(int lines) {
        settings.maxReport = atLeastOne("lines", lines);
    }

    /**
     * Lets a system store and read for these care providers alone; others get {@code ACCESSDENIED}. A
     * system without limits may do so for all.
     */
    public synchronized void limit(HsaId system, HsaId... careProviders) {
        settings.rights.put(system, Set.of(careProviders));
    }

    // ---- what there is ----

    /**
     * Everything stored, in the order it was.
     *
     * @throws IllegalStateException after {@link #keepLogIdsOnly()}
     */
    public synchronized List<StoredRecord> stored() {
        requireContent();
        return archive.records();
    }

    /**
     * What a care provider owns of it: the records of those who acted for that care provider.
     *
     * @throws IllegalStateException after {@link #keepLogIdsOnly()}
     */
    public List<StoredRecord> storedBy(HsaId careProvider) {
        return stored().stream()
                .filter(each -> each.record().user().careProvider().id().equals(careProvider))
                .toList();
    }

    /** How many records have been forgotten since the start or the last reset, since there were more than are kept. */
    public synchronized long forgotten() {
        return archive.forgotten();
    }

    /** The log ids of everything stored. */
    public synchronized Set<String> logIds() {
        return archive.ids();
    }

    /** Log ids that have been stored more than once: none, unless {@link #acceptDuplicates()}. */
    public synchronized List<String> doubled() {
        return archive.doubled();
    }

    /** Counts of what has happened. */
    public synchronized LogFigures figures() {
        return new LogFigures(calls, archive.count(), largestCall, results, desk.ordered());
    }

    /**
     * Waits until so many records have been stored.
     *
     * @return false if there were fewer when the time was up
     */
    public synchronized boolean awaitStored(long count, Duration atMost)
            throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (archive.count() < count) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Everything as it was at the start. */
    public synchronized void reset() {
        faults.clear();
        archive = new LogArchive();
        desk = new ReportDesk(ids);
        settings = new Settings();
        results.clear();
        calls = 0;
        largestCall = 0;
    }

    private void requireContent() {
        if (!settings.contentKept) {
            throw new IllegalStateException("the log service keeps log ids only");
        }
    }

    private static int atLeastOne(String field, int number) {
        if (number < 1) {
            throw new InvalidInputException(field, "is below 1", "1 or more");
        }
        return number;
    }

    // ---- StoreLog ----

    private Result storeLog(Part request, Caller caller) {
        List<AccessRecord> records;
        try {
            records = read(request);
        } catch (NotAllowed wrong) {
            return answered(0, Result.invalid(String.valueOf(wrong.getMessage())));
        }
        LogFault fault = faults.take(records);
        return fault == null ? perform(records, caller) : meet(fault, records, caller);
    }

    private List<AccessRecord> read(Part request) {
        List<Part> logs = request.all("log");
        if (logs.isEmpty()) {
            inspector.report(
                    CONTENT, "StoreLog", new Text("Loggposter saknas", "There are no records"));
            throw new NotAllowed("Anropet är utan loggposter");
        }
        if (logs.size() > MAX_RECORDS && inspector.refuses(LIMIT, "StoreLog", logs.size())) {
            throw new NotAllowed("Anropet har fler än " + MAX_RECORDS + " loggposter");
        }
        ContractRules rules = rules();
        int at = 0;
        List<AccessRecord> records = new ArrayList<>(logs.size());
        for (Part log : logs) {
            try {
                records.add(rules.record(log));
            } catch (NotAllowed wrong) {
                at++;
                String post = at == 1 ? "log" : "log[" + at + "]";
                if (inspector.refuses(wrong.isAboutZone() ? ZONE : CONTENT, post, wrong.text())) {
                    throw new NotAllowed("Loggpost " + at + ": " + wrong.getMessage());
                }
                continue;
            }
            at++;
        }
        return records;
    }

    private synchronized ContractRules rules() {
        return new ContractRules(
                settings.zonesAllowed || inspector.strictness() == Strictness.LENIENT);
    }

    private Result meet(LogFault fault, List<AccessRecord> records, Caller caller) {
        if (fault instanceof LogFault.Refusal refusal) {
            return answered(records.size(), new Result(refusal.code(), refusal.text()));
        }
        if (fault instanceof LogFault.SoapFault soap) {
            answered(records.size(), new Result(FAULT, Optional.empty()));
            throw RivtaFault.server(soap.text());
        }
        if (fault instanceof LogFault.BadRecord bad) {
            faults.spoil(records.get(Math.min(bad.place(), records.size()) - 1), bad.text());
            return perform(records, caller);
        }
        if (fault instanceof LogFault.Late late && !late.storedFirst()) {
            pause(late.time());
        }
        Result result = perform(records, caller);
        if (fault instanceof LogFault.AnswerLost) {
            throw new LostAnswer();
        }
        if (fault instanceof LogFault.Late late && late.storedFirst()) {
            pause(late.time());
        }
        if (fault instanceof LogFault.Info info && result.isOk()) {
            return new Result("INFO", Optional.of(info.text()));
        }
        return fault instanceof LogFault.Repeated ? perform(records, caller) : result;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** All or nothing. */
    private synchronized Result perform(List<AccessRecord> records, Caller caller) {
        Result refusal = refusal(records, caller);
        if (refusal == null) {
            archive.store(
                    records, calls + 1, consumer(caller), clock.instant(), settings.contentKept);
            notifyAll();
        }
        return answered(records.size(), refusal == null ? Result.OK : refusal);
    }

    private @Nullable Result refusal(List<AccessRecord> records, Caller caller) {
        for (AccessRecord record : records) {
            if (!mayUse(caller, record.user().careProvider().id())
                    && inspector.refuses(
                            NO_RIGHT, "StoreLog", consumer(caller).map(HsaId::value).orElse("-"))) {
                return DENIED;
            }
        }
        Result bad = faults.refusal(records);
        if (bad != null || settings.duplicatesAccepted) {
            return bad;
        }
        String duplicate = archive.duplicate(records);
        if (duplicate == null) {
            return null;
        }
        boolean known = archive.holds(duplicate);
        return inspector.refuses(known ? DUPLICATE : TWICE, "logId", duplicate)
                ? duplicate(duplicate)
                : null;
    }

    private Result duplicate(String logId) {
        return new Result(
                "VALIDATION_ERROR",
                settings.duplicateText.map(
                        text -> text.equals(DUPLICATE_TEXT) ? text + ": " + logId : text));
    }

    private synchronized Result answered(int records, Result result) {
        calls++;
        largestCall = Math.max(largestCall, records);
        results.merge(result.code(), 1L, Long::sum);
        return result;
    }

    private boolean mayUse(Caller caller, HsaId careProvider) {
        return consumer(caller)
                .map(settings.rights::get)
                .map(allowed -> allowed.contains(careProvider))
                .orElse(true);
    }

    private static Optional<HsaId> consumer(Caller caller) {
        return caller.originalConsumer().or(caller::sender);
    }

    // ---- reports ----

    private Handler<Part, ReportAnswer> reports(Question.Kind kind) {
        return (request, caller) -> report(kind, request, caller);
    }

    private synchronized ReportAnswer report(Question.Kind kind, Part request, Caller caller) {
        try {
            return report(
                    Question.of(kind, request, rules()),
                    ContractRules.optionalId(request, "queuedReportId"),
                    caller);
        } catch (NotAllowed wrong) {
            inspector.report(wrong.isAboutZone() ? ZONE : PERIOD, "", wrong.text());
            return ReportAnswer.refused(Result.invalid(String.valueOf(wrong.getMessage())));
        }
    }

    private ReportAnswer report(Question question, @Nullable String reportId, Caller caller) {
        HsaId careProvider = question.careProvider();
        if (careProvider != null
                && !mayUse(caller, careProvider)
                && inspector.refuses(
                        NO_RIGHT,
                        "careProviderId",
                        consumer(caller).map(HsaId::value).orElse("-"))) {
            return ReportAnswer.refused(DENIED);
        }
        if (!settings.contentKept) {
            return ReportAnswer.refused(
                    new Result("ERROR", Optional.of("Loggposternas innehåll sparas inte")));
        }
        Optional<HsaId> consumer = consumer(caller);
        Instant now = clock.instant();
        ReportDesk.Report report =
                reportId == null
                        ? desk.order(question, consumer, now, settings.reportTime)
                        : desk.find(reportId, question.kind(), consumer);
        if (report == null) {
            inspector.report(UNKNOWN_REPORT, "queuedReportId");
            return ReportAnswer.refused(
                    new Result("REPORT_NOT_FOUND", Optional.of("Det finns ingen sådan rapport")));
        }
        return report.isReady(now)
                ? finished(report)
                : new ReportAnswer(
                        report.unfinished(now),
                        Optional.empty(),
                        Optional.of(new ReportAnswer.Waiting(report.id(), report.left(now))),
                        List.of());
    }

    private ReportAnswer finished(ReportDesk.Report report) {
        Question question = report.question();
        Instant shown = report.ready().minus(settings.lag);
        Instant online =
                report.ready().atZone(ZoneOffset.UTC).minusMonths(MONTHS_ONLINE).toInstant();
        List<ReportEntry> entries =
                question.entries(
                        archive.storedBy(shown)
                                .filter(record -> !record.activity().start().isBefore(online)));
        if (entries.size() > settings.maxReport && inspector.refuses(TOO_LARGE, "")) {
            return ReportAnswer.refused(
                    new Result(
                            "MAX_QUERY_RESULT_EXCEEDED",
                            Optional.of("Rapporten är för stor: fråga för en kortare tid")));
        }
        Instant from = question.from().isAfter(online) ? question.from() : online;
        Instant to = question.to().isBefore(shown) ? question.to() : shown;
        return new ReportAnswer(
                Result.OK,
                from.isAfter(to)
                        ? Optional.empty()
                        : Optional.of(new ReportAnswer.Interval(from, to)),
                Optional.empty(),
                entries);
    }

    /** How much it holds. */
    @Override
    public synchronized String toString() {
        return "LogServiceStandIn[" + archive.count() + " records]";
    }
}
