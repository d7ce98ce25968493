package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.Activity;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.AccessRecord.LoggingSystem;
import se.ehealthsdk.audit.AccessRecord.Patient;
import se.ehealthsdk.audit.AccessRecord.Resource;
import se.ehealthsdk.audit.AccessRecord.User;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.audit.followup.AccessLogReports;
import se.ehealthsdk.audit.followup.LogPeriod;
import se.ehealthsdk.audit.followup.LogsQuery;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.NationalServices;

/** What the SDK and the stand-in of the log service really say to one another is allowed by the schemas. */
@NeedsOfficialContracts
class LogServiceMessagesTest {

    private static final PersonId PATIENT = PersonId.parse("191212121212");
    private static final HsaId PROVIDER = HsaId.of("SE2321000016-VG1");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final LogPeriod PERIOD =
            LogPeriod.between(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));

    private static NationalServices services;
    private static RivtaClient client;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        client = services.client();
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

    @Test
    void storeLog_andItsRefusals_areValid() {
        AccessRecord full = record(true);

        assertThat(store(full, record(false))).isEqualTo("OK");
        assertThat(store(full)).isEqualTo("VALIDATION_ERROR");
        services.logService().duplicateText(Optional.empty());
        assertThat(store(full)).isEqualTo("VALIDATION_ERROR");

        assertThat(violations()).isEmpty();
        assertThat(services.journal().exchanges()).hasSize(3);
    }

    @Test
    void reports_withAndWithoutLines_areValid_andAreReadAsTheyWereStored() {
        AccessRecord full = record(true);
        AccessRecord least = record(false);
        store(full, least);
        AccessLogReports reports = AccessLogReports.on(client);

        assertThat(reports.logs(LogsQuery.of(PROVIDER, PERIOD)).rows())
                .containsExactlyInAnyOrder(full, least);
        assertThat(reports.logs(LogsQuery.of(HsaId.of("SE2321000016-VG9"), PERIOD)).rows())
                .isEmpty();
        assertThat(reports.accessLogsForPatient(PATIENT, PERIOD).rows()).hasSize(1);
        assertThat(reports.infoLogs(PROVIDER, PERIOD).rows()).hasSize(1);

        assertThat(violations()).isEmpty();
        assertThat(services.journal().exchanges()).hasSize(5);
    }

    @Test
    void reports_thatAreQueued_areValid() {
        store(record(true));
        services.logService().reportTime(Duration.ofSeconds(1));

        assertThat(AccessLogReports.on(client).logs(LogsQuery.of(PROVIDER, PERIOD)).rows())
                .hasSize(1);

        assertThat(violations()).isEmpty();
        assertThat(services.journal().exchanges().toString()).contains("GetLogs");
        assertThat(services.journal().exchanges()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void messageThatIsNotAllowed_isFound() {
        store(record(true));
        Exchange good = services.journal().last().orElseThrow();

        assertThat(violation(good.request())).isEmpty();
        assertThat(violation(good.request().replace("careUnitId>", "careUnit>"))).isPresent();
        assertThat(violation(good.response().replace(">OK<", ">FINE<"))).isPresent();
    }

    private static String store(AccessRecord... records) {
        return client.call(
                        LogContracts.STORE_LOG_2,
                        NationalServices.LOGICAL_ADDRESS,
                        new StoreLog(List.of(records)))
                .code();
    }

    private static List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Exchange each : services.journal().exchanges()) {
            violation(each.request()).ifPresent(violations::add);
            violation(each.response()).ifPresent(violations::add);
        }
        return violations;
    }

    private static Optional<String> violation(String envelope) {
        Element message =
                Xml.children(
                                Xml.descendants(
                                                Xml.parse(envelope),
                                                "http://schemas.xmlsoap.org/soap/envelope/",
                                                "Body")
                                        .get(0))
                        .get(0);
        OfficialInteraction interaction =
                OfficialContracts.all().stream()
                        .filter(each -> each.namespace().equals(message.getNamespaceURI()))
                        .findFirst()
                        .orElseThrow();
        return OfficialSchema.of(interaction).violation(new DOMSource(message));
    }

    private static AccessRecord record(boolean full) {
        Optional<String> text = full ? Optional.of("Å & <b> ]]> \"'\n\u2028") : Optional.empty();
        CareProvider provider = new CareProvider(PROVIDER, text);
        CareUnit unit = new CareUnit(HsaId.of("SE2321000016-VE1"), text);
        return new AccessRecord(
                UUID.randomUUID().toString(),
                new LoggingSystem(HsaId.of("SE2321000016-EHR"), text),
                new Activity(ActivityType.READ, text, text, NOW, Purpose.CARE_AND_TREATMENT),
                new User(
                        HsaId.of("SE2321000016-USER"),
                        text,
                        full ? Optional.of(PersonIdentity.of(PATIENT)) : Optional.empty(),
                        text,
                        text,
                        provider,
                        unit),
                List.of(
                        new Resource(
                                ResourceType.CERTIFICATE,
                                full
                                        ? Optional.of(new Patient(PersonIdentity.of(PATIENT), text))
                                        : Optional.empty(),
                                provider,
                                full ? Optional.of(unit) : Optional.empty())));
    }
}
