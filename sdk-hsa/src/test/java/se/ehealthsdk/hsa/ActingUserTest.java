package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.user.ActingUser;

class ActingUserTest {

    private static final HsaId AT_THE_UNIT = HsaId.of("TSTNMT2321000156-VMU1");
    private static final HsaId AT_THE_PROVIDER = HsaId.of("TSTNMT2321000156-VMU2");

    private final CareProvider provider =
            CareProvider.of(
                    HsaId.of("TSTNMT2321000156-VG01"),
                    "Region Påhitt",
                    OrganisationNumber.of("232100-0156"));

    private final Credentials doctor =
            Credentials.builder(HsaId.of("TSTNMT2321000156-1001"))
                    .givenName("Lena")
                    .middleAndSurname("Lindgren")
                    .licence("Läkare")
                    .commission(
                            Commission.builder(
                                            AT_THE_UNIT,
                                            CommissionPurpose.CARE_AND_TREATMENT,
                                            provider)
                                    .name("Vård på Ängen")
                                    .careUnit(
                                            UnitSummary.of(
                                                    HsaId.of("TSTNMT2321000156-VE01"),
                                                    "Vårdcentralen Ängen"))
                                    .build())
                    .commission(
                            Commission.builder(
                                            AT_THE_PROVIDER,
                                            CommissionPurpose.of("Administration"),
                                            provider)
                                    .build())
                    .build();

    @Test
    void actingIn_aCommissionAtAUnit_hasAllThatTheAccessLogAsksFor() {
        ActingUser user = doctor.actingIn(AT_THE_UNIT).orElseThrow();

        assertThat(user.employee()).isEqualTo(doctor.hsaId());
        assertThat(user.name()).contains("Lena Lindgren");
        assertThat(user.title()).contains("Läkare");
        assertThat(user.commission().orElseThrow().hsaId()).isEqualTo(AT_THE_UNIT);
        assertThat(user.commission().orElseThrow().name()).contains("Vård på Ängen");
        assertThat(user.commission().orElseThrow().purpose()).isEqualTo("Vård och behandling");
        assertThat(user.careUnit().orElseThrow().name()).contains("Vårdcentralen Ängen");
        assertThat(user.careProvider().organisationNumber())
                .contains(OrganisationNumber.of("2321000156"));
    }

    @Test
    void actingIn_aCommissionDirectlyUnderTheProvider_hasNoUnit() {
        ActingUser user = doctor.actingIn(AT_THE_PROVIDER).orElseThrow();

        assertThat(user.careUnit()).isEmpty();
        assertThat(user.commission().orElseThrow().name()).isEmpty();
    }

    @Test
    void actingIn_aCommissionThatThePersonLacks_isEmpty() {
        assertThat(doctor.actingIn(HsaId.of("TSTNMT2321000156-VMU9"))).isEmpty();
    }

    @Test
    void toString_ofTheUser_hasNoName() {
        assertThat(doctor.actingIn(AT_THE_UNIT).orElseThrow().toString())
                .contains("TSTNMT2321000156-1001", "TSTNMT2321000156-VE01")
                .doesNotContain("Lena", "Lindgren");
    }
}
