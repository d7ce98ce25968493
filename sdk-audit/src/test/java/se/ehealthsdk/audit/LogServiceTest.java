package se.ehealthsdk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.audit.internal.StoredForm;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RateLimit;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.Verdict.Cause;

class LogServiceTest {

    private static final String TO = "SE165565594230-1000";
    private static final Duration QUICK = Duration.ofMillis(1_999);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final List<StoreLog> CALLS = Collections.synchronizedList(new ArrayList<>());
    private static final List<String> ADDRESSES = Collections.synchronizedList(new ArrayList<>());
    private static volatile LogResult answer = LogResult.of("OK");
    private static RivtaServer server;
    private static RivtaClient platform;

    private final LogService service = LogService.on(platform);
    private final List<AccessRecord> records =
            List.of(Sample.reading().build(), Sample.reading().build());

    @BeforeAll
    static void start() {
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(
                                LogContracts.STORE_LOG_2,
                                (request, caller) -> {
                                    CALLS.add(request);
                                    ADDRESSES.add(caller.logicalAddress().value());
                                    if (answer.code().equals("FAULT")) {
                                        throw RivtaFault.client("Tolvan Tolvansson");
                                    }
                                    return answer;
                                })
                        .build();
        server = Pki.serve(endpoint);
        platform = Pki.client(server.url()).build();
    }

    @AfterAll
    static void stop() {
        platform.close();
        server.close();
    }

    @BeforeEach
    void reset() {
        CALLS.clear();
        ADDRESSES.clear();
        answer = LogResult.of("OK");
    }

    private static List<Item> items(List<AccessRecord> records) {
        return records.stream()
                .map(record -> Item.of(record.logId(), TO, StoredForm.write(record)))
                .toList();
    }

    private Verdict verdict(String code, String text, Duration took) {
        return service.verdict(LogResult.of(code, text), TO, records, took);
    }

