package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.siths.certificate.AssuranceLevel.LOA2;
import static se.ehealthsdk.siths.certificate.AssuranceLevel.LOA3;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.certificate.AssuranceLevel;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** What was demanded is checked here too, not only asked of the IdP. */
class DemandsTest extends WithTestIdp {

    private void acr(Object value) {
        idp.claims = all -> all.put("acr", value);
    }

    @Test
    void level_below_isRefused_withARemedyForTheUser() {
        acr("http://id.sambi.se/loa/loa2");

        assertThat(assertRefused(Reason.LEVEL_TOO_LOW, this::logIn).remedy())
                .contains("reserve card");
    }

    @Test
    void level_notOnTheList_isRefused_alsoWhenHigher() {
        acr("http://id.sambi.se/loa/loa4");
        assertRefused(Reason.LEVEL_TOO_LOW, this::logIn);
        acr("http://id.sambi.se/loa/loa3");
        assertRefused(
                Reason.LEVEL_TOO_LOW, () -> logIn(LoginRequest.builder().levels(LOA2).build()));
    }

    @Test
    void level_missingOrOdd_isRefused() {
        idp.claims = all -> all.remove("acr");
        assertRefused(Reason.LEVEL_TOO_LOW, this::logIn);
        for (Object odd :
                List.of(
                        "",
                        "3",
                        "loa3",
                        3,
                        List.of("http://id.sambi.se/loa/loa3"),
                        "http://id.sambi.se/loa/loa3 ",
                        "HTTP://id.sambi.se/loa/loa3",
                        "http://id.sambi.se/loa/loa33")) {
            acr(odd);
            assertRefused(Reason.LEVEL_TOO_LOW, this::logIn);
        }
    }

    @Test
    void level_onTheList_isAccepted() {
        acr("http://id.sambi.se/loa/loa2");

        assertThat(logIn(LoginRequest.builder().levels(LOA3, LOA2).build()).level()).contains(LOA2);
    }

    @Test
    void level_ofAnotherName_isAccepted_whenItsMeaningIsGiven() {
        acr("http://id.elegnamnden.se/loa/1.0/loa3");
        LoginRequest request =
                LoginRequest.builder()
                        .alsoLevel("http://id.elegnamnden.se/loa/1.0/loa3", LOA3)
                        .build();

        assertThat(logIn(request).level()).contains(LOA3);
        assertRefused(Reason.LEVEL_TOO_LOW, this::logIn);
    }

    @Test
    void level_any_isAccepted_onlyByTheMethodThatWarns() {
        LoginRequest anyLevel = LoginRequest.builder().anyLevelAtOwnRisk().build();
        acr("http://id.sambi.se/loa/loa1");
        assertThat(logIn(anyLevel).level()).contains(AssuranceLevel.of(1));
        idp.claims = all -> all.remove("acr");
        assertThat(logIn(anyLevel).level()).isEmpty();
    }

    @Test
    void level_inUserInfo_doesNotCount() {
        idp.claims = all -> all.remove("acr");
        idp.userInfo = all -> all.put("acr", "http://id.sambi.se/loa/loa3");

        assertRefused(
                Reason.LEVEL_TOO_LOW, () -> logIn(LoginRequest.builder().fromUserInfo().build()));
    }

    @Test
    void claim_essential_thatIsMissing_isRefusedByName() {
        LoginRequest request =
                LoginRequest.builder().essential(Claim.HEALTHCARE_PROFESSIONAL_LICENSE).build();
        for (Object absent : List.of("", " ", List.of(), Map.of())) {
            idp.claims = all -> all.put("healthcareProfessionalLicense", absent);
            assertRefused(Reason.CLAIM_MISSING, () -> logIn(request));
        }
        idp.claims = all -> {};
        LoginException refused = assertRefused(Reason.CLAIM_MISSING, () -> logIn(request));

        assertThat(refused).hasMessageContaining("healthcareProfessionalLicense");
        assertThat(refused.loginDetails().claim()).contains("healthcareProfessionalLicense");
        assertThat(refused.remedy()).contains("HSA");
    }

    @Test
    void claim_voluntary_thatIsMissing_doesNotMatter() {
        assertThat(logIn(LoginRequest.builder().voluntary(Claim.NAME).build()).name()).isEmpty();
    }

    @Test
    void anotherUser_thanTheOneDemanded_isRefused() {
        LoginRequest request =
                LoginRequest.builder().employee(HsaId.of("SE2321000016-1004")).build();

        assertRefused(Reason.WRONG_USER, () -> logIn(request));
        idp.claims = all -> all.put("employeeHsaId", "se2321000016-1004");
        assertThat(logIn(request).employeeHsaId()).contains(HsaId.of("SE2321000016-1004"));
    }

    @Test
    void anotherCommission_thanTheOneDemanded_isRefused() {
        idp.claims = all -> all.put("commissionHsaId", "SE2321000016-C2");

        assertRefused(
                Reason.WRONG_COMMISSION,
                () ->
                        logIn(
                                LoginRequest.builder()
                                        .commission(HsaId.of("SE2321000016-C1"))
                                        .build()));
    }

    @Test
    void authorizationScope_isDemandedByCode() {
        idp.claims =
                all ->
                        all.put(
                                "authorizationScope",
                                "[{\"authorizationScopeCode\":\"B\",\"authorizationScopeName\":\"b\"}]");

        assertThat(
                        logIn(
                                        LoginRequest.builder()
                                                .oneOf(Claim.AUTHORIZATION_SCOPE, "A", "B")
                                                .build())
                                .authorizationScopes())
                .extracting(AuthorizationScope::code)
                .containsExactly("B");
        assertRefused(
                Reason.CLAIM_MISSING,
                () -> logIn(LoginRequest.builder().oneOf(Claim.AUTHORIZATION_SCOPE, "A").build()));
    }

    @Test
    void demands_areKept_whereTheBrowserCannotChangeThem() {
        LoginStart strict = begin();
        acr("http://id.sambi.se/loa/loa2");
        String query = idp.logIn(strict);

        assertRefused(Reason.LEVEL_TOO_LOW, () -> client.complete(query, SESSION));
    }
}
