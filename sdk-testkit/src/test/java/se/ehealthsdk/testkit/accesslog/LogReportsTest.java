package se.ehealthsdk.testkit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.accesslog.LogCalls.Answer;

class LogReportsTest {

    private static final String PROVIDER = "SE2321000016-VG1";
    private static final String OTHER_PROVIDER = "SE2321000016-VG2";
    private static final String OTHER_PATIENT = "201212121212";

    private static final TestClock CLOCK = new TestClock();

    private static NationalServices services;
    private static RivtaClient client;
    private static RivtaClient otherClient;
    private static LogCalls calls;
    private static LogServiceStandIn log;

    private static final class TestClock extends Clock {

        private volatile Instant now;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void start() {
        CLOCK.now = Instant.parse("2026-11-22T08:00:00Z");
        services = NationalServices.builder().clock(CLOCK).start();
        client = services.client();
        otherClient =
                RivtaClient.builder()
                        .environment(services.environment())
                        .credential(
                                services.credential(services.pki().function("SE2321000016-OTHER")))
                        .build();
        calls = new LogCalls(client);
        log = services.logService();
    }

    @AfterAll
    static void stop() {
        otherClient.close();
        client.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
        CLOCK.now = Instant.parse("2026-11-22T08:00:00Z");
    }

    @Test
    void getLogs_recordsOfTheCareProvider_comeWhole() {
        LogXml own = LogXml.complete();
        LogXml others = LogXml.complete().with("user/careProvider/careProviderId", OTHER_PROVIDER);
        calls.store(own, others);

        Answer answer = calls.ask("GetLogs", question());

        assertThat(answer.code()).isEqualTo("OK");
        assertThat(answer.all("logId")).containsExactly(own.logId());
        assertThat(answer.one("startDate")).isEqualTo("2026-11-20T10:15:30.123");
        assertThat(answer.one("patientId/extension")).isEqualTo(LogXml.PATIENT);
        assertThat(answer.one("personId/extension")).isEqualTo("198001022381");
        assertThat(answer.one("assignment")).isEqualTo("Läkare på Kliniken");
        assertThat(answer.one("startInterval")).isEqualTo("2026-11-01T00:00:00.000");
        assertThat(answer.one("endInterval")).isEqualTo("2026-11-22T09:00:00.000");
    }

    @Test
    void getLogs_byPatientUserOrUnit_leavesOutTheRest() {
        LogXml patients = LogXml.complete().resource("#2", OTHER_PATIENT, PROVIDER);
        LogXml users = LogXml.complete().with("user/userId", "SE2321000016-NURSE");
        LogXml units = LogXml.complete().with("user/careUnit/careUnitId", "SE2321000016-VE2");
        calls.store(patients, users, units);

        assertThat(found("patientId", OTHER_PATIENT)).containsExactly(patients.logId());
        assertThat(found("userId", "SE2321000016-NURSE")).containsExactly(users.logId());
        assertThat(found("careUnitId", "SE2321000016-VE2")).containsExactly(units.logId());
        assertThat(found("userId", "SE2321000016-NOBODY")).isEmpty();
    }

    @Test
    void getLogs_timeAskedFor_bothEndsIncluded() {
        LogXml first = LogXml.complete().with("activity/startDate", "2026-11-01T00:00:00");
        LogXml last = LogXml.complete().with("activity/startDate", "2026-11-30T00:00:00");
        LogXml before = LogXml.complete().with("activity/startDate", "2026-10-31T23:59:59.999");
        LogXml after = LogXml.complete().with("activity/startDate", "2026-11-30T00:00:00.001");
        calls.store(first, last, before, after);

        assertThat(calls.ask("GetLogs", question()).all("logId"))
                .containsExactly(first.logId(), last.logId());
    }

