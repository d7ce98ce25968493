package se.ehealthsdk.hsa.webcert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.hsa.webcert.WebcertRight.PREPARE;
import static se.ehealthsdk.hsa.webcert.WebcertRight.REVOKE;
import static se.ehealthsdk.hsa.webcert.WebcertRight.SIGN;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.PaTitle;

/** Who gets which role in Webcert, why, and what it lets them do. */
class WebcertRoleTest {

    private static final HsaId VERA = HsaId.of("TST2321000016-VERA");

    @ParameterizedTest
    @CsvSource({
        "Läkare, DOCTOR",
        "Tandläkare, DENTIST",
        "Barnmorska, MIDWIFE",
        "Sjuksköterska, NURSE",
        "Psykolog, CARE_ADMINISTRATOR",
        "läkare, CARE_ADMINISTRATOR",
        "Läkare leg, CARE_ADMINISTRATOR"
    })
    void licence_decidesLetterByLetter(String licence, WebcertRole expected) {
        assertThat(WebcertRole.of(Set.of(licence), Set.of(), Set.of()).role()).isEqualTo(expected);
    }

    @Test
    void severalLicences_firstRuleDecides() {
        assertThat(decide(Set.of("Sjuksköterska", "Barnmorska", "Tandläkare", "Läkare")))
                .isEqualTo(
                        new RoleDecision(WebcertRole.DOCTOR, "legitimerad yrkesgrupp", "Läkare"));
        assertThat(decide(Set.of("Sjuksköterska", "Barnmorska", "Tandläkare")).role())
                .isEqualTo(WebcertRole.DENTIST);
        assertThat(decide(Set.of("Sjuksköterska", "Barnmorska")).role())
                .isEqualTo(WebcertRole.MIDWIFE);
    }

    @Test
    void dentistWithTitleOfADoctor_isDentist() {
        assertThat(WebcertRole.of(Set.of("Tandläkare"), Set.of("204010"), Set.of()).role())
                .isEqualTo(WebcertRole.DENTIST);
    }

    @Test
    void nurseWithTitleOfADoctorInTraining_isDoctor() {
        assertThat(WebcertRole.of(Set.of("Sjuksköterska"), Set.of("203020"), Set.of()))
                .isEqualTo(new RoleDecision(WebcertRole.DOCTOR, "befattningskod", "203020"));
    }

    @ParameterizedTest
    @CsvSource({
        "204010, '', DOCTOR",
        "203020, '', DOCTOR",
        "203010, '', CARE_ADMINISTRATOR",
        "203090, '', CARE_ADMINISTRATOR",
        "204090, '', CARE_ADMINISTRATOR",
        "203090, 9300005, DOCTOR",
        "203090, 9400003, DOCTOR",
        "204090, 9100009, DOCTOR",
        "204090, 9200007, DOCTOR",
        "203090, 9100009, CARE_ADMINISTRATOR",
        "203090, 9200007, CARE_ADMINISTRATOR",
        "204090, 9300005, CARE_ADMINISTRATOR",
        "204090, 9400003, CARE_ADMINISTRATOR",
        "'', 9300005, CARE_ADMINISTRATOR"
    })
    void titleCodeAndGroupCode_decideTogether(String title, String group, WebcertRole expected) {
        assertThat(WebcertRole.of(Set.of(), Set.of(title), Set.of(group)).role())
                .isEqualTo(expected);
    }

    @Test
    void titleCodeOfEmployeeAndGroupCodeOfCredentials_countTogether() {
        Employee employee =
                Employee.builder(VERA)
                        .paTitle(new PaTitle(Optional.empty(), Optional.of("203090")))
                        .build();
        Credentials credentials =
                Credentials.builder(VERA).groupPrescriptionCode("9400003").build();

        RoleDecision decision = WebcertRole.of(employee, credentials);

        assertThat(decision.role()).isEqualTo(WebcertRole.DOCTOR);
        assertThat(decision.reason())
                .isEqualTo("LAKARE: befattningskod + gruppförskrivarkod is 203090 + 9400003");
    }

    @Test
    void titleInFreeText_countsForNothing() {
        Employee employee = Employee.builder(VERA).title("Läkare").build();

        RoleDecision decision = WebcertRole.of(employee, Credentials.builder(VERA).build());

        assertThat(decision.role()).isEqualTo(WebcertRole.CARE_ADMINISTRATOR);
        assertThat(decision.attribute()).isEmpty();
        assertThat(decision.reason()).startsWith("VARDADMINISTRATOR: no licence");
    }

    @Test
    void credentialsAlone_decide() {
        assertThat(WebcertRole.of(Credentials.builder(VERA).licence("Barnmorska").build()).role())
                .isEqualTo(WebcertRole.MIDWIFE);
    }

    @Test
    void doctor_doesEverythingForEveryTypeKnownOrNot() {
        assertThat(WebcertRole.DOCTOR.rights("LUSE")).containsExactly(PREPARE, SIGN, REVOKE);
        assertThat(WebcertRole.DOCTOR.rights("NEW-TYPE")).containsExactly(PREPARE, SIGN, REVOKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LISJP", "AG7804", "AG1-14", "AF00213", "AF00251", "ag1-14"})
    void dentist_doesEverythingForTheTypesOfDentists(String type) {
        assertThat(WebcertRole.DENTIST.rights(type)).containsExactly(PREPARE, SIGN, REVOKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LUSE", "LUNSP", "IGRAV", "DB", "TS8071", "NEW-TYPE"})
    void dentist_doesNothingForOtherTypes(String type) {
        assertThat(WebcertRole.DENTIST.rights(type)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NURSE", "MIDWIFE"})
    void nurseAndMidwife_signTwoTypesAndRevokeNone(WebcertRole role) {
        assertThat(role.rights("IGRAV")).containsExactly(PREPARE, SIGN);
        assertThat(role.rights("ITFP")).containsExactly(PREPARE, SIGN);
        assertThat(role.rights("LISJP")).containsExactly(PREPARE);
    }

    @Test
    void careAdministrator_prepares() {
        assertThat(WebcertRole.CARE_ADMINISTRATOR.rights("IGRAV")).containsExactly(PREPARE);
        assertThat(WebcertRole.CARE_ADMINISTRATOR.may(SIGN, "LISJP")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void retiredType_isForNobody(WebcertRole role) {
        assertThat(role.rights("FK7263")).isEmpty();
    }

    @Test
    void blankType_isRefused() {
        assertThatThrownBy(() -> WebcertRole.DOCTOR.rights(" "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("certificateType");
    }

    @Test
    void protectedPatient_isForDoctorsAndDentistsAndSomeTypesOnly() {
        assertThat(WebcertRole.DOCTOR.mayIssueForProtectedPatient("LISJP")).isTrue();
        assertThat(WebcertRole.DENTIST.mayIssueForProtectedPatient("LISJP")).isTrue();
        assertThat(WebcertRole.DENTIST.mayIssueForProtectedPatient("LUSE")).isFalse();
        assertThat(WebcertRole.DOCTOR.mayIssueForProtectedPatient("DB")).isFalse();
        assertThat(WebcertRole.DOCTOR.mayIssueForProtectedPatient("tstrk1062")).isFalse();
        assertThat(WebcertRole.NURSE.mayIssueForProtectedPatient("IGRAV")).isFalse();
    }

    private static RoleDecision decide(Set<String> licences) {
        return WebcertRole.of(licences, Set.of(), Set.of());
    }
}
