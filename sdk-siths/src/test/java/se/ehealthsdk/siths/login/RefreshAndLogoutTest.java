package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** After the log-in. */
class RefreshAndLogoutTest extends WithTestIdp {

    @BeforeEach
    void giveRefreshTokens() {
        idp.tokens = all -> all.put("refresh_token", "refresh-1");
    }

    @Test
    void refresh_givesNewTokens_toTheSameUser() {
        SithsUser user = logIn();
        idp.tokens =
                all -> {
                    all.put("access_token", "new");
                    all.put("refresh_token", "refresh-2");
                    all.put("expires_in", 60);
                };

        SithsUser same = client.refresh(user);

        assertThat(idp.last("/oidc/token").field("grant_type")).isEqualTo("refresh_token");
        assertThat(idp.last("/oidc/token").field("refresh_token")).isEqualTo("refresh-1");
        assertThat(idp.last("/oidc/token").field("client_secret"))
                .isEqualTo(new String(TestIdp.SECRET));
        assertThat(same.subject()).isEqualTo(user.subject());
        assertThat(same.employeeHsaId()).isEqualTo(user.employeeHsaId());
        assertThat(same.tokens().accessToken()).isEqualTo("new");
        assertThat(same.tokens().refreshToken()).contains("refresh-2");
        assertThat(same.tokens().accessTokenExpiresAt()).contains(clock.instant().plusSeconds(60));
    }

    @Test
    void refresh_withoutNewOnes_keepsIdTokenAndRefreshToken() {
        SithsUser user = logIn();
        idp.tokens = all -> all.remove("id_token");

        SithsUser same = client.refresh(user);

        assertThat(same.tokens().idToken()).isEqualTo(user.tokens().idToken());
        assertThat(same.tokens().refreshToken()).contains("refresh-1");
    }

    @Test
    void refresh_withAnIdTokenOfAnotherLogIn_isRefused() {
        SithsUser user = logIn();
        idp.claims = all -> all.put("sub", "subject-2");
        assertRefused(Reason.WRONG_USER, () -> client.refresh(user));
        idp.claims = all -> all.put("iss", "https://other.example.test");
        assertRefused(Reason.WRONG_ISSUER, () -> client.refresh(user));
        idp.claims = all -> all.put("aud", "another client");
        assertRefused(Reason.WRONG_AUDIENCE, () -> client.refresh(user));
        idp.claims = all -> all.put("nonce", "another");
        assertRefused(Reason.TOKEN_MISMATCH, () -> client.refresh(user));
        idp.claims = all -> all.put("acr", "http://id.sambi.se/loa/loa2");
        assertRefused(Reason.TOKEN_MISMATCH, () -> client.refresh(user));
        idp.claims = all -> all.put("auth_time", 17);
        assertRefused(Reason.TOKEN_MISMATCH, () -> client.refresh(user));
        idp.claims = all -> {};
        idp.signing = TestIdp.SECOND_KEY;
        assertRefused(Reason.KEY_UNKNOWN, () -> client.refresh(user));
    }

    @Test
    void refresh_whenTheSessionHasEnded_isToldSo() {
        SithsUser user = logIn();
        idp.answers.put("/oidc/token", TestIdp.json(400, Map.of("error", "invalid_grant")));

        assertThat(assertRefused(Reason.REFRESH_REFUSED, () -> client.refresh(user)).remedy())
                .contains("Log in again");
    }

    @Test
    void refresh_withoutARefreshToken_isTheCallersMistake() {
        idp.tokens = all -> {};
        SithsUser user = logIn();

        assertThatThrownBy(() -> client.refresh(user)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void logout_withoutAWayBack_staysAtTheIdp() {
        SithsUser user = logIn();

        assertThat(TestIdp.parameters(client.logoutUrl(user, null, "x")))
                .containsOnlyKeys("id_token_hint");
    }

    @Test
    void logout_ofAnIdpWithout_isToldSo() {
        SithsUser user = logIn();
        idp.metadata.remove("end_session_endpoint");
        try (IdentityProvider mine = idp.client().build()) {
            assertThatThrownBy(() -> mine.logoutUrl(user, null, null))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void logout_keepsTheQueryOfTheIdpsOwnAddress() {
        idp.metadata.put("end_session_endpoint", idp.base() + "/oidc/logout?tenant=1");
        SithsUser user = logIn();

        assertThat(
                        TestIdp.parameters(
                                client.logoutUrl(
                                        user,
                                        URI.create("https://app.example.test/?a=b&c=d"),
                                        null)))
                .containsEntry("tenant", List.of("1"))
                .containsEntry(
                        "post_logout_redirect_uri", List.of("https://app.example.test/?a=b&c=d"))
                .containsKey("id_token_hint");
    }
}
