package se.ehealthsdk.testkit.hsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;
import se.ehealthsdk.hsa.readiness.Verdict;
import se.ehealthsdk.hsa.webcert.WebcertFacts;
import se.ehealthsdk.hsa.webcert.WebcertReadiness;
import se.ehealthsdk.hsa.webcert.WebcertRole;
import se.ehealthsdk.testkit.junit.NationalServicesExtension;

/** The people of the testkit, asked about over the wire: who is ready for Webcert, as what, and what is missing. */
class WebcertPersonasTest {

    @RegisterExtension
    static final NationalServicesExtension NATIONAL = new NationalServicesExtension();

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final HsaId HEALTH_CENTRE = HsaId.of("TSTNMT2321000156-VE01");
    private static final HsaId CHILD_CARE = HsaId.of("TSTNMT2321000156-EN11");
    private static final HsaId CLINIC = HsaId.of("TSTNMT2321000156-VE02");

    private static HsaClient hsa() {
        return HsaClient.builder(NATIONAL.client()).withoutLimits().build();
    }

    @Test
    void doctorAtTheHealthCentre_isReady() {
        WebcertReadiness readiness = check(Persona.DR_LINDGREN, HEALTH_CENTRE);

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
        assertThat(readiness.role().orElseThrow().role()).isEqualTo(WebcertRole.DOCTOR);
    }

    @Test
    void doctorAtAUnitOfTheHealthCentre_isReadyWithItsMail() {
        WebcertReadiness readiness = check(Persona.DR_LINDGREN, CHILD_CARE);

        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
        assertThat(readiness.findings())
                .extracting(ReadinessFinding::code)
                .containsExactly(
                        "UNIT_ADDRESS_MISSING", "UNIT_POSTAL_CODE_MISSING", "UNIT_TOWN_MISSING");
    }

    @Test
    void doctorAtTheClinic_isToldWhatTheUnitLacks() {
        WebcertReadiness readiness = check(Persona.DR_LINDGREN, CLINIC);

        assertThat(readiness.findings())
                .extracting(ReadinessFinding::code)
                .contains("UNIT_TELEPHONE_MISSING", "UNIT_ADDRESS_MISSING");
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void nurse_isReadyAsANurse() {
        WebcertReadiness readiness = check(Persona.NURSE_BERG, HEALTH_CENTRE);

        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
        assertThat(readiness.role().orElseThrow().role()).isEqualTo(WebcertRole.NURSE);
    }

    @Test
    void administratorWithoutCommission_isNotReady() {
        WebcertReadiness readiness = check(Persona.ADMIN_HOLM, CLINIC);

        assertThat(readiness.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(readiness.findings().get(0).code()).isEqualTo("COMMISSION_NO_COMMISSION");
    }

    @Test
    void protectedDoctor_isToldOnlyToThoseWhoMayAsk() {
        HsaId person = Persona.PROTECTED_EK.hsaId();

        assertThat(WebcertReadiness.check(hsa(), person, CLINIC, NOW).findings().get(0).code())
                .isEqualTo("PERSON_NOT_TOLD");
        WebcertFacts facts = WebcertFacts.fetchIncludingProtectedPerson(hsa(), person, CLINIC);
        assertThat(WebcertReadiness.check(facts, NOW).verdict()).isEqualTo(Verdict.READY);
    }

    @ParameterizedTest
    @CsvSource({
        "TSTNMT2321000156-VE03, COMMISSION_OTHER_UNIT",
        "TSTNMT2321000156-VE04, CARE_UNIT_NOT_IN_USE",
        "TSTNMT2321000156-NONE, UNIT_WITHOUT_CARE_UNIT"
    })
    void doctorElsewhere_isNotReady(String unit, String code) {
        WebcertReadiness readiness = check(Persona.DR_LINDGREN, HsaId.of(unit));

        assertThat(readiness.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(readiness.findings()).extracting(ReadinessFinding::code).contains(code);
    }

    private static WebcertReadiness check(Persona persona, HsaId unit) {
        return WebcertReadiness.check(hsa(), persona.hsaId(), unit, NOW);
    }
}