    @Test
    void getAccessLogsForPatient_oneLineForEachResource_fromEveryCareProvider() {
        calls.store(
                LogXml.complete()
                        .resource("#2", LogXml.PATIENT, OTHER_PROVIDER)
                        .with("resources/resource#2/resourceType", "Samtycke")
                        .resource("#3", OTHER_PATIENT, PROVIDER),
                LogXml.complete().with("user/careProvider/careProviderId", OTHER_PROVIDER));

        Answer answer = calls.ask("GetAccessLogsForPatient", forPatient());

        assertThat(answer.all("accessLog/resourceType"))
                .containsExactly("Intyg", "Samtycke", "Intyg");
        assertThat(answer.all("accessLog/careProviderId"))
                .containsExactly(PROVIDER, PROVIDER, OTHER_PROVIDER);
        assertThat(answer.all("accessLog/careUnitName")).contains("Kliniken");
        assertThat(answer.all("accessLog/accessDate")).contains("2026-11-20T10:15:30.123");
        assertThat(answer.all("accessLog/userTitle")).contains("Läkare");
        assertThat(answer.all("extension")).as("other patients").isEmpty();
    }

    @Test
    void getInfoLogs_careProvidersThatHaveSeenOurData_comeOnceEach() {
        calls.store(
                LogXml.complete().with("user/careProvider/careProviderId", OTHER_PROVIDER),
                LogXml.complete().with("user/careProvider/careProviderId", OTHER_PROVIDER),
                LogXml.complete()
                        .with("user/careProvider/careProviderId", "SE2321000016-VG3")
                        .with("resources/resource/careProvider/careProviderId", OTHER_PROVIDER));

        Answer answer = calls.ask("GetInfoLogs", question());

        assertThat(answer.all("careProvider/careProviderId")).containsExactly(OTHER_PROVIDER);
    }

    @Test
    void reportLag_recordsOfToday_showTomorrow() {
        log.reportLag(Duration.ofHours(24));
        calls.store(LogXml.complete());

        Answer today = calls.ask("GetLogs", question());
        CLOCK.now = CLOCK.now.plus(Duration.ofHours(24));
        Answer tomorrow = calls.ask("GetLogs", question());

        assertThat(today.code()).isEqualTo("OK");
        assertThat(today.all("logId")).isEmpty();
        assertThat(today.one("endInterval")).isEqualTo("2026-11-21T09:00:00.000");
        assertThat(tomorrow.all("logId")).hasSize(1);
    }

    @Test
    void report_olderThanEighteenMonths_isNotOnline() {
        calls.store(
                LogXml.complete().with("activity/startDate", "2025-05-22T09:59:59"),
                LogXml.complete().with("activity/startDate", "2025-05-22T10:00:00"));
        Map<String, String> question = question();
        question.put("fromDate", "2020-01-01T00:00:00");

        Answer answer = calls.ask("GetLogs", question);
        question.put("toDate", "2021-01-01T00:00:00");
        Answer nothingOnline = calls.ask("GetLogs", question);

        assertThat(answer.all("startDate")).containsExactly("2025-05-22T10:00:00.000");
        assertThat(answer.one("startInterval")).isEqualTo("2025-05-22T10:00:00.000");
        assertThat(nothingOnline.code()).isEqualTo("OK");
        assertThat(nothingOnline.one("startInterval")).isEmpty();
        assertThat(nothingOnline.one("endInterval")).isEmpty();
    }

    @Test
    void maxReport_moreLines_isRefused() {
        log.maxReport(2);
        calls.store(LogXml.complete(), LogXml.complete());
        assertThat(calls.ask("GetLogs", question()).all("logId")).hasSize(2);
        calls.store(LogXml.complete());

        Answer answer = calls.ask("GetLogs", question());

        assertThat(answer.code()).isEqualTo("MAX_QUERY_RESULT_EXCEEDED");
        assertThat(answer.all("logId")).isEmpty();
    }

    @Test
    void queuedReports_oneAtATime_areFetchedWithTheirIds() {
        log.reportTime(Duration.ofSeconds(90));
        calls.store(LogXml.complete());

        Answer first = calls.ask("GetLogs", question());
        Answer second = calls.ask("GetAccessLogsForPatient", forPatient());

        assertThat(first.code()).isEqualTo("REPORT_IN_PROCESS");
        assertThat(first.one("queueTime")).isEqualTo("90");
        assertThat(first.all("logId")).isEmpty();
        assertThat(second.code()).isEqualTo("REPORT_ON_QUEUE");
        assertThat(second.one("queueTime")).isEqualTo("180");

        CLOCK.now = CLOCK.now.plusMillis(89_500);
        assertThat(again("GetLogs", question(), first).one("queueTime")).isEqualTo("1");
        CLOCK.now = CLOCK.now.plusMillis(500);
        assertThat(again("GetLogs", question(), first).all("logId")).hasSize(1);
        assertThat(again("GetAccessLogsForPatient", forPatient(), second).code())
                .isEqualTo("REPORT_IN_PROCESS");
        CLOCK.now = CLOCK.now.plusSeconds(90);
        assertThat(again("GetAccessLogsForPatient", forPatient(), second).code()).isEqualTo("OK");
        assertThat(log.figures().reports()).isEqualTo(2);
    }

