package se.ehealthsdk.audit.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.audit.contract.GetAccessLogsForPatient;
import se.ehealthsdk.audit.contract.GetLogs;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.audit.contract.ReportAnswer;
import se.ehealthsdk.audit.contract.ReportResult;
import se.ehealthsdk.audit.followup.FollowUpTestService.FakeWaiting;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.core.xml.SwedishTime;

class AccessLogReportsTest {

    private static final HsaId PROVIDER = HsaId.of("SE5565594230-PROV");
    private static final LogPeriod MARCH =
            LogPeriod.days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final LogsQuery QUERY = LogsQuery.of(PROVIDER, MARCH).about(Sample.PATIENT);
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private static FollowUpTestService service;
    private FakeWaiting waiting;
    private List<String> told;

    @BeforeAll
    static void start() {
        service = new FollowUpTestService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void fresh() {
        service.requests.clear();
        waiting = new FakeWaiting();
        told = new ArrayList<>();
    }

    private AccessLogReports.Builder builder() {
        return AccessLogReports.builder(service.client())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .waiting(waiting)
                .listener(
                        new ReportListener() {
                            @Override
                            public void waiting(PendingReport pending, Duration pause) {
                                told.add(pending.queuedReportId() + " " + pause.toSeconds());
                            }

                            @Override
                            public void divided(
                                    String interaction, LogPeriod first, LogPeriod second) {
                                told.add("divided at " + first.to());
                            }
                        });
    }

    private AccessLogReports reports() {
        return builder().build();
    }

    // ---- waiting

    @Test
    void logs_readyAtOnce_areTheRowsAndComplete() {
        AccessRecord record = Sample.reading().build();
        service.logs = request -> ready(request, List.of(record));

        Report<AccessRecord> report = reports().logs(QUERY);

        assertThat(report.rows()).containsExactly(record);
        assertThat(report.complete()).isTrue();
        assertThat(report.available()).containsExactly(MARCH);
        assertThat(report.askedAt()).isEqualTo(NOW);
        assertThat(service.requests)
                .containsExactly(
                        new GetLogs(
                                PROVIDER,
                                Optional.of(Sample.PATIENT),
                                Optional.empty(),
                                MARCH.from(),
                                MARCH.to(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void logs_queuedTwice_areAskedForByIdAfterTheTimeTold() {
        AtomicInteger asked = new AtomicInteger();
        service.logs =
                request ->
                        switch (asked.incrementAndGet()) {
                            case 1 -> queued("r1", 90);
                            case 2 ->
                                    ReportAnswer.of(
                                            ReportResult.queued(
                                                    LogResult.REPORT_IN_PROCESS,
                                                    "r1",
                                                    Duration.ofSeconds(7)));
                            default -> ready(request, List.of(Sample.reading().build()));
                        };

        Report<AccessRecord> report = reports().logs(QUERY);

        assertThat(report.rows()).hasSize(1);
        assertThat(sentIds()).containsExactly("-", "r1", "r1");
        assertThat(waiting.pauses).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(7));
        assertThat(told).containsExactly("r1 90", "r1 7");
    }

    @Test
    void logs_answerLaterWithoutId_areAskedForByTheKnownOne() {
        AtomicInteger asked = new AtomicInteger();
        service.logs =
                request ->
                        switch (asked.incrementAndGet()) {
                            case 1 -> queued("r1", 1);
                            case 2 ->
                                    ReportAnswer.of(
                                            new ReportResult(
                                                    LogResult.of(LogResult.REPORT_IN_PROCESS),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.empty()));
                            default -> ready(request, List.of());
                        };

        reports().logs(QUERY);

        assertThat(sentIds()).containsExactly("-", "r1", "r1");
        assertThat(waiting.pauses.get(1)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 1})
    void logs_toldToComeBackAtOnce_pausesASecond(int seconds) {
        service.logs =
                request ->
                        request.queuedReportId().isEmpty()
                                ? queued("r1", seconds)
                                : ready(request, List.of());

        reports().logs(QUERY);

        assertThat(waiting.pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void logs_toldToComeBackTomorrow_areAskedForAtLeastEveryTenMinutes() {
        service.logs =
                request ->
                        request.queuedReportId().isEmpty()
                                ? queued("r1", 86_400)
                                : ready(request, List.of());

        reports().logs(QUERY);

        assertThat(waiting.pauses).containsExactly(Duration.ofMinutes(10));
    }

    @Test
    void logs_notReadyInTime_areAskedForOnceMoreAtTheEndAndCanBeResumed() {
        service.logs = request -> queued("r1", 40);

        ReportPendingException pending =
                catchThrowableOfType(
                        ReportPendingException.class,
                        () -> builder().longestWait(Duration.ofSeconds(60)).build().logs(QUERY));

        assertThat(waiting.pauses).containsExactly(Duration.ofSeconds(40), Duration.ofSeconds(20));
        assertThat(sentIds()).containsExactly("-", "r1", "r1");
        assertThat(pending.pending()).isEqualTo(new PendingReport("GetLogs", MARCH, "r1"));
        assertThat(pending.remedy()).contains("resume");

        service.requests.clear();
        service.logs = request -> ready(request, List.of(Sample.reading().build()));
        Report<AccessRecord> report = reports().resume(pending.pending()).logs(QUERY);

        assertThat(report.rows()).hasSize(1);
        assertThat(sentIds()).containsExactly("r1");
    }

    @Test
    void logs_noWaitAllowed_arePendingAtOnce() {
        service.logs = request -> queued("r1", 40);

        assertThatThrownBy(() -> builder().longestWait(Duration.ZERO).build().logs(QUERY))
                .isInstanceOf(ReportPendingException.class);
        assertThat(service.requests).hasSize(1);
        assertThat(waiting.pauses).isEmpty();
    }

    @Test
    void resume_ofAnotherReport_isRefusedBeforeAnythingIsSent() {
        AccessLogReports other = reports().resume(new PendingReport("GetInfoLogs", MARCH, "r1"));
        AccessLogReports later =
                reports()
                        .resume(
                                new PendingReport(
                                        "GetLogs",
                                        LogPeriod.days(
                                                LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2)),
                                        "r1"));

        assertThatThrownBy(() -> other.logs(QUERY)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> later.logs(QUERY)).isInstanceOf(InvalidInputException.class);
        assertThat(service.requests).isEmpty();
    }

    @Test
    void logs_interruptedWhileWaiting_stopWithTheFlagSetAndTheId() {
        service.logs = request -> queued("r1", 40);
        ReportListener interrupting =
                new ReportListener() {
                    @Override
                    public void waiting(PendingReport pending, Duration pause) {
                        Thread.currentThread().interrupt();
                    }
                };

        ReportPendingException pending =
                catchThrowableOfType(
                        ReportPendingException.class,
                        () -> builder().listener(interrupting).build().logs(QUERY));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(pending.pending().queuedReportId()).isEqualTo("r1");
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void logs_queuedWithoutAnId_areAProtocolErrorRatherThanAskedForAnew() {
        service.logs =
                request ->
                        ReportAnswer.of(
                                new ReportResult(
                                        LogResult.of(LogResult.REPORT_ON_QUEUE),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(Duration.ofSeconds(1))));

        assertThatThrownBy(() -> reports().logs(QUERY)).isInstanceOf(ProtocolException.class);
        assertThat(service.requests).hasSize(1);
    }

    // ---- failures

    @Test
    void logs_firstQuestionFails_isNeverRepeated() {
        // codeless and transient: a query contract would be tried again
        service.logs =
                request -> {
                    throw RivtaFault.server("VP009 [X] Unavailable");
                };

        assertThatThrownBy(() -> reports().logs(QUERY)).isInstanceOf(EHealthException.class);
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void logs_questionWithIdFails_isRepeatedUntilTheReportIsThere() {
        AtomicInteger asked = new AtomicInteger();
        service.logs =
                request -> {
                    if (request.queuedReportId().isEmpty()) {
                        return queued("r1", 5);
                    }
                    if (asked.incrementAndGet() < 6) {
                        throw RivtaFault.server("VP009 [X] Unavailable");
                    }
                    return ready(request, List.of(Sample.reading().build()));
                };

        assertThat(reports().logs(QUERY).rows()).hasSize(1);
        assertThat(sentIds().subList(1, sentIds().size())).containsOnly("r1").hasSize(6);
    }

    @Test
    void logs_questionWithIdFailsForGood_keepsTheCauseAndTheId() {
        service.logs =
                request -> {
                    if (request.queuedReportId().isEmpty()) {
                        return queued("r1", 5);
                    }
                    throw RivtaFault.server("VP009 [X] Unavailable");
                };

        ReportPendingException pending =
                catchThrowableOfType(
                        ReportPendingException.class,
                        () -> builder().longestWait(Duration.ofSeconds(12)).build().logs(QUERY));

        assertThat(pending).hasCauseInstanceOf(EHealthException.class);
        assertThat(pending.pending().queuedReportId()).isEqualTo("r1");
    }

    @Test
    void logs_producerFault_isThrownAsItIs() {
        service.logs =
                request -> {
                    throw RivtaFault.client("nej");
                };

        assertThatThrownBy(() -> reports().logs(QUERY)).isInstanceOf(ServiceFaultException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR",
                "VALIDATION_ERROR",
                "ACCESSDENIED",
                "REPORT_NOT_FOUND",
                "SOMETHING_NEW"
            })
    void logs_refused_areRejectedWithCodeAndTextButNoTextInTheMessage(String code) {
        service.logs =
                request -> ReportAnswer.of(ReportResult.refused(code, "Tolvan 191212121212"));

        RejectedException refused =
                catchThrowableOfType(RejectedException.class, () -> reports().logs(QUERY));

        assertThat(refused.resultCode()).isEqualTo(code);
        assertThat(refused.resultText()).isEqualTo("Tolvan 191212121212");
        assertThat(refused.toString()).doesNotContain("Tolvan").doesNotContain("1212121212");
        assertThat(service.requests).hasSize(1);
    }

    // ---- completeness

    @Test
    void logs_serviceCoversLess_areIncompleteWithThePeriodsThatAreMissing() {
        service.logs =
                request ->
                        new ReportAnswer<>(
                                ReportResult.ready(
                                        LocalDateTime.parse("2026-03-05T00:00:00"),
                                        LocalDateTime.parse("2026-03-20T00:00:00")),
                                List.of());

        Report<AccessRecord> report = reports().logs(QUERY);

        assertThat(report.complete()).isFalse();
        assertThat(report.notes())
                .extracting(ReportNote::kind)
                .containsOnly(ReportNote.Kind.PERIOD_CUT);
        assertThat(report.notes())
                .extracting(note -> note.period().from() + "/" + note.period().to())
                .containsExactly(
                        "2026-03-01T00:00/2026-03-05T00:00",
                        "2026-03-20T00:00:01/2026-04-01T00:00");
    }

    @Test
    void logs_serviceEndsAtTheLastSecond_areComplete() {
        service.logs =
                request ->
                        new ReportAnswer<>(
                                ReportResult.ready(
                                        MARCH.from(), LocalDateTime.parse("2026-03-31T23:59:59")),
                                List.of());

        assertThat(reports().logs(QUERY).complete()).isTrue();
    }

    @Test
    void logs_serviceCoversAnotherPeriodAltogether_areMissingAll() {
        service.logs =
                request ->
                        new ReportAnswer<>(
                                ReportResult.ready(
                                        LocalDateTime.parse("2026-05-01T00:00:00"),
                                        LocalDateTime.parse("2026-06-01T00:00:00")),
                                List.of());

        Report<AccessRecord> report = reports().logs(QUERY);

        assertThat(report.available()).isEmpty();
        assertThat(report.notes())
                .containsExactly(ReportNote.of(ReportNote.Kind.PERIOD_CUT, MARCH));
    }

    @Test
    void logs_serviceDoesNotSayWhatItCovers_areNotTakenForComplete() {
        service.logs =
                request ->
                        ReportAnswer.of(
                                new ReportResult(
                                        LogResult.of("INFO", "Information till 191212121212"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()));

        Report<AccessRecord> report = reports().logs(QUERY);

        assertThat(report.complete()).isFalse();
        assertThat(report.notes())
                .extracting(ReportNote::kind)
                .containsExactly(ReportNote.Kind.PERIOD_NOT_TOLD, ReportNote.Kind.MESSAGE);
        assertThat(report.toString()).doesNotContain("1212121212");
    }

    @Test
    void logs_ofTheLastDay_mayLackTheNewest() {
        service.logs = request -> ready(request, List.of());
        LogPeriod week = LogPeriod.between(NOW.minus(Duration.ofDays(7)), NOW);

        Report<AccessRecord> report = reports().logs(LogsQuery.of(PROVIDER, week));

        assertThat(report.complete()).isFalse();
        assertThat(report.notes())
                .containsExactly(
                        ReportNote.of(
                                ReportNote.Kind.TOO_RECENT,
                                LogPeriod.between(NOW.minus(Duration.ofHours(24)), NOW)));
    }

    // ---- dividing

    @Test
    void logs_tooLarge_areAskedForInPartsWithNothingLostOrDoubledAtTheBorders() {
        LogStore store = new LogStore(MARCH, 200, 30, true, true);
        service.logs = store::answer;

        Report<AccessRecord> report = reports().logs(QUERY);

        assertThat(report.rows()).containsExactlyElementsOf(store.records);
        assertThat(report.complete()).isTrue();
        assertThat(report.available()).containsExactly(MARCH);
        assertThat(told).isNotEmpty().allMatch(text -> text.startsWith("divided"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true true", "true false", "false true", "false false"})
    void logs_dividedExactlyOnARecord_haveItOnceWhateverEndsTheServiceIncludes(String ends) {
        LogPeriod day = LogPeriod.days(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));
        // borders fall on noon, six and eighteen
        LogStore store =
                LogStore.ofLocalTimes(
                                day,
                                3,
                                "2026-03-02T01:00:00",
                                "2026-03-02T05:59:59",
                                "2026-03-02T06:00:00",
                                "2026-03-02T11:59:59",
                                "2026-03-02T12:00:00",
                                "2026-03-02T12:00:01",
                                "2026-03-02T18:00:00",
                                "2026-03-02T19:00:00")
                        .including(ends.startsWith("true"), ends.endsWith("true"));
        service.logs = store::answer;

        Report<AccessRecord> report = reports().logs(LogsQuery.of(PROVIDER, day));

        assertThat(report.rows()).containsExactlyElementsOf(store.records);
        assertThat(told).contains("divided at 2026-03-02T12:00", "divided at 2026-03-02T06:00");
    }

    @Test
    void logs_dividedInTheNightSummerTimeBegins_keepTimesThatDoNotExist() {
        LogPeriod night = period("2026-03-29T01:00:00", "2026-03-29T05:00:00");
        // 02:30 does not exist: a system with a clock of its own wrote it all the same
        LogStore store =
                LogStore.ofLocalTimes(
                        night,
                        3,
                        "2026-03-29T01:10:00",
                        "2026-03-29T01:50:00",
                        "2026-03-29T02:30:00",
                        "2026-03-29T03:10:00",
                        "2026-03-29T04:10:00",
                        "2026-03-29T04:50:00");
        service.logs = store::answer;

        Report<AccessRecord> report = reports().logs(LogsQuery.of(PROVIDER, night));

        assertThat(ids(report)).containsExactlyInAnyOrderElementsOf(store.ids());
        assertThat(told).isNotEmpty();
    }

    @Test
    void logs_dividedInTheNightSummerTimeEnds_haveBothHoursOnce() {
        LogPeriod night = period("2026-10-25T00:00:00", "2026-10-25T05:00:00");
        LogStore store = new LogStore(night, 61, 30, true, true);
        service.logs = store::answer;

        Report<AccessRecord> report =
                AccessLogReports.builder(service.client())
                        .clock(Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC))
                        .waiting(waiting)
                        .build()
                        .logs(LogsQuery.of(PROVIDER, night));

        assertThat(ids(report)).containsExactlyInAnyOrderElementsOf(store.ids());
        assertThat(report.complete()).isTrue();
    }

    @Test
    void logs_dividedInTheNightSummerTimeEnds_areWholeFromAServiceThatKeepsInstants() {
        LogPeriod night = period("2026-10-25T00:00:00", "2026-10-25T05:00:00");
        LogStore store = new LogStore(night, 61, 30, true, true);
        service.logs =
                request -> {
                    Instant from = request.from().atZone(SwedishTime.ZONE).toInstant();
                    Instant to = request.to().atZone(SwedishTime.ZONE).toInstant();
                    List<AccessRecord> found =
                            store.records().stream()
                                    .filter(it -> !it.activity().start().isBefore(from))
                                    .filter(it -> it.activity().start().isBefore(to))
                                    .toList();
                    return found.size() > 30
                            ? ReportAnswer.of(
                                    ReportResult.refused(LogResult.MAX_QUERY_RESULT_EXCEEDED, ""))
                            : ready(request, found);
                };

        Report<AccessRecord> report = reports().logs(LogsQuery.of(PROVIDER, night));

        assertThat(ids(report)).containsExactlyInAnyOrderElementsOf(store.ids());
        assertThat(told).contains("divided at 2026-10-25T02:00");
    }

    @Test
    void logs_tooLargeForAsManyPartsAsAllowed_areRejectedNotCut() {
        service.logs =
                request ->
                        ReportAnswer.of(
                                ReportResult.refused(
                                        LogResult.MAX_QUERY_RESULT_EXCEEDED, "för stor"));

        RejectedException refused =
                catchThrowableOfType(
                        RejectedException.class, () -> builder().maxParts(4).build().logs(QUERY));

        assertThat(refused.resultCode()).isEqualTo(LogResult.MAX_QUERY_RESULT_EXCEEDED);
        assertThat(service.requests).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void logs_tooLargeInASecond_areRejectedSinceItCannotBeDivided() {
        service.logs =
                request ->
                        ReportAnswer.of(
                                ReportResult.refused(LogResult.MAX_QUERY_RESULT_EXCEEDED, ""));
        LogPeriod second = period("2026-03-01T12:00:00", "2026-03-01T12:00:01");

        assertThatThrownBy(() -> reports().logs(LogsQuery.of(PROVIDER, second)))
                .isInstanceOf(RejectedException.class);
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void resume_ofAPart_asksForThatByIdAndForTheRestAnew() {
        LogStore store = new LogStore(MARCH, 100, 60, true, true);
        AtomicInteger asked = new AtomicInteger();
        service.logs =
                request ->
                        asked.incrementAndGet() == 3 ? queued("r2", 3600) : store.answer(request);
        ReportPendingException pending =
                catchThrowableOfType(
                        ReportPendingException.class,
                        () -> builder().longestWait(Duration.ZERO).build().logs(QUERY));
        assertThat(pending.pending().period().to()).isEqualTo(MARCH.to());
        assertThat(pending.pending().period().from()).isAfter(MARCH.from());

        service.requests.clear();
        service.logs = store::answer;
        Report<AccessRecord> report = reports().resume(pending.pending()).logs(QUERY);

        assertThat(report.rows()).containsExactlyElementsOf(store.records);
        assertThat(sentIds()).containsExactly("r2", "-");
        assertThat(report.available()).containsExactly(MARCH);
    }

    // ---- the other reports

    @Test
    void accessLogs_aggregated_neverSendAnIdAndAreNeverComplete() {
        service.accessLogs =
                request ->
                        new ReportAnswer<>(
                                ReportResult.ready(request.from(), request.to()),
                                List.of(access("2026-03-03T10:00:00Z")));
        AccessLogReports aggregated =
                builder().aggregated(LogicalAddress.of("SE165565594230-AGG")).build();

        Report<PatientAccess> report = aggregated.accessLogsForPatient(Sample.PATIENT, MARCH);

        assertThat(report.rows()).hasSize(1);
        assertThat(report.complete()).isFalse();
        assertThat(report.notes())
                .containsExactly(ReportNote.of(ReportNote.Kind.MAY_LACK_PRODUCERS, MARCH));
        assertThat(((GetAccessLogsForPatient) service.requests.get(0)).queuedReportId()).isEmpty();
        assertThatThrownBy(() -> aggregated.logs(QUERY)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> aggregated.infoLogs(PROVIDER, MARCH))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                aggregated.resume(
                                        new PendingReport("GetAccessLogsForPatient", MARCH, "r")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void accessLogs_aggregatedButQueued_areRejectedRatherThanAskedForAnew() {
        service.accessLogs =
                request ->
                        ReportAnswer.of(
                                ReportResult.queued(
                                        LogResult.REPORT_ON_QUEUE, "r1", Duration.ofSeconds(1)));

        assertThatThrownBy(
                        () ->
                                builder()
                                        .aggregated(LogicalAddress.of("SE165565594230-AGG"))
                                        .build()
                                        .accessLogsForPatient(Sample.PATIENT, MARCH))
                .isInstanceOf(RejectedException.class);
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void infoLogs_divided_nameEachCareProviderOnce() {
        CareProvider other = new CareProvider(HsaId.of("SE1-OTHER"), Optional.of("Annan"));
        service.infoLogs =
                request ->
                        Duration.between(request.from(), request.to()).toDays() > 20
                                ? ReportAnswer.of(
                                        ReportResult.refused(
                                                LogResult.MAX_QUERY_RESULT_EXCEEDED, ""))
                                : new ReportAnswer<>(
                                        ReportResult.ready(request.from(), request.to()),
                                        List.of(other, CareProvider.of(PROVIDER)));

        Report<CareProvider> report = reports().infoLogs(PROVIDER, Sample.PATIENT, MARCH);

        assertThat(report.rows()).containsExactly(other, CareProvider.of(PROVIDER));
        assertThat(service.requests).hasSize(3);
    }

    @Test
    void messages_ofEverythingThrown_holdNoPersonalData() {
        service.logs = request -> queued("r1", 40);
        ReportPendingException pending =
                catchThrowableOfType(
                        ReportPendingException.class,
                        () -> builder().longestWait(Duration.ZERO).build().logs(QUERY));

        assertThat(pending + " " + pending.pending() + " " + QUERY)
                .doesNotContain("1212121212")
                .contains("r1");
    }

    private List<String> sentIds() {
        return service.requests.stream()
                .map(request -> ((GetLogs) request).queuedReportId().orElse("-"))
                .toList();
    }

    private static List<String> ids(Report<AccessRecord> report) {
        return report.rows().stream().map(AccessRecord::logId).toList();
    }

    private static LogPeriod period(String from, String to) {
        return new LogPeriod(LocalDateTime.parse(from), LocalDateTime.parse(to));
    }

    private static ReportAnswer<AccessRecord> queued(String id, int seconds) {
        return ReportAnswer.of(
                ReportResult.queued(LogResult.REPORT_ON_QUEUE, id, Duration.ofSeconds(seconds)));
    }

    private static ReportAnswer<AccessRecord> ready(GetLogs request, List<AccessRecord> records) {
        return new ReportAnswer<>(ReportResult.ready(request.from(), request.to()), records);
    }

    private static PatientAccess access(String time) {
        return new PatientAccess(
                CareProvider.of(PROVIDER),
                CareUnit.of(HsaId.of("SE5565594230-UNIT")),
                Instant.parse(time),
                HsaId.of("SE5565594230-DOC1"),
                Optional.empty(),
                Optional.empty(),
                Purpose.CARE_AND_TREATMENT,
                ResourceType.CERTIFICATE);
    }

    /** A service that has records, gives a number of them at most, and compares local times as text. */
    private record LogStore(
            List<AccessRecord> records,
            List<LocalDateTime> times,
            int most,
            boolean fromIncluded,
            boolean toIncluded) {

        LogStore(LogPeriod period, int count, int most, boolean fromIncluded, boolean toIncluded) {
            this(
                    spread(period, count),
                    spread(period, count).stream()
                            .map(record -> LogPeriod.local(record.activity().start()))
                            .toList(),
                    most,
                    fromIncluded,
                    toIncluded);
        }

        static LogStore ofLocalTimes(LogPeriod period, int most, String... times) {
            List<AccessRecord> records = new ArrayList<>();
            List<LocalDateTime> wire = new ArrayList<>();
            for (String time : times) {
                wire.add(LocalDateTime.parse(time));
                records.add(record("at " + time, SwedishTime.parse(time).orElseThrow()));
            }
            return new LogStore(records, wire, most, true, true);
        }

        private static List<AccessRecord> spread(LogPeriod period, int count) {
            Instant from = period.from().atZone(SwedishTime.ZONE).toInstant();
            Duration step =
                    Duration.between(from, period.to().atZone(SwedishTime.ZONE).toInstant())
                            .dividedBy(count);
            List<AccessRecord> records = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Instant time = from.plus(step.multipliedBy(i)).plus(step.dividedBy(2));
                records.add(
                        record(
                                UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)})
                                        .toString(),
                                time));
            }
            return records;
        }

        private static AccessRecord record(String id, Instant time) {
            return Sample.reading().logId(id).at(time).build();
        }

        LogStore including(boolean from, boolean to) {
            return new LogStore(records, times, most, from, to);
        }

        List<String> ids() {
            return records.stream().map(AccessRecord::logId).toList();
        }

        ReportAnswer<AccessRecord> answer(GetLogs request) {
            List<AccessRecord> found = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                LocalDateTime time = times.get(i);
                boolean after =
                        time.isAfter(request.from()) || fromIncluded && time.equals(request.from());
                boolean before =
                        time.isBefore(request.to()) || toIncluded && time.equals(request.to());
                if (after && before) {
                    found.add(records.get(i));
                }
            }
            return found.size() > most
                    ? ReportAnswer.of(ReportResult.refused(LogResult.MAX_QUERY_RESULT_EXCEEDED, ""))
                    : ready(request, found);
        }
    }
}
