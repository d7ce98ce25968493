package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.siths.certificate.AssuranceLevel.LOA2;
import static se.ehealthsdk.siths.certificate.AssuranceLevel.LOA3;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/** What the browser takes to the IdP. */
class AuthorizationUrlTest extends WithTestIdp {

    private URI address(LoginRequest request) {
        return client.begin(request, SESSION).redirectUrl();
    }

    private Map<String, Object> claims(LoginRequest request, String place) {
        try {
            Map<String, Object> all =
                    JSONObjectUtils.parse(TestIdp.parameter(address(request), "claims"));
            return Optional.ofNullable(JSONObjectUtils.getJSONObject(all, place)).orElse(Map.of());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void address_hasAllThatALogInNeeds() {
        URI address = address(ANYONE);

        assertThat(address.toString()).startsWith(idp.base() + "/oidc/authorize?");
        assertThat(TestIdp.parameters(address))
                .containsEntry("tenant", List.of("1"))
                .containsEntry("response_type", List.of("code"))
                .containsEntry("client_id", List.of(TestIdp.CLIENT))
                .containsEntry("redirect_uri", List.of(TestIdp.REDIRECT.toString()))
                .containsEntry("scope", List.of("openid"))
                .containsEntry("code_challenge_method", List.of("S256"))
                .containsOnlyKeys(
                        "tenant",
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "code_challenge",
                        "code_challenge_method",
                        "claims");
    }

    @Test
    void stateNonceAndChallenge_areNewEachTime_andNotGuessable() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            URI address = address(ANYONE);
            for (String name : List.of("state", "nonce", "code_challenge")) {
                assertThat(TestIdp.parameter(address, name)).hasSize(43);
                seen.add(TestIdp.parameter(address, name));
            }
        }
        assertThat(seen).hasSize(60);
    }

    @Test
    void pkce_isLeftOut_whenNotAnnounced() {
        idp.metadata.put("code_challenge_methods_supported", List.of("plain"));

        assertThat(TestIdp.parameters(address(ANYONE)))
                .doesNotContainKeys("code_challenge", "code_challenge_method");
        assertThat(logIn().subject()).isEqualTo("subject-1");
        assertThat(idp.last("/oidc/token").form()).doesNotContainKey("code_verifier");
    }

    @Test
    void level_isAskedFor_asAnEssentialClaim() {
        assertThat(claims(ANYONE, "id_token"))
                .containsEntry(
                        "acr", Map.of("essential", true, "value", "http://id.sambi.se/loa/loa3"));
        assertThat(claims(LoginRequest.builder().levels(LOA3, LOA2).build(), "id_token"))
                .containsEntry(
                        "acr",
                        Map.of(
                                "essential",
                                true,
                                "values",
                                List.of(
                                        "http://id.sambi.se/loa/loa3",
                                        "http://id.sambi.se/loa/loa2")));
    }

    @Test
    void level_isAskedForInTheOtherWay_ofAnIdpThatReadsNoClaims() {
        idp.metadata.put("claims_parameter_supported", false);
        LoginRequest request =
                LoginRequest.builder().levels(LOA3, LOA2).essential(Claim.EMPLOYEE_HSA_ID).build();

        assertThat(TestIdp.parameters(address(request)))
                .containsEntry(
                        "acr_values",
                        List.of("http://id.sambi.se/loa/loa3 http://id.sambi.se/loa/loa2"))
                .doesNotContainKey("claims");
    }

    @Test
    void nothing_isAskedFor_whenNothingIsDemanded() {
        assertThat(TestIdp.parameters(address(LoginRequest.builder().anyLevelAtOwnRisk().build())))
                .doesNotContainKeys("claims", "acr_values", "max_age", "prompt");
    }

    @Test
    void claims_areAskedForInTheIdToken_unlessSaidOtherwise() {
        LoginRequest.Builder request =
                LoginRequest.builder()
                        .essential(Claim.EMPLOYEE_HSA_ID)
                        .voluntary(Claim.NAME, Claim.EMPLOYEE_HSA_ID, Claim.of("mail"));

        assertThat(claims(request.build(), "id_token"))
                .containsEntry("employeeHsaId", Map.of("essential", true))
                .containsOnlyKeys("acr", "employeeHsaId", "name", "mail");
        assertThat(claims(request.build(), "userinfo")).isEmpty();

        request.fromUserInfo();
        assertThat(claims(request.build(), "id_token")).containsOnlyKeys("acr");
        assertThat(claims(request.build(), "userinfo"))
                .containsOnlyKeys("employeeHsaId", "name", "mail");
    }

    @Test
    void userAndCommissionAndMethod_arePreselected() {
        Map<String, Object> claims =
                claims(
                        LoginRequest.builder()
                                .employee(HsaId.of("SE2321000016-1003"))
                                .commission(HsaId.of("SE2321000016-C1"))
                                .authenticationMethod("urn:method")
                                .oneOf(Claim.AUTHORIZATION_SCOPE, "A", "B")
                                .build(),
                        "id_token");

        assertThat(claims)
                .containsEntry(
                        "employeeHsaId", Map.of("essential", true, "value", "SE2321000016-1003"))
                .containsEntry(
                        "commissionHsaId", Map.of("essential", true, "value", "SE2321000016-C1"))
                .containsEntry("authenticationMethod", Map.of("value", "urn:method"))
                .containsEntry(
                        "authorizationScope",
                        Map.of("essential", true, "values", List.of("A", "B")));
    }

    @Test
    void otherWishes_areParameters() {
        LoginRequest request =
                LoginRequest.builder()
                        .scopes("commission", "authorization_scope")
                        .maxAge(Duration.ofMinutes(5))
                        .authenticateAnew()
                        .language("sv")
                        .parameter("login_hint", "å&=")
                        .build();

        assertThat(TestIdp.parameters(address(request)))
                .containsEntry("scope", List.of("openid commission authorization_scope"))
                .containsEntry("max_age", List.of("300"))
                .containsEntry("prompt", List.of("login"))
                .containsEntry("ui_locales", List.of("sv"))
                .containsEntry("login_hint", List.of("å&="));
    }

    @Test
    void wishes_thatCannotBe_areRefused() {
        LoginRequest.Builder request = LoginRequest.builder();
        for (String reserved : List.of("state", "redirect_uri", "claims", "response_mode")) {
            assertThatThrownBy(() -> request.parameter(reserved, "x"))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> request.scopes("a b")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> request.maxAge(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> request.oneOf(Claim.NAME, " "))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Claim.of("two words")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void userInfo_ofAnIdpWithout_isAConfigurationError_beforeTheUserIsSentAway() {
        idp.metadata.remove("userinfo_endpoint");

        assertThatThrownBy(() -> address(LoginRequest.builder().fromUserInfo().build()))
                .isInstanceOf(ConfigurationException.class);
    }
}