    @Test
    void queuedReport_askedForAnew_isQueuedAnew() {
        log.reportTime(Duration.ofSeconds(90));

        String first = calls.ask("GetLogs", question()).one("queuedReportId");
        String second = calls.ask("GetLogs", question()).one("queuedReportId");

        assertThat(second).isNotEqualTo(first).hasSize(36);
        assertThat(log.figures().reports()).isEqualTo(2);
    }

    @Test
    void queuedReport_wrongIdOrWrongAsker_isNotFound_andNothingIsQueued() {
        log.reportTime(Duration.ofSeconds(90));
        Answer queued = calls.ask("GetLogs", question());
        Map<String, String> invented = question();
        invented.put("queuedReportId", "00000000-0000-4000-8000-000000000000");

        assertThat(calls.ask("GetLogs", invented).code()).isEqualTo("REPORT_NOT_FOUND");
        assertThat(again("GetInfoLogs", question(), queued).code()).isEqualTo("REPORT_NOT_FOUND");
        Map<String, String> stolen = question();
        stolen.put("queuedReportId", queued.one("queuedReportId"));
        assertThat(new LogCalls(otherClient).ask("GetLogs", stolen).code())
                .isEqualTo("REPORT_NOT_FOUND");
        assertThat(log.figures().reports()).isEqualTo(1);
    }

    @Test
    void getLogs_ofACareProviderThatTheSystemMayNotRead_isDenied() {
        calls.store(LogXml.complete());
        log.limit(HsaId.of(NationalServices.SYSTEM_HSA_ID), HsaId.of(OTHER_PROVIDER));

        assertThat(calls.ask("GetLogs", question()).code()).isEqualTo("ACCESSDENIED");
        assertThat(new LogCalls(otherClient).ask("GetLogs", question()).code())
                .as("a system without limits")
                .isEqualTo("OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"careProviderId", "fromDate", "toDate"})
    void getLogs_withoutWhatTheContractRequires_isRefused(String missing) {
        Map<String, String> question = question();
        question.remove(missing);

        Answer answer = calls.ask("GetLogs", question);

        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.text()).contains(missing);
    }

    @Test
    void getLogs_fromAfterTo_isRefused() {
        Map<String, String> question = question();
        question.put("toDate", "2026-10-01T00:00:00");

        assertThat(calls.ask("GetLogs", question).code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void getAccessLogsForPatient_withoutPatient_isRefused() {
        Map<String, String> question = forPatient();
        question.remove("patientId");

        assertThat(calls.ask("GetAccessLogsForPatient", question).code())
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void report_whenLogIdsAloneAreKept_isAnErrorAndNotAnEmptyAnswer() {
        log.keepLogIdsOnly();
        calls.store(LogXml.complete());

        assertThat(calls.ask("GetLogs", question()).code()).isEqualTo("ERROR");
    }

    private static java.util.List<String> found(String name, String value) {
        Map<String, String> question = question();
        question.put(name, value);
        return calls.ask("GetLogs", question).all("logId");
    }

    private static Answer again(String interaction, Map<String, String> question, Answer queued) {
        question.put("queuedReportId", queued.one("queuedReportId"));
        return calls.ask(interaction, question);
    }

    private static Map<String, String> question() {
        Map<String, String> question = new HashMap<>();
        question.put("careProviderId", PROVIDER);
        question.put("fromDate", "2026-11-01T00:00:00");
        question.put("toDate", "2026-11-30T00:00:00");
        return question;
    }

    private static Map<String, String> forPatient() {
        Map<String, String> question = question();
        question.remove("careProviderId");
        question.put("patientId", LogXml.PATIENT);
        return question;
    }
}
