package se.ehealthsdk.audit.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.audit.AccessLog;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.LogService;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.audit.contract.GetLogs;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.ReportAnswer;
import se.ehealthsdk.audit.contract.ReportResult;
import se.ehealthsdk.audit.followup.LogConfirmationResult.Failure;
import se.ehealthsdk.audit.followup.LogConfirmationResult.Unsettled;
import se.ehealthsdk.audit.followup.LogConfirmationResult.Why;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

class LogConfirmationTest {

    private static final HsaId PROVIDER = Sample.USER.careProvider().hsaId();
    private static final LogicalAddress OTHER = LogicalAddress.of("SE5565594230-LOGS");

    private static final DeliveryOptions ONE_BY_ONE =
            DeliveryOptions.DEFAULT
                    .maxAge(Duration.ZERO)
                    .callsPerSecond(Double.POSITIVE_INFINITY)
                    .backoff(Duration.ofMillis(5), Duration.ofMillis(20));

    private static FollowUpTestService service;

    @TempDir Path folder;

    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private JdbcOutbox outbox;
    private @Nullable Delivery delivery;

    @BeforeAll
    static void start() {
        service = new FollowUpTestService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void open() {
        service.requests.clear();
        service.logs = request -> holding(request);
        outbox = JdbcOutbox.sqlite(folder).clock(ago(Duration.ofHours(30))).open();
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    // ---- what a report settles

    @Test
    void held_inTheReport_isDelivered() {
        AccessRecord record = doubtful(held(), Sample.reading().build());
        service.logs = request -> holding(request, record);

        LogConfirmationResult result = tomorrow().run();

        assertThat(result).isEqualTo(new LogConfirmationResult(1, 1, 0, List.of(), List.of()));
        assertThat(outbox.figures().delivered()).isEqualTo(1);
        assertThat(outbox.figures().undelivered()).isZero();
        assertThat(sent).containsEntry(record.logId(), 1);
    }

    @Test
    void held_notInACompleteReport_goesOutAgain() {
        AccessRecord record = doubtful(held(), Sample.reading().build());
        verdicts.clear();

        LogConfirmationResult result = tomorrow().run();

        assertThat(result).isEqualTo(new LogConfirmationResult(1, 0, 1, List.of(), List.of()));
        await(() -> outbox.figures().delivered() == 1);
        assertThat(sent).containsEntry(record.logId(), 2);
    }

    @Test
    void assumed_inTheReport_isDelivered() {
        AccessRecord record = doubtful(duplicate(), Sample.reading().build());
        service.logs = request -> holding(request, record, Sample.reading().build());

        assertThat(tomorrow().run().delivered()).isEqualTo(1);

        assertThat(outbox.figures().assumedDelivered()).isZero();
        assertThat(outbox.figures().delivered()).isEqualTo(1);
    }

    @Test
    void assumed_wrongly_goesOutAgain() {
        AccessRecord record = doubtful(duplicate(), Sample.reading().build());
        AccessRecord another = Sample.reading().build();
        service.logs = request -> holding(request, another);
        verdicts.clear();

        assertThat(tomorrow().run().missing()).isEqualTo(1);

        await(() -> outbox.figures().delivered() == 1);
        assertThat(sent).containsEntry(record.logId(), 2);
    }

    @Test
    void run_again_findsNothingLeftToAsk() {
        AccessRecord record = doubtful(held(), Sample.reading().build());
        service.logs = request -> holding(request, record);
        tomorrow().run();

        assertThat(tomorrow().run())
                .isEqualTo(new LogConfirmationResult(0, 0, 0, List.of(), List.of()));
        assertThat(service.requests).hasSize(1);
    }

    // ---- what settles nothing

    @Test
    void missing_inAReportOfLessThanWasAskedFor_staysInDoubt() {
        AccessRecord record = doubtful(held(), Sample.reading().build());
        AccessRecord found = doubtful(duplicate(), Sample.reading().build());
        service.logs =
                request ->
                        new ReportAnswer<>(
                                ReportResult.ready(request.from(), request.to().minusSeconds(5)),
                                List.of(found));

        LogConfirmationResult result = tomorrow().run();

        assertThat(result.delivered()).isEqualTo(1);
        assertThat(result.missing()).isZero();
        assertThat(result.unsettled())
                .containsExactly(new Unsettled(record.logId(), Why.REPORT_INCOMPLETE));
        assertThat(outbox.figures().held()).isEqualTo(1);
    }

    @Test
    void missing_inAReportThatDoesNotSayWhatItCovers_staysInDoubt() {
        AccessRecord record = doubtful(duplicate(), Sample.reading().build());
        service.logs =
                request ->
                        new ReportAnswer<>(
                                new ReportResult(
                                        LogResult.of(LogResult.OK),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                List.of());

        assertThat(tomorrow().run().unsettled())
                .containsExactly(new Unsettled(record.logId(), Why.REPORT_INCOMPLETE));
        assertThat(outbox.figures().assumedDelivered()).isEqualTo(1);
    }

    @Test
    void report_refused_isToldAndTheOthersGoOn() {
        AccessRecord refused = doubtful(held(), Sample.reading().by(user("DOC2")).build());
        AccessRecord found = doubtful(held(), Sample.reading().build());
        service.logs =
                request ->
                        request.user().equals(Optional.of(user("DOC2").employee()))
                                ? ReportAnswer.of(
                                        ReportResult.refused(LogResult.ACCESS_DENIED, "nej"))
                                : holding(request, found);

        LogConfirmationResult result = tomorrow().run();

        assertThat(result.reports()).isEqualTo(2);
        assertThat(result.delivered()).isEqualTo(1);
        assertThat(result.missing()).isZero();
        assertThat(result.unsettled())
                .containsExactly(new Unsettled(refused.logId(), Why.REPORT_FAILED));
        assertThat(result.failures())
                .singleElement()
                .satisfies(
                        failure -> {
                            assertThat(failure.careProvider()).isEqualTo(PROVIDER);
                            assertThat(failure.cause()).isInstanceOf(RejectedException.class);
                        });
        assertThat(outbox.figures().held()).isEqualTo(1);
    }

    @Test
    void report_notReadyInTime_isTold() {
        AccessRecord record = doubtful(held(), Sample.reading().build());
        service.logs =
                request ->
                        ReportAnswer.of(
                                ReportResult.queued(
                                        LogResult.REPORT_ON_QUEUE, "r1", Duration.ofHours(1)));

        LogConfirmationResult result =
                LogConfirmation.builder(
                                outbox,
                                AccessLogReports.builder(service.client())
                                        .longestWait(Duration.ZERO)
                                        .build())
                        .clock(in(Duration.ofHours(25)))
                        .build()
                        .run();

        assertThat(result.unsettled())
                .containsExactly(new Unsettled(record.logId(), Why.REPORT_FAILED));
        assertThat(result.failures())
                .extracting(Failure::cause)
                .singleElement()
                .isInstanceOf(ReportPendingException.class);
        assertThat(outbox.figures().held()).isEqualTo(1);
    }

    @Test
    void held_sentLately_isLookedForButNeverTakenForMissing() {
        AccessRecord there = doubtful(held(), Sample.reading().build());
        AccessRecord notThere = doubtful(held(), Sample.reading().build());
        service.logs = request -> holding(request, there);

        // appended 30 h ago and sent just now
        LogConfirmationResult result = LogConfirmation.of(outbox, reports()).run();

        assertThat(result.delivered()).isEqualTo(1);
        assertThat(result.missing()).isZero();
        assertThat(result.unsettled())
                .containsExactly(new Unsettled(notThere.logId(), Why.TOO_RECENT));
        assertThat(outbox.figures().held()).isEqualTo(1);
    }

    @Test
    void assumed_sentLately_isNotAskedFor() {
        AccessRecord record = doubtful(duplicate(), Sample.reading().build());

        LogConfirmationResult result = LogConfirmation.of(outbox, reports()).run();

        assertThat(result.reports()).isZero();
        assertThat(result.unsettled())
                .containsExactly(new Unsettled(record.logId(), Why.TOO_RECENT));
        assertThat(service.requests).isEmpty();
        assertThat(outbox.figures().assumedDelivered()).isEqualTo(1);
    }

    @Test
    void record_sentAgainWhileTheReportWasMade_isLeftAlone() {
        AccessRecord record = doubtful(duplicate(), Sample.reading().build());
        Instant firstSent = lastSent();
        service.logs =
                request -> {
                    outbox.confirmMissing(List.of(record.logId()));
                    await(() -> inDoubt() == 1 && lastSent().isAfter(firstSent));
                    return holding(request);
                };

        LogConfirmationResult result =
                LogConfirmation.builder(outbox, reports())
                        .clock(Clock.fixed(firstSent.plus(Duration.ofHours(24)), ZoneOffset.UTC))
                        .build()
                        .run();

        assertThat(result).isEqualTo(new LogConfirmationResult(1, 0, 0, List.of(), List.of()));
        assertThat(outbox.figures().assumedDelivered()).isEqualTo(1);
        assertThat(sent).containsEntry(record.logId(), 2);
    }

    @Test
    void age_ofAServiceThatShowsAtOnce_isAChoice() {
        doubtful(held(), Sample.reading().at(Instant.now()).build());
        LogConfirmation confirmation =
                LogConfirmation.builder(outbox, reports())
                        .age(Duration.ofHours(1))
                        .clock(in(Duration.ofHours(2)))
                        .build();

        assertThat(confirmation.run().missing()).isEqualTo(1);
    }

    @Test
    void record_ofAnotherLogService_isAskedForThereOrNotAtAll() {
        AccessRecord record = Sample.reading().build();
        doubtful(held(), Item.of(record.logId(), OTHER.value(), AccessLog.payload(record)));

        LogConfirmationResult without = tomorrow().run();

        assertThat(without.unsettled())
                .containsExactly(new Unsettled(record.logId(), Why.OTHER_LOG_SERVICE));
        assertThat(service.requests).isEmpty();

        service.logs = request -> holding(request, record);
        LogConfirmationResult with =
                LogConfirmation.builder(outbox, reports())
                        .alsoAsking(
                                AccessLogReports.builder(service.client())
                                        .logicalAddress(OTHER)
                                        .build())
                        .clock(in(Duration.ofHours(25)))
                        .build()
                        .run();

        assertThat(with.delivered()).isEqualTo(1);
    }

    @Test
    void item_thatHoldsNoRecord_isToldAndTheOthersGoOn() {
        doubtful(held(), Item.of("junk", LogService.NATIONAL.value(), "no record".getBytes(UTF_8)));
        doubtful(held(), Sample.reading().build());
        verdicts.clear();

        LogConfirmationResult result = tomorrow().run();

        assertThat(result.missing()).isEqualTo(1);
        assertThat(result.unsettled()).containsExactly(new Unsettled("junk", Why.NO_RECORD));
    }

    @Test
    void run_interrupted_leavesTheRestAndTheFlag() {
        AccessRecord record = doubtful(held(), Sample.reading().build());
        Thread.currentThread().interrupt();
        try {
            LogConfirmationResult result = tomorrow().run();

            assertThat(result.unsettled())
                    .containsExactly(new Unsettled(record.logId(), Why.NOT_ASKED));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(service.requests).isEmpty();
    }

    // ---- what is asked

    @Test
    void questions_areOneForEachUserAndDay_asShortAsTheyCanBe_withoutPatient() {
        Instant morning = Instant.parse("2026-03-02T07:00:00.123Z");
        doubtful(held(), Sample.reading().at(morning).build());
        doubtful(duplicate(), Sample.reading().at(morning.plusSeconds(3600)).build());
        doubtful(held(), Sample.reading().at(morning).by(user("DOC2")).build());
        doubtful(held(), Sample.reading().at(morning.minus(Duration.ofDays(1))).build());

        LogConfirmationResult result = tomorrow().run();

        assertThat(result.reports()).isEqualTo(3);
        assertThat(service.requests)
                .containsExactlyInAnyOrder(
                        question("DOC1", "2026-03-02T07:59:00", "2026-03-02T09:01:01"),
                        question("DOC2", "2026-03-02T07:59:00", "2026-03-02T08:01:01"),
                        question("DOC1", "2026-03-01T07:59:00", "2026-03-01T08:01:01"));
        assertThat(result.missing()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        // an ordinary night, over midnight
        "2026-05-01T21:59:30Z, 2026-05-01T21:59:30Z, 2026-05-01T23:58:30, 2026-05-02T00:00:30",
        // the hour that comes twice: first time, second time, both
        "2026-10-25T00:30:00Z, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00, 2026-10-25T04:00:00",
        "2026-10-25T01:30:00Z, 2026-10-25T01:30:00Z, 2026-10-25T01:00:00, 2026-10-25T04:00:00",
        "2026-10-25T00:50:00Z, 2026-10-25T01:10:00Z, 2026-10-25T01:00:00, 2026-10-25T04:00:00",
        // just before and just after it
        "2026-10-24T23:58:30Z, 2026-10-24T23:58:30Z, 2026-10-25T01:57:30, 2026-10-25T01:59:30",
        "2026-10-24T23:59:30Z, 2026-10-24T23:59:30Z, 2026-10-25T01:58:30, 2026-10-25T04:00:00",
        "2026-10-25T02:00:30Z, 2026-10-25T02:00:30Z, 2026-10-25T01:00:00, 2026-10-25T03:01:30",
        // an end that would be in the hour that does not exist
        "2026-03-29T01:00:30Z, 2026-03-29T01:00:30Z, 2026-03-29T01:59:30, 2026-03-29T03:01:30",
        "2026-03-29T00:59:30Z, 2026-03-29T00:59:30Z, 2026-03-29T01:58:30, 2026-03-29T03:00:30",
    })
    void period_around_holdsTheRecordsHoweverTheirTimesAreRead(
            Instant first, Instant last, LocalDateTime from, LocalDateTime to) {
        LogPeriod period = LogPeriod.around(first, last, Duration.ofMinutes(1));

        assertThat(period).isEqualTo(new LogPeriod(from, to));
        assertThat(period.contains(first)).isTrue();
        assertThat(period.contains(last)).isTrue();
    }

    @Test
    void options_thatMakeNoSense_areRefused() {
        AccessLogReports aggregated =
                AccessLogReports.builder(service.client()).aggregated(OTHER).build();

        assertThatThrownBy(() -> LogConfirmation.of(outbox, aggregated))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("aggregating");
        assertThatThrownBy(
                        () ->
                                LogConfirmation.builder(outbox, reports())
                                        .age(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("age");
    }

    @Test
    void result_asText_isNumbersOnly() {
        AccessRecord record = doubtful(duplicate(), Sample.reading().build());

        assertThat(LogConfirmation.of(outbox, reports()).run().toString())
                .contains("unsettled=1")
                .doesNotContain(record.logId());
    }

    // ---- means

    private static Verdict held() {
        return new Verdict.Refused(Verdict.Cause.UNCLEAR, "VALIDATION_ERROR");
    }

    private static Verdict duplicate() {
        return new Verdict.Refused(Verdict.Cause.DUPLICATE, "VALIDATION_ERROR");
    }

    /** Delivers a record until it is in doubt. */
    private AccessRecord doubtful(Verdict verdict, AccessRecord record) {
        doubtful(
                verdict,
                Item.of(record.logId(), LogService.NATIONAL.value(), AccessLog.payload(record)));
        return record;
    }

    private void doubtful(Verdict verdict, Item item) {
        verdicts.put(item.id(), verdict);
        long before = inDoubt();
        outbox.append(item);
        if (delivery == null) {
            delivery = outbox.deliver(scripted(), ONE_BY_ONE);
        }
        delivery.flush();
        await(() -> inDoubt() == before + 1);
    }

    private long inDoubt() {
        try (Stream<KeptItem> all = outbox.inDoubt()) {
            return all.count();
        }
    }

    private Instant lastSent() {
        try (Stream<KeptItem> all = outbox.inDoubt()) {
            return all.findFirst().flatMap(KeptItem::lastSent).orElseThrow();
        }
    }

    private Receiver scripted() {
        return new Receiver() {
            @Override
            public int maxItems() {
                return 1;
            }

            @Override
            public Verdict deliver(String destination, List<Item> items) {
                String id = items.get(0).id();
                sent.merge(id, 1, Integer::sum);
                return verdicts.getOrDefault(id, new Verdict.Accepted());
            }
        };
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private AccessLogReports reports() {
        return AccessLogReports.on(service.client());
    }

    private LogConfirmation tomorrow() {
        return LogConfirmation.builder(outbox, reports()).clock(in(Duration.ofHours(25))).build();
    }

    private static Clock ago(Duration time) {
        return Clock.offset(Clock.systemUTC(), time.negated());
    }

    private static Clock in(Duration time) {
        return Clock.offset(Clock.systemUTC(), time);
    }

    private static ActingUser user(String id) {
        return new ActingUser(
                HsaId.of("SE5565594230-" + id),
                Optional.empty(),
                Optional.empty(),
                Sample.USER.commission(),
                Sample.USER.careUnit(),
                Sample.USER.careProvider());
    }

    private static GetLogs question(String user, String from, String to) {
        return new GetLogs(
                PROVIDER,
                Optional.empty(),
                Optional.of(user(user).employee()),
                LocalDateTime.parse(from),
                LocalDateTime.parse(to),
                Optional.empty(),
                Optional.empty());
    }

    private static ReportAnswer<AccessRecord> holding(GetLogs request, AccessRecord... records) {
        return new ReportAnswer<>(
                ReportResult.ready(request.from(), request.to()), List.of(records));
    }
}
