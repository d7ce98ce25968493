package se.ehealthsdk.testkit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.accesslog.LogCalls.Answer;

class LogServiceStandInTest {

    private static NationalServices services;
    private static RivtaClient client;
    private static LogCalls calls;
    private static LogServiceStandIn log;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        client = client(Duration.ofSeconds(20));
        calls = new LogCalls(client);
        log = services.logService();
    }

    private static RivtaClient client(Duration answerTimeout) {
        return RivtaClient.builder()
                .environment(services.environment())
                .credential(services.credential())
                .options(it -> it.retry(RetryPolicy.NONE).answerTimeout(answerTimeout))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    // ---- the contract ----

    @Test
    void storeLog_completeRecord_isKeptWordByWord() {
        LogXml sent = LogXml.complete();

        Answer answer = calls.store(sent);

        assertThat(answer.code()).isEqualTo("OK");
        assertThat(answer.all("resultText")).isEmpty();
        assertThat(log.stored()).hasSize(1);
        StoredRecord stored = log.stored().get(0);
        assertThat(stored.number()).isEqualTo(1);
        assertThat(stored.consumer()).contains(HsaId.of(NationalServices.SYSTEM_HSA_ID));
        AccessRecord record = stored.record();
        assertThat(record.logId()).isEqualTo(sent.logId());
        assertThat(record.system().name()).contains("Journalen");
        assertThat(record.activity().start()).isEqualTo("2026-11-20T09:15:30.123Z");
        assertThat(record.activity().arguments()).contains("a=b");
        assertThat(record.user().careUnit().id()).isEqualTo(HsaId.of("SE2321000016-VE1"));
        assertThat(record.resources().get(0).patient().orElseThrow().id().extension())
                .contains(LogXml.PATIENT);
    }

    @Test
    void storeLog_onlyWhatIsRequired_isStored() {
        LogXml least =
                LogXml.complete()
                        .without("system/systemName")
                        .without("activity/activityLevel")
                        .without("activity/activityArgs")
                        .without("user/name")
                        .without("user/personId")
                        .without("user/assignment")
                        .without("user/title")
                        .without("user/careProvider/careProviderName")
                        .without("user/careUnit/careUnitName")
                        .without("resources/resource/patient")
                        .without("resources/resource/careUnit");

        assertThat(calls.store(least).code()).isEqualTo("OK");
        assertThat(log.stored()).hasSize(1);
    }

    @Test
    void storeLog_500Records_areStored_and501AreRefusedWhole() {
        assertThat(calls.store(records(500)).code()).isEqualTo("OK");

        Answer tooMany = calls.store(records(501));

        assertThat(tooMany.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(tooMany.text()).contains("500");
        assertThat(log.stored()).hasSize(500);
        assertThat(log.figures().largestCall()).isEqualTo(500);
    }

    @Test
    void storeLog_logIdThatCameBefore_refusesTheWholeCall() {
        LogXml known = LogXml.complete();
        calls.store(known);

        Answer answer = calls.store(LogXml.complete(), known, LogXml.complete());

        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.text())
                .startsWith(LogServiceStandIn.DUPLICATE_TEXT)
                .contains(known.logId());
        assertThat(log.logIds()).containsExactly(known.logId());
        assertThat(log.doubled()).isEmpty();
    }

    @Test
    void storeLog_logIdTwiceInOneCall_isRefused() {
        LogXml twice = LogXml.complete();

        assertThat(calls.store(twice, twice).code()).isEqualTo("VALIDATION_ERROR");
        assertThat(log.stored()).isEmpty();
    }

    @Test
    void duplicateText_setToNone_saysNothing() {
        LogXml known = LogXml.complete();
        calls.store(known);
        log.duplicateText(Optional.empty());

        Answer answer = calls.store(known);

        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.all("resultText")).isEmpty();
    }

    @Test
    void acceptDuplicates_aSecondTime_isStoredAndShown() {
        LogXml twice = LogXml.complete();
        log.acceptDuplicates();

        calls.store(twice);
        assertThat(calls.store(twice, LogXml.complete()).code()).isEqualTo("OK");

        assertThat(log.stored()).hasSize(3);
        assertThat(log.doubled()).containsExactly(twice.logId());
    }

    static Stream<String> required() {
        return Stream.of(
                "logId",
                "system",
                "system/systemId",
                "activity",
                "activity/activityType",
                "activity/startDate",
                "activity/purpose",
                "user",
                "user/userId",
                "user/personId/root",
                "user/careProvider",
                "user/careProvider/careProviderId",
                "user/careUnit",
                "user/careUnit/careUnitId",
                "resources",
                "resources/resource/resourceType",
                "resources/resource/patient/patientId",
                "resources/resource/patient/patientId/root",
                "resources/resource/careProvider",
                "resources/resource/careUnit/careUnitId");
    }

    @ParameterizedTest
    @MethodSource("required")
    void storeLog_withoutWhatTheContractRequires_isRefusedWhole(String path) {
        LogXml wrong = LogXml.complete().with("user/careUnit/careUnitName", "Kliniken");
        if (path.endsWith("careUnitId")) {
            // something else below it, so that the element itself is there
            wrong.with(path.replace("Id", "Name"), "Kliniken");
        }

        Answer answer = calls.store(LogXml.complete(), wrong.without(path));

        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.text())
                .startsWith("Loggpost 2: ")
                .contains(path.substring(path.lastIndexOf('/') + 1));
        assertThat(log.stored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "logId,36",
        "system/systemId,32",
        "system/systemName,256",
        "activity/activityType,256",
        "activity/activityLevel,256",
        "activity/activityArgs,8192",
        "activity/purpose,256",
        "user/userId,32",
        "user/name,256",
        "user/assignment,256",
        "user/title,256",
        "user/careProvider/careProviderId,32",
        "user/careProvider/careProviderName,256",
        "user/careUnit/careUnitId,32",
        "user/careUnit/careUnitName,256",
        "resources/resource/resourceType,256",
        "resources/resource/patient/patientName,256",
        "resources/resource/careProvider/careProviderId,32"
    })
    void storeLog_text_mayBeAsLongAsTheSchemaSaysAndNoLonger(String path, int most) {
        assertThat(calls.store(LogXml.complete().with(path, "x".repeat(most))).code())
                .isEqualTo("OK");

        Answer answer = calls.store(LogXml.complete().with(path, "x".repeat(most + 1)));

        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.text()).doesNotContain("xxx").contains(String.valueOf(most));
        assertThat(log.stored()).hasSize(1);
    }

    @Test
    void storeLog_charactersOutsideTheBmp_countOnceEach() {
        String clefs = "\ud834\udd1e".repeat(256);

        assertThat(calls.store(LogXml.complete().with("user/title", clefs)).code()).isEqualTo("OK");
        assertThat(calls.store(LogXml.complete().with("user/title", clefs + "x")).code())
                .isEqualTo("VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:15:30Z",
                "2026-11-20T10:15:30.123+01:00",
                "2026-11-20",
                "2026-13-20T10:15:30",
                " ",
                "yesterday"
            })
    void storeLog_startDateThatIsNoLocalTime_isRefused(String time) {
        Answer answer = calls.store(LogXml.complete().with("activity/startDate", time));

        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.text()).contains("startDate");
        assertThat(log.stored()).isEmpty();
    }

    @Test
    void tolerateZones_startDateWithZone_isStored() {
        log.tolerateZones();

        calls.store(LogXml.complete().with("activity/startDate", "2026-10-25T02:30:00.000+01:00"));

        assertThat(log.stored().get(0).record().activity().start())
                .isEqualTo("2026-10-25T01:30:00Z");
        assertThat(calls.store(LogXml.complete().with("activity/startDate", "never")).code())
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void storeLog_withoutAnyRecord_isRefused() {
        assertThat(calls.store(List.of()).code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void storeLog_refused_repeatsNothingOfAPerson() {
        Answer answer = calls.store(LogXml.complete().with("activity/startDate", LogXml.PATIENT));

        assertThat(answer.text()).doesNotContain(LogXml.PATIENT);
    }

    @Test
    void limit_systemAndCareProvider_deniesTheOthers() {
        log.limit(HsaId.of(NationalServices.SYSTEM_HSA_ID), HsaId.of("SE2321000016-VG1"));
        LogXml others =
                LogXml.complete().with("user/careProvider/careProviderId", "SE2321000016-VG2");

        assertThat(calls.store(LogXml.complete()).code()).isEqualTo("OK");
        assertThat(calls.store(LogXml.complete(), others).code()).isEqualTo("ACCESSDENIED");

        assertThat(log.stored()).hasSize(1);
    }

    // ---- what goes wrong ----

    @Test
    void answerLost_theRecordsAreStored_andTheClientDoesNotKnow() {
        calls.store(LogXml.complete());
        log.next(LogFault.answerLost());
        LogXml sent = LogXml.complete();

        ConnectionException lost =
                catchThrowableOfType(ConnectionException.class, () -> calls.store(sent));

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(log.logIds()).hasSize(2).contains(sent.logId());
        assertThat(services.journal().last().orElseThrow().outcome())
                .isEqualTo(Exchange.Outcome.FAULT_INJECTED);
        assertThat(services.journal().last().orElseThrow().fault()).contains("answer lost");
        assertThat(calls.store(sent).text()).startsWith(LogServiceStandIn.DUPLICATE_TEXT);
        assertThat(log.pendingFaults()).isZero();
    }

    @Test
    void answerLate_longerThanTheClientWaits_theRecordsAreStored() {
        log.next(LogFault.answerLate(Duration.ofSeconds(2)));
        try (RivtaClient impatient = client(Duration.ofMillis(500))) {
            assertThatThrownBy(() -> new LogCalls(impatient).store(LogXml.complete()))
                    .isInstanceOf(ConnectionException.class);
        }
        assertThat(log.stored()).hasSize(1);
    }

    @Test
    void storedLate_theClientHasGivenUp_andTheRecordsComeAfterAll() throws Exception {
        log.next(LogFault.storedLate(Duration.ofSeconds(2)));
        try (RivtaClient impatient = client(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> new LogCalls(impatient).store(LogXml.complete()))
                    .isInstanceOf(ConnectionException.class);
        }

        assertThat(log.awaitStored(1, Duration.ofSeconds(20))).isTrue();
        assertThat(log.figures().answered("OK")).isEqualTo(1);
    }

    @Test
    void awaitStored_nothingComes_saysSo() throws Exception {
        assertThat(log.awaitStored(1, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void repeatedByPlatform_theOnlyAttempt_isToldOfDuplicates() {
        log.next(LogFault.repeatedByPlatform());

        Answer answer = calls.store(records(3));

        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.text()).startsWith(LogServiceStandIn.DUPLICATE_TEXT);
        assertThat(log.stored()).hasSize(3);
        assertThat(log.doubled()).isEmpty();
    }

    @Test
    void repeatedByPlatform_asAFaultOfThePlatform_doesTheSame() {
        services.faults().next(Fault.repeatedByPlatform());

        assertThat(calls.store(records(3)).code()).isEqualTo("VALIDATION_ERROR");
        assertThat(log.stored()).hasSize(3);
    }

    static Stream<LogFault> refusals() {
        return Stream.of(
                LogFault.error("Fel i tjänsten"),
                LogFault.accessDenied(),
                LogFault.result("VALIDATION_ERROR", Optional.empty()),
                LogFault.result("REPORT_ON_QUEUE", Optional.of("Något oväntat")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusal_codeAndText_areAnswered_andNothingIsStored(LogFault fault) {
        LogFault.Refusal refusal = (LogFault.Refusal) fault;
        log.next(fault);

        Answer answer = calls.store(LogXml.complete());

        assertThat(answer.code()).isEqualTo(refusal.code());
        assertThat(answer.text()).isEqualTo(refusal.text().orElse(""));
        assertThat(log.stored()).isEmpty();
        assertThat(log.figures().answered(refusal.code())).isEqualTo(1);
    }

    @Test
    void soapFault_isAnswered_andNothingIsStored() {
        log.next(2, LogFault.soapFault("Databasen svarar inte"));

        assertThatThrownBy(() -> calls.store(LogXml.complete()))
                .isInstanceOf(ServiceFaultException.class);
        assertThat(services.journal().last().orElseThrow().response())
                .contains("Databasen svarar inte");
        assertThatThrownBy(() -> calls.store(LogXml.complete()))
                .isInstanceOf(ServiceFaultException.class);
        assertThat(calls.store(LogXml.complete()).code()).isEqualTo("OK");
        assertThat(log.stored()).hasSize(1);
    }

    @Test
    void info_isAnswered_andTheRecordIsStored() {
        log.next(LogFault.info("Sista månaden med version 2"));

        Answer answer = calls.store(LogXml.complete());

        assertThat(answer.code()).isEqualTo("INFO");
        assertThat(answer.text()).isEqualTo("Sista månaden med version 2");
        assertThat(log.stored()).hasSize(1);
    }

    @Test
    void info_forACallThatIsRefused_remainsARefusal() {
        LogXml known = LogXml.complete();
        calls.store(known);
        log.next(LogFault.info("Sista månaden med version 2"));

        assertThat(calls.store(known).code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void badRecord_isRefusedWhereverItComes_untilItIsAcceptedAgain() {
        List<LogXml> records = records(4);
        log.next(LogFault.badRecord(3, Optional.of("Personen finns inte")));

        assertThat(calls.store(records).text()).isEqualTo("Personen finns inte");
        assertThat(log.stored()).isEmpty();
        assertThat(calls.store(records.get(2)).code()).isEqualTo("VALIDATION_ERROR");
        assertThat(calls.store(records.get(0), records.get(1), records.get(3)).code())
                .isEqualTo("OK");

        log.acceptAgain();
        assertThat(calls.store(records.get(2)).code()).isEqualTo("OK");
    }

    @Test
    void badRecord_beyondTheEnd_isTheLast() {
        List<LogXml> records = records(2);
        log.next(LogFault.badRecord(500, Optional.empty()));

        Answer answer = calls.store(records);

        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.all("resultText")).isEmpty();
        assertThat(calls.store(records.get(1)).code()).isEqualTo("VALIDATION_ERROR");
        assertThat(calls.store(records.get(0)).code()).isEqualTo("OK");
    }

    @Test
    void refuse_byWhatARecordSays_refusesThoseAlone() {
        log.refuse(
                record -> record.user().title().filter("Läkare"::equals).isPresent(),
                "Okänd titel");
        log.refuseWithoutWords(record -> record.user().title().isEmpty());

        assertThat(calls.store(LogXml.complete()).text()).isEqualTo("Okänd titel");
        assertThat(calls.store(LogXml.complete().without("user/title")).text()).isEmpty();
        assertThat(calls.store(LogXml.complete().with("user/title", "Barnmorska")).code())
                .isEqualTo("OK");
        assertThat(log.figures().answered("VALIDATION_ERROR")).isEqualTo(2);
    }

    @Test
    void when_aRecordIsInTheCall_itMeetsTheFaultEachTime() {
        LogXml marked = LogXml.complete();
        log.when(record -> record.logId().equals(marked.logId()), LogFault.error("Fel"));

        assertThat(calls.store(LogXml.complete(), marked).code()).isEqualTo("ERROR");
        assertThat(calls.store(LogXml.complete()).code()).isEqualTo("OK");
        assertThat(calls.store(marked).code()).isEqualTo("ERROR");

        log.clearFaults();
        assertThat(calls.store(marked).code()).isEqualTo("OK");
    }

    @Test
    void next_forACallThatBreaksTheContract_waitsForTheNext() {
        log.next(LogFault.error("Fel"));

        assertThat(calls.store(LogXml.complete().without("user")).code())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(log.pendingFaults()).isEqualTo(1);
        assertThat(calls.store(LogXml.complete()).code()).isEqualTo("ERROR");
    }

    @Test
    void platformFaults_areMetBeforeTheLogService() {
        services.faults().next(Fault.vp("VP009"));

        assertThatThrownBy(() -> calls.store(LogXml.complete()))
                .isInstanceOf(PlatformException.class);
        assertThat(log.figures().calls()).isZero();
    }

    @Test
    void faults_thatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> LogFault.result("OK", Optional.empty()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LogFault.badRecord(0, Optional.empty()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LogFault.answerLate(Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> log.next(0, LogFault.answerLost()))
                .isInstanceOf(InvalidInputException.class);
    }

    // ---- looking at it ----

    @Test
    void storedBy_careProvider_isWhatItOwns() {
        calls.store(
                LogXml.complete(),
                LogXml.complete().with("user/careProvider/careProviderId", "SE2321000016-VG2"));

        assertThat(log.storedBy(HsaId.of("se2321000016-vg2")))
                .singleElement()
                .extracting(StoredRecord::number, StoredRecord::call)
                .containsExactly(2L, 1L);
    }

    @Test
    void figures_countCallsAndResults() {
        calls.store(records(3));
        calls.store(LogXml.complete().without("user"));

        LogFigures figures = log.figures();

        assertThat(figures.calls()).isEqualTo(2);
        assertThat(figures.stored()).isEqualTo(3);
        assertThat(figures.results()).containsOnlyKeys("OK", "VALIDATION_ERROR");
        assertThat(figures.answered("ERROR")).isZero();
    }

    @Test
    void keepLogIdsOnly_idsAreKnown_andNothingElse() {
        LogXml sent = LogXml.complete();
        log.keepLogIdsOnly();

        calls.store(sent);

        assertThat(log.logIds()).containsExactly(sent.logId());
        assertThat(calls.store(sent).code()).isEqualTo("VALIDATION_ERROR");
        assertThatThrownBy(() -> log.stored()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void reset_ofTheServices_forgetsRecordsAndSettings() {
        LogXml sent = LogXml.complete();
        calls.store(sent);
        log.duplicateText(Optional.empty());
        log.next(LogFault.accessDenied());
        log.refuse(record -> true, "Aldrig");

        services.reset();

        assertThat(log.stored()).isEmpty();
        assertThat(log.figures().calls()).isZero();
        assertThat(calls.store(sent).code()).isEqualTo("OK");
        assertThat(calls.store(sent).text()).startsWith(LogServiceStandIn.DUPLICATE_TEXT);
    }

    @Test
    void text_ofWhatIsStored_namesNobody() {
        calls.store(LogXml.complete());

        assertThat(log + " " + log.stored())
                .contains("1 records")
                .doesNotContain(LogXml.PATIENT, "Tolvan", "Lindgren");
    }

    private static List<LogXml> records(int count) {
        return IntStream.range(0, count).mapToObj(i -> LogXml.complete()).toList();
    }
}
