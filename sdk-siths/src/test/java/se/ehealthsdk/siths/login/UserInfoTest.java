package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** Claims that are had at the userinfo endpoint. */
class UserInfoTest extends WithTestIdp {

    private static final LoginRequest REQUEST =
            LoginRequest.builder().fromUserInfo().essential(Claim.NAME).build();

    private void signed(Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", idp.issuer());
        claims.put("aud", TestIdp.CLIENT);
        claims.put("sub", "subject-1");
        claims.put("name", "Testa Påhittsson");
        change.accept(claims);
        idp.answers.put(
                "/oidc/userinfo",
                new TestIdp.Answer(200, "application/jwt; x=y", idp.sign(claims)));
    }

    @Test
    void claims_areHad_withTheAccessToken() {
        idp.userInfo = all -> all.put("name", "Testa Påhittsson");
        idp.tokens = all -> all.put("access_token", "abc");

        assertThat(logIn(REQUEST).name()).contains("Testa Påhittsson");
        assertThat(idp.last("/oidc/userinfo").authorization()).contains("Bearer abc");
    }

    @Test
    void userInfo_isNotAsked_whenNothingIsWantedThere() {
        logIn();

        assertThat(idp.calls("/oidc/userinfo")).isZero();
    }

    @Test
    void idToken_hasTheLastWord() {
        idp.userInfo =
                all -> {
                    all.put("name", "Testa Påhittsson");
                    all.put("employeeHsaId", "SE2321000016-9999");
                    all.put("iss", "https://other.example.test");
                };

        SithsUser user = logIn(REQUEST);

        assertThat(user.employeeHsaId())
                .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo(TestIdp.EMPLOYEE));
        assertThat(user.claim("iss")).contains(idp.issuer());
    }

    @Test
    void anotherSubject_isRefused() {
        idp.userInfo = all -> all.put("sub", "subject-2");
        assertRefused(Reason.WRONG_USER, () -> logIn(REQUEST));
        idp.userInfo = all -> all.remove("sub");
        assertRefused(Reason.WRONG_USER, () -> logIn(REQUEST));
    }

    @Test
    void signed_isVerified() {
        signed(all -> {});
        assertThat(logIn(REQUEST).name()).contains("Testa Påhittsson");

        signed(all -> all.put("sub", "subject-2"));
        assertRefused(Reason.WRONG_USER, () -> logIn(REQUEST));
        signed(all -> all.put("iss", "https://other.example.test"));
        assertRefused(Reason.WRONG_ISSUER, () -> logIn(REQUEST));
        signed(all -> all.put("aud", "another client"));
        assertRefused(Reason.WRONG_AUDIENCE, () -> logIn(REQUEST));
    }

    @Test
    void signed_bySomeoneElse_isRefused() {
        idp.answers.put(
                "/oidc/userinfo",
                new TestIdp.Answer(
                        200,
                        "application/jwt",
                        TestIdp.sign(Map.of("sub", "subject-1"), TestIdp.SECOND_KEY)));
        assertRefused(Reason.KEY_UNKNOWN, () -> logIn(REQUEST));
        idp.answers.put(
                "/oidc/userinfo",
                new TestIdp.Answer(
                        200,
                        "application/jwt",
                        Base64URL.encode("{\"alg\":\"none\"}")
                                + "."
                                + Base64URL.encode("{\"sub\":\"subject-1\"}")
                                + "."));
        assertRefused(Reason.ALGORITHM_REFUSED, () -> logIn(REQUEST));
    }

    @Test
    void refusal_isToldSo() {
        for (int status : List.of(401, 403, 500, 503)) {
            idp.answers.put("/oidc/userinfo", new TestIdp.Answer(status, "text/plain", ""));
            assertRefused(Reason.PROVIDER_ERROR, () -> logIn(REQUEST));
        }
    }

    @Test
    void nonsense_isAFaultyAnswer() {
        for (TestIdp.Answer answer :
                List.of(
                        new TestIdp.Answer(200, "application/json", "<html>"),
                        new TestIdp.Answer(200, "application/json", "[]"),
                        new TestIdp.Answer(302, "text/plain", ""),
                        new TestIdp.Answer(404, "text/plain", ""))) {
            idp.answers.put("/oidc/userinfo", answer);
            assertThatThrownBy(() -> logIn(REQUEST)).isInstanceOf(ProtocolException.class);
        }
    }
}
