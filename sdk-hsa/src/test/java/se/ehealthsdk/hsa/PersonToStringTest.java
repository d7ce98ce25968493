package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.contract.GetAdminCredentials;
import se.ehealthsdk.hsa.contract.GetCredentials;
import se.ehealthsdk.hsa.contract.GetEmployee;
import se.ehealthsdk.hsa.contract.GetHospCredentials;
import se.ehealthsdk.hsa.contract.HandleHospCertification;

/** What could end up in a log by mistake. */
class PersonToStringTest {

    private static final HsaId HSA_ID = HsaId.of("TST2321000016-1003");
    private static final PersonId TOLVAN = PersonId.parse("191212121212");

    @Test
    void employee_showsHsaIdAndLicencesOnly() {
        Employee employee =
                Employee.builder(HSA_ID)
                        .givenName("Hemlig")
                        .middleAndSurname("Hemlig")
                        .nickName("Hemlig")
                        .mail("hemlig@example.org")
                        .telephoneNumber("08999999")
                        .mobileNumber("070999999")
                        .description("Hemlig")
                        .distinguishedName("cn=Hemlig,c=SE")
                        .postalAddress(PostalAddress.ofLines(List.of("Hemlig väg 1")))
                        .licence("Läkare")
                        .age(47)
                        .build();

        assertThat(employee.toString())
                .isEqualTo("Employee[TST2321000016-1003, licences=[Läkare]]");
    }

    @Test
    void credentials_showNoPerson() {
        Credentials credentials =
                Credentials.builder(HSA_ID)
                        .givenName("Hemlig")
                        .middleAndSurname("Hemlig")
                        .personalIdentity(TOLVAN)
                        .personalPrescriptionCode("9999999")
                        .hospIdentityNumber("888888")
                        .build();

        assertThat(credentials.toString())
                .isEqualTo("Credentials[TST2321000016-1003, licences=[], commissions=0]");
    }

    @Test
    void adminCredentials_showNoPerson() {
        var credentials =
                new AdminCredentials(
                        HSA_ID, Optional.of("Hemlig"), "Hemlig", false, false, List.of());

        assertThat(credentials.toString()).doesNotContain("Hemlig").contains(HSA_ID.value());
    }

    @Test
    void hospCredentials_showNoPerson() {
        HospCredentials hosp =
                HospCredentials.builder(TOLVAN)
                        .hospIdentityNumber("888888")
                        .personalPrescriptionCode("9999999")
                        .build();

        assertThat(hosp.toString()).doesNotContain("1212", "888888", "9999999");
    }

    @Test
    void soleTradersCommission_showsNoNumberAndNoName() {
        var provider =
                new CareProvider(
                        HSA_ID,
                        "Hemlig",
                        Optional.empty(),
                        "121212-1212",
                        Validity.ALWAYS,
                        false,
                        false);
        Commission commission =
                Commission.builder(HSA_ID, CommissionPurpose.CARE_AND_TREATMENT, provider)
                        .name("Hemlig")
                        .build();

        assertThat(commission.toString()).doesNotContain("Hemlig", "121212");
    }

    @Test
    void hospResult_showsNoText() {
        assertThat(new HospResult(HospResult.Code.ERROR, "Hemlig").toString())
                .isEqualTo("HospResult[ERROR]");
    }

    @Test
    void requests_showNoPersonalIdentityNumber() {
        List<Object> requests =
                List.of(
                        GetEmployee.of(TOLVAN),
                        GetCredentials.of(TOLVAN),
                        GetAdminCredentials.of(TOLVAN),
                        new GetHospCredentials(TOLVAN),
                        new HandleHospCertification(
                                TOLVAN,
                                HandleHospCertification.Operation.ADD,
                                Optional.empty(),
                                Optional.of("Hemlig")));

        assertThat(requests.toString()).doesNotContain("121212", "Hemlig");
    }
}