    @Test
    void records_overMutualTls_arriveAsTheyWereMade() {
        Random random = new Random(4713);
        // without an offset on the wire, an hour of October would come back an hour early
        List<AccessRecord> many =
                Stream.generate(() -> Sample.random(random))
                        .filter(it -> !it.activity().start().toString().contains("-10-"))
                        .limit(500)
                        .toList();

        assertThat(service.deliver(TO, items(many))).isEqualTo(new Verdict.Accepted(""));

        assertThat(CALLS).singleElement().satisfies(it -> assertThat(it.records()).isEqualTo(many));
        assertThat(ADDRESSES).containsExactly(TO);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"})
    void hour_thatComesTwice_isExactOnTheWireWhenAskedFor(Instant time) {
        List<Item> items = items(List.of(Sample.reading().at(time).build()));

        LogService.builder(platform).offsetInAmbiguousHour().build().deliver(TO, items);
        service.deliver(TO, items);

        assertThat(CALLS.get(0).records().get(0).activity().start()).isEqualTo(time);
        assertThat(CALLS.get(1).records().get(0).activity().start())
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void client_ofTheService_neitherRepeatsNorWaits() {
        RivtaClient limited =
                platform.with(
                        options ->
                                options.retry(
                                                new RetryPolicy(
                                                        5,
                                                        Duration.ofMillis(1),
                                                        Duration.ofMillis(1)))
                                        .rateLimit(RateLimit.oneAtATime(Duration.ofHours(1))));
        LogService unlimited = LogService.on(limited);
        answer = LogResult.of("FAULT");

        for (int i = 0; i < 3; i++) {
            assertThat(unlimited.deliver(TO, items(records)))
                    .isInstanceOfSatisfying(
                            Verdict.Failed.class,
                            it -> {
                                assertThat(it.mayBePerformed()).isTrue();
                                assertThat(it.reason())
                                        .contains("SOAP fault")
                                        .doesNotContain("Tolvan");
                            });
        }

        assertThat(CALLS).hasSize(3);
    }

    @Test
    void answers_ok_areAcceptedWithTheirNote() {
        assertThat(verdict("OK", "", QUICK)).isEqualTo(new Verdict.Accepted(""));
        assertThat(verdict("INFO", "Arkivering pågår", SLOW))
                .isEqualTo(new Verdict.Accepted("Arkivering pågår"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("LogId är inte unikt", QUICK, Cause.DUPLICATE),
                arguments("LogId är inte unikt", SLOW, Cause.DUPLICATE),
                arguments("Okänt syfte", QUICK, Cause.OTHER),
                arguments("Okänt syfte", SLOW, Cause.UNCLEAR),
                arguments("cvc-maxLength-valid: Value has length 300", QUICK, Cause.OTHER),
                arguments("careProviderId är okänt", QUICK, Cause.OTHER),
                arguments("Fel i identitet för patient: logId", QUICK, Cause.FIRST_ATTEMPT),
                arguments(
                        "En eller flera inparametrar innehåller felaktiga värden",
                        QUICK,
                        Cause.FIRST_ATTEMPT),
                arguments("Validation failed", QUICK, Cause.FIRST_ATTEMPT),
                arguments("Validation failed", SLOW, Cause.UNCLEAR),
                arguments("", QUICK, Cause.UNCLEAR),
                arguments(" ", SLOW, Cause.UNCLEAR));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void validationError_byTextAndTime_tellsItsCause(String text, Duration took, Cause cause) {
        assertThat(verdict("VALIDATION_ERROR", text, took))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        it -> {
                            assertThat(it.why()).isEqualTo(cause);
                            assertThat(it.reason()).isEqualTo("VALIDATION_ERROR: " + text);
                        });
    }

    @Test
    void wordingAndPause_whenSet_areUsed() {
        LogService own =
                LogService.builder(platform)
                        .duplicateWording(text -> text.equals("E17"))
                        .otherCauseWording(text -> text.equals("E19"))
                        .platformRetryPause(Duration.ofMillis(10))
                        .build();

        assertThat(own.verdict(LogResult.of("VALIDATION_ERROR", "E17"), TO, records, SLOW))
                .isEqualTo(new Verdict.Refused(Cause.DUPLICATE, "VALIDATION_ERROR: E17"));
        assertThat(own.verdict(LogResult.of("VALIDATION_ERROR", "E18"), TO, records, QUICK))
                .isEqualTo(new Verdict.Refused(Cause.UNCLEAR, "VALIDATION_ERROR: E18"));
        assertThat(own.verdict(LogResult.of("VALIDATION_ERROR", "E19"), TO, records, QUICK))
                .isEqualTo(new Verdict.Refused(Cause.UNCLEAR, "VALIDATION_ERROR: E19"));
        assertThat(own.verdict(LogResult.of("VALIDATION_ERROR", "E19"), TO, records, Duration.ZERO))
                .isEqualTo(new Verdict.Refused(Cause.OTHER, "VALIDATION_ERROR: E19"));
    }

    @Test
    void error_thatNamesARecordOrADuplicate_isARefusal() {
        String named = "Fel i " + records.get(1).logId().toUpperCase(java.util.Locale.ROOT);

        assertThat(verdict("ERROR", named, QUICK))
                .isEqualTo(new Verdict.Refused(Cause.FIRST_ATTEMPT, "ERROR: " + named));
        assertThat(verdict("ERROR", "LogId finns redan", SLOW))
                .isEqualTo(new Verdict.Refused(Cause.DUPLICATE, "ERROR: LogId finns redan"));
    }

    @Test
    void error_thatNamesNothing_isTheServicesOwnUntilPatienceEnds() {
        Verdict own = new Verdict.Failed(false, "ERROR", Optional.of(Duration.ofMinutes(2)));

        assertThat(verdict("ERROR", "Databasen är nere", QUICK)).isEqualTo(own);
        assertThat(verdict("ERROR", "Databasen är nere", QUICK)).isEqualTo(own);
        assertThat(verdict("ERROR", "Databasen är nere", QUICK))
                .isEqualTo(new Verdict.Refused(Cause.FIRST_ATTEMPT, "ERROR: Databasen är nere"));
    }

    @Test
    void error_ofAnotherDestination_doesNotCount() {
        verdict("ERROR", "x", QUICK);
        verdict("ERROR", "x", QUICK);

        assertThat(service.verdict(LogResult.of("ERROR"), "SE-OTHER", records, QUICK))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void error_thatMayBeOfASecondAttempt_mayHaveBeenPerformed() {
        for (int i = 0; i < 10; i++) {
            assertThat(verdict("ERROR", "Databasen är nere", SLOW))
                    .isEqualTo(
                            new Verdict.Failed(true, "ERROR", Optional.of(Duration.ofMinutes(2))));
        }
    }

    @Test
    void accessDenied_isBlockedWithARemedy() {
        assertThat(verdict("ACCESSDENIED", "Tolvan Tolvansson", QUICK))
                .isInstanceOfSatisfying(
                        Verdict.Blocked.class,
                        it -> {
                            assertThat(it.reason()).isEqualTo("ACCESSDENIED");
                            assertThat(it.remedy()).isNotBlank();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REPORT_ON_QUEUE",
                "REPORT_IN_PROCESS",
                "REPORT_NOT_FOUND",
                "MAX_QUERY_RESULT_EXCEEDED",
                "ok",
                "",
                "Tolvan Tolvansson"
            })
    void codes_thatStoreLogDoesNotHave_tellNothing(String code) {
        assertThat(verdict(code, "Tolvan", QUICK))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        it -> {
                            assertThat(it.mayBePerformed()).isTrue();
                            assertThat(it.toString()).doesNotContain("Tolvan");
                        });
    }

    private static PlatformException platformFault(
            PlatformFault fault, Outcome outcome, Integer status) {
        return new PlatformException(
                fault, "P", status, "Tolvan Tolvansson", "191212121212", outcome, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VP001", "VP002", "VP003", "VP004", "VP005", "VP007", "VP011", "VP013", "VP015",
                "VP099"
            })
    void platformFault_thatStays_isBlockedWithItsRemedy(String code) {
        PlatformException failure =
                platformFault(PlatformFault.of(code), Outcome.NOT_PERFORMED, null);

        assertThat(LogService.verdict(failure, items(records)))
                .isInstanceOfSatisfying(
                        Verdict.Blocked.class,
                        it -> {
                            assertThat(it.reason()).contains(code);
                            assertThat(it.remedy()).isEqualTo(failure.remedy());
                            assertThat(it.toString()).doesNotContain("Tolvan");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"VP006", "VP008", "VP009", "VP010", "VP012", "VP014"})
    void platformFault_thatPasses_failsAsItsOutcomeTells(String code) {
        for (Outcome outcome : List.of(Outcome.NOT_PERFORMED, Outcome.UNKNOWN)) {
            assertThat(
                            LogService.verdict(
                                    platformFault(PlatformFault.of(code), outcome, null),
                                    items(records)))
                    .isInstanceOfSatisfying(
                            Verdict.Failed.class,
                            it ->
                                    assertThat(it.mayBePerformed())
                                            .isEqualTo(outcome == Outcome.UNKNOWN));
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(platformFault(PlatformFault.VP009, Outcome.UNKNOWN, 403), "blocked"),
                arguments(platformFault(PlatformFault.VP009, Outcome.UNKNOWN, 401), "blocked"),
                arguments(platformFault(PlatformFault.VP009, Outcome.UNKNOWN, 404), "unknown"),
                arguments(platformFault(PlatformFault.VP009, Outcome.UNKNOWN, 503), "unknown"),
                arguments(platformFault(PlatformFault.TRANSPORT, Outcome.UNKNOWN, null), "unknown"),
                arguments(
                        platformFault(PlatformFault.ACCESS_DENIED, Outcome.NOT_PERFORMED, null),
                        "blocked"),
                arguments(
                        platformFault(PlatformFault.NOT_SOAP, Outcome.NOT_PERFORMED, null),
                        "blocked"),
                arguments(platformFault(PlatformFault.NOT_SOAP, Outcome.UNKNOWN, null), "unknown"),
                arguments(
                        platformFault(PlatformFault.UNAVAILABLE, Outcome.UNKNOWN, null), "unknown"),
                arguments(connection(Stage.QUEUE, Outcome.NOT_PERFORMED), "not done"),
                arguments(connection(Stage.NAME, Outcome.NOT_PERFORMED), "not done"),
                arguments(connection(Stage.CONNECT, Outcome.NOT_PERFORMED), "not done"),
                arguments(connection(Stage.PROXY, Outcome.NOT_PERFORMED), "not done"),
                arguments(connection(Stage.TLS, Outcome.NOT_PERFORMED), "blocked"),
                arguments(connection(Stage.SEND, Outcome.UNKNOWN), "unknown"),
                arguments(connection(Stage.ANSWER, Outcome.UNKNOWN), "unknown"),
                arguments(connection(Stage.INTERRUPTED, Outcome.NOT_PERFORMED), "not done"),
                arguments(
                        new ServiceFaultException("Server", "Tolvan", "191212121212", null),
                        "unknown"),
                arguments(new ProtocolException("no body", null, null), "unknown"),
                arguments(
                        new ConfigurationException("The certificate expired", "Renew it."),
                        "blocked"),
                arguments(new InvalidInputException("header x", "is bad", "good"), "blocked"));
    }

    private static ConnectionException connection(Stage stage, Outcome outcome) {
        return new ConnectionException(stage, outcome, "lost", "wait", null, null);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_ofACall_tellsWhetherItWasPerformed(EHealthException failure, String expected) {
        Verdict verdict = LogService.verdict(failure, items(records));

        String found =
                verdict instanceof Verdict.Failed failed
                        ? failed.mayBePerformed() ? "unknown" : "not done"
                        : verdict instanceof Verdict.Blocked ? "blocked" : "refused";
        assertThat(found).isEqualTo(expected);
        assertThat(verdict.toString()).doesNotContain("Tolvan").doesNotContain("1212121");
    }

    @Test
    void request_tooLargeForThePlatform_isDividedUntilOneIsLeft() {
        PlatformException tooLarge =
                platformFault(PlatformFault.TOO_LARGE, Outcome.NOT_PERFORMED, null);

        assertThat(LogService.verdict(tooLarge, items(records)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, it -> assertThat(it.why()).isEqualTo(Cause.OTHER));
        assertThat(LogService.verdict(tooLarge, List.of(Item.of("1", TO, new byte[100_001]))))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(LogService.verdict(tooLarge, List.of(Item.of("1", TO, new byte[1_000]))))
                .isInstanceOf(Verdict.Blocked.class);
    }

    @Test
    void request_tooLargeForTheClient_isRefusedWithoutACall() {
        LogService small = LogService.on(platform.with(options -> options.maxRequestBytes(2_200)));

        assertThat(small.deliver(TO, items(records)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, it -> assertThat(it.why()).isEqualTo(Cause.OTHER));
        assertThat(CALLS).isEmpty();
        assertThat(small.deliver(TO, items(records.subList(0, 1))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void record_ofTheLargestSize_fitsIntoACall() {
        String longest = "&".repeat(256);
        HsaId id = HsaId.of("S".repeat(32));
        var provider = new AccessRecord.CareProvider(id, Optional.of(longest));
        var unit = new AccessRecord.CareUnit(id, Optional.of(longest));
        var person = new PersonIdentity(longest, Optional.of(longest));
        var resource =
                new AccessRecord.Resource(
                        new ResourceType(longest),
                        Optional.of(new AccessRecord.Patient(person, Optional.of(longest))),
                        provider,
                        Optional.of(unit));
        AccessRecord largest =
                new AccessRecord(
                        "&".repeat(36),
                        AccessRecord.LoggingSystem.of(id, longest),
                        new AccessRecord.Activity(
                                new ActivityType(longest),
                                Optional.of(longest),
                                Optional.of("&".repeat(8192)),
                                Sample.TIME,
                                new Purpose(longest)),
                        new AccessRecord.User(
                                id,
                                Optional.of(longest),
                                Optional.of(person),
                                Optional.of(longest),
                                Optional.of(longest),
                                provider,
                                unit),
                        Collections.nCopies(1000, resource));

        Item item = items(List.of(largest)).get(0);
        assertThat(item.payload().length).isGreaterThan(5 << 20);
        assertThat(service.deliver(TO, List.of(item))).isEqualTo(new Verdict.Accepted(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "<log xmlns='urn:riv:informationsecurity:auditing:log:2'/>"})
    void item_thatHoldsNoRecord_isRefusedWithoutACall(String payload) {
        List<Item> items = new ArrayList<>(items(records));
        items.add(Item.of("id-3", TO, payload.getBytes(StandardCharsets.UTF_8)));

        assertThat(service.deliver(TO, items))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        it -> {
                            assertThat(it.why()).isEqualTo(Cause.OTHER);
                            assertThat(it.reason()).contains("id-3");
                        });
        assertThat(CALLS).isEmpty();
    }

    @Test
    void item_repairedIntoSomethingTheContractDoesNotAllow_isRefusedWithoutACall() {
        String bad =
                new String(StoredForm.write(records.get(0)), StandardCharsets.UTF_8)
                        .replace("Intyg", "x".repeat(257));

        assertThat(
                        service.deliver(
                                TO,
                                List.of(Item.of("id-1", TO, bad.getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        it -> assertThat(it.reason()).contains("resources/resource/resourceType"));
        assertThat(CALLS).isEmpty();
    }

    @Test
    void item_repairedWithAnotherRecord_isRefusedWithoutACall() {
        byte[] another = AccessLog.payload(records.get(1));

        assertThat(service.deliver(TO, List.of(Item.of(records.get(0).logId(), TO, another))))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, it -> assertThat(it.reason()).contains("logId"));
        assertThat(CALLS).isEmpty();
    }

    @Test
    void address_ofARecord_isThatOfItsOwnerThenOfTheServiceThenTheNational() {
        LogicalAddress other = LogicalAddress.of("SE-OTHER");
        LogicalAddress third = LogicalAddress.of("SE-THIRD");
        AccessRecord record = records.get(0);
        HsaId owner = Sample.USER.careProvider().hsaId();
        Environment environment =
                platform.environment().withLogicalAddress(LogContracts.DOMAIN, third);

        assertThat(service.addressFor(record).value()).isEqualTo(TO);
        assertThat(LogService.builder(platform).logicalAddress(other).build().addressFor(record))
                .isEqualTo(other);
        assertThat(LogService.builder(platform).route(owner, other).build().addressFor(record))
                .isEqualTo(other);
        assertThat(
                        LogService.builder(platform)
                                .route(HsaId.of("SE-NOBODY"), other)
                                .build()
                                .addressFor(record)
                                .value())
                .isEqualTo(TO);
        try (RivtaClient elsewhere =
                Pki.client(URI.create("https://localhost:1")).environment(environment).build()) {
            assertThat(LogService.on(elsewhere).addressFor(record)).isEqualTo(third);
        }
    }

    @Test
    void service_thatNobodyAnswersFor_failsAsNotPerformed() {
        try (RivtaClient nobody = Pki.client(URI.create("https://localhost:1")).build()) {
            assertThat(LogService.on(nobody).deliver(TO, items(records)))
                    .isInstanceOfSatisfying(
                            Verdict.Failed.class, it -> assertThat(it.mayBePerformed()).isFalse());
        }
    }

    @Test
    void limits_areThoseOfContractAndClient() {
        assertThat(service.maxItems()).isEqualTo(500);
        assertThat(service.longestCall()).isGreaterThan(platform.options().deadline());
        assertThat(service.acceptsDuplicates()).isFalse();
    }
}
