package se.ehealthsdk.audit.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.LoggingSystem;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.audit.followup.AccessLogOrder.Reason;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;

class AccessLogOrderTest {

    private static final LogPeriod MARCH =
            LogPeriod.days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LoggingSystem SYSTEM = LoggingSystem.of(Sample.SYSTEM);

    @Test
    void disclosure_givesTheQueryOfTheOrderersOwnCareProvider() {
        AccessLogOrder order =
                AccessLogOrder.disclosure(
                        Sample.USER, "Begäran, dnr 2026-17", Sample.PATIENT, MARCH, NOW);

        assertThat(order.query())
                .isEqualTo(
                        LogsQuery.of(HsaId.of("SE5565594230-PROV"), MARCH).about(Sample.PATIENT));
    }

    @Test
    void disclosure_isItselfAnAccessToThePatientsData() {
        AccessRecord record =
                AccessLogOrder.disclosure(
                                Sample.USER, "Begäran, dnr 2026-17", Sample.PATIENT, MARCH, NOW)
                        .accessRecord(SYSTEM);

        assertThat(record.activity().type()).isEqualTo(ActivityType.READ);
        assertThat(record.activity().start()).isEqualTo(NOW);
        assertThat(record.activity().purpose()).isEqualTo(Purpose.ADMINISTRATION);
        assertThat(record.activity().arguments())
                .contains(
                        "Beställning av loggrapport, utlämnande till patienten; stöd: Begäran, dnr"
                                + " 2026-17; period: 2026-03-01 – 2026-03-31");
        assertThat(record.user().id()).isEqualTo(Sample.USER.employee());
        assertThat(record.resources()).hasSize(1);
        assertThat(record.resources().get(0).type()).isEqualTo(AccessLogOrder.LOG_REPORT);
        assertThat(record.resources().get(0).patient().orElseThrow().id())
                .isEqualTo(PersonIdentity.of(Sample.PATIENT));
    }

    @Test
    void review_recordHasNoPatientAndEachIsNew() {
        AccessLogOrder order = AccessLogOrder.review(Sample.USER, "Rutin 12", MARCH, NOW);

        AccessRecord record = order.accessRecord(SYSTEM);

        assertThat(record.resources().get(0).patient()).isEmpty();
        assertThat(record.activity().purpose()).isEqualTo(Purpose.QUALITY_ASSURANCE);
        assertThat(order.accessRecord(SYSTEM).logId()).isNotEqualTo(record.logId());
    }

    @Test
    void suspicion_againstAUser_asksForThatUserAndSaysSo() {
        HsaId suspected = HsaId.of("SE1-USER");
        AccessLogOrder order =
                order(Reason.SUSPICION, "Beslut 3", Sample.USER, Optional.of(suspected));

        assertThat(order.query().user()).contains(suspected);
        assertThat(order.accessRecord(SYSTEM).activity().arguments().orElseThrow())
                .contains("misstanke om obehörig åtkomst")
                .contains("användare: SE1-USER");
    }

    @Test
    void order_lackingWhoItIsAbout_isRefused() {
        assertThatThrownBy(
                        () -> order(Reason.PATIENT_DISCLOSURE, "x", Sample.USER, Optional.empty()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> order(Reason.SUSPICION, "x", Sample.USER, Optional.empty()))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b"})
    void order_withoutReadableAuthority_isRefused(String authority) {
        assertThatThrownBy(() -> AccessLogOrder.review(Sample.USER, authority, MARCH, NOW))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void order_ofAUserWithoutCareUnit_isRefused() {
        ActingUser administration =
                new ActingUser(
                        Sample.USER.employee(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Sample.USER.careProvider());

        assertThatThrownBy(() -> AccessLogOrder.review(administration, "x", MARCH, NOW))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void toString_holdsNoPersonalData() {
        AccessLogOrder order =
                AccessLogOrder.disclosure(
                        Sample.USER, "Begäran av Tolvan", Sample.PATIENT, MARCH, NOW);

        assertThat(order.toString())
                .doesNotContain("Tolvan")
                .doesNotContain("1212121212")
                .doesNotContain("Lindgrensdotter")
                .contains("PATIENT_DISCLOSURE");
    }

    @Test
    void period_thatEndsBeforeItStarts_isRefused() {
        assertThatThrownBy(() -> LogPeriod.days(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(
                        LogPeriod.between(
                                Instant.parse("2026-03-01T10:00:00.900Z"),
                                Instant.parse("2026-03-01T10:00:01.100Z")))
                .isEqualTo(
                        LogPeriod.between(
                                Instant.parse("2026-03-01T10:00:00Z"),
                                Instant.parse("2026-03-01T10:00:02Z")));
    }

    private static AccessLogOrder order(
            Reason reason, String authority, ActingUser by, Optional<HsaId> user) {
        return new AccessLogOrder(
                by, authority, reason, MARCH, Optional.empty(), user, Optional.empty(), NOW);
    }
}
