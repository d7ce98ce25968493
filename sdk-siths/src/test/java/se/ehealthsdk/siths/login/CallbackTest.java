package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** Browsers that come back in ways they should not. */
class CallbackTest extends WithTestIdp {

    @Test
    void state_unknown_isRefused_andTheCodeIsNotSpent() {
        idp.logIn(begin());

        assertRefused(
                Reason.STATE_UNKNOWN, () -> client.complete("code=abc&state=nobody", SESSION));
        assertThat(idp.calls("/oidc/token")).isZero();
    }

    @Test
    void state_missing_isRefused() {
        assertRefused(Reason.STATE_UNKNOWN, () -> client.complete("code=abc", SESSION));
        assertRefused(Reason.STATE_UNKNOWN, () -> client.complete("", SESSION));
        assertRefused(
                Reason.STATE_UNKNOWN,
                () -> client.complete("code=abc&state=" + "x".repeat(201), SESSION));
    }

    @Test
    void answer_usedTwice_isRefused() {
        String query = idp.logIn(begin());
        client.complete(query, SESSION);

        assertRefused(Reason.STATE_REPLAYED, () -> client.complete(query, SESSION));
        assertThat(idp.calls("/oidc/token")).isEqualTo(1);
    }

    @Test
    void answer_usedTwice_isRefused_alsoAfterAFailure() {
        String query = idp.logIn(begin());
        idp.claims = all -> all.put("nonce", "another");
        assertRefused(Reason.WRONG_NONCE, () -> client.complete(query, SESSION));

        assertRefused(Reason.STATE_REPLAYED, () -> client.complete(query, SESSION));
    }

    @Test
    void logIn_thatTookTooLong_isRefused() {
        String query = idp.logIn(begin());
        clock.advance(Duration.ofMinutes(10));

        assertRefused(Reason.EXPIRED, () -> client.complete(query, SESSION));
    }

    @Test
    void logIn_justInTime_isAccepted() {
        String query = idp.logIn(begin());
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));

        assertThat(client.complete(query, SESSION).subject()).isEqualTo("subject-1");
    }

    @Test
    void anotherBrowser_cannotCompleteTheLogIn_norCanTheFirstAfterIt() {
        String query = idp.logIn(begin());

        assertRefused(
                Reason.OTHER_BROWSER, () -> client.complete(query, "another browser session"));
        assertRefused(Reason.STATE_REPLAYED, () -> client.complete(query, SESSION));
        assertThat(idp.calls("/oidc/token")).isZero();
    }

    @Test
    void browserSession_isNeeded() {
        assertThatThrownBy(() -> client.begin(ANYONE, " "))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.complete("code=a&state=b", ""))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void user_whoCancels_isToldSo() {
        String state = begin().state();

        LoginException cancelled =
                assertRefused(
                        Reason.CANCELLED,
                        () ->
                                client.complete(
                                        "error=access_denied&error_description=Testa+P%C3%A5hittsson"
                                                + "&state="
                                                + state,
                                        SESSION));

        assertThat(cancelled.loginDetails().error()).contains("access_denied");
        assertThat(cancelled.toString()).doesNotContain("Testa");
    }

    @Test
    void error_ofTheIdp_isToldWithItsCode() {
        Map<String, Reason> errors =
                Map.of(
                        "server_error", Reason.PROVIDER_ERROR,
                        "login_required", Reason.PROVIDER_ERROR,
                        "invalid_scope", Reason.PROVIDER_ERROR,
                        "unmet_authentication_requirements", Reason.LEVEL_TOO_LOW);
        errors.forEach(
                (error, reason) -> {
                    String state = begin().state();
                    LoginException failure =
                            assertRefused(
                                    reason,
                                    () ->
                                            client.complete(
                                                    "error=" + error + "&state=" + state, SESSION));
                    assertThat(failure.loginDetails().error()).contains(error);
                });
    }

    @Test
    void error_thatIsNoCode_isNotRepeated() {
        String state = begin().state();

        LoginException failure =
                assertRefused(
                        Reason.PROVIDER_ERROR,
                        () ->
                                client.complete(
                                        "error=%3Cscript%3E+191212121212&state=" + state, SESSION));

        assertThat(failure.loginDetails().error()).isEmpty();
        assertThat(failure.toString()).doesNotContain("script", "1912");
    }

    @Test
    void error_withoutState_isRefusedAsUnknown_withTheCode() {
        LoginException failure =
                assertRefused(
                        Reason.STATE_UNKNOWN,
                        () -> client.complete("error=invalid_request", SESSION));

        assertThat(failure.loginDetails().error()).contains("invalid_request");
    }

    @Test
    void parameters_thatNoIdpSends_areRefused() {
        String state = begin().state();
        for (String query :
                List.of(
                        "code=a&code=b&state=" + state,
                        "code=a&state=" + state + "&state=" + state,
                        "code=a&error=access_denied&state=" + state,
                        "state=" + state,
                        "code=+&state=" + state,
                        "code=%zz&state=" + state,
                        "code=" + "a".repeat(20_000) + "&state=" + state)) {
            assertRefused(Reason.CALLBACK_UNREADABLE, () -> client.complete(query, SESSION));
        }
        assertRefused(
                Reason.CALLBACK_UNREADABLE,
                () ->
                        client.complete(
                                Map.of(
                                        "state",
                                        List.of(state),
                                        "code",
                                        List.of("a".repeat(20_000))),
                                SESSION));
    }

    @Test
    void otherParameters_doNotDisturb() {
        String query = "?app=1&app=2&session_state=x.y&" + idp.logIn(begin()) + "&flag";

        assertThat(client.complete(query, SESSION).subject()).isEqualTo("subject-1");
    }

    @Test
    void issuer_inTheAnswer_isComparedExactly() {
        idp.metadata.put("authorization_response_iss_parameter_supported", true);

        assertRefused(Reason.WRONG_ISSUER, () -> client.complete(idp.logIn(begin()), SESSION));
        assertRefused(
                Reason.WRONG_ISSUER,
                () ->
                        client.complete(
                                idp.logIn(begin()) + "&iss=" + encoded(idp.issuer() + "/"),
                                SESSION));
        assertThat(
                        client.complete(
                                        idp.logIn(begin()) + "&iss=" + encoded(idp.issuer()),
                                        SESSION)
                                .subject())
                .isEqualTo("subject-1");
    }

    @Test
    void issuer_inTheAnswer_isCompared_alsoWhenNotAnnounced() {
        assertRefused(
                Reason.WRONG_ISSUER,
                () ->
                        client.complete(
                                idp.logIn(begin())
                                        + "&iss="
                                        + encoded("https://other.example.test"),
                                SESSION));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void answer_toALogInAtAnotherIdp_isRefused() {
        PendingLogins shared = PendingLogins.inMemory(10, clock);
        try (TestIdp other = new TestIdp(clock);
                IdentityProvider mine = idp.client().pendingLogins(shared).build();
                IdentityProvider others = other.client().pendingLogins(shared).build()) {
            String state = others.begin(ANYONE, SESSION).state();

            assertRefused(
                    Reason.WRONG_ISSUER, () -> mine.complete("code=abc&state=" + state, SESSION));
            assertThat(idp.calls("/oidc/token")).isZero();
        }
    }

    @Test
    void store_withoutMemory_isEnough() {
        PendingLogins forgetful =
                new PendingLogins() {
                    private final Map<String, String> kept =
                            new java.util.concurrent.ConcurrentHashMap<>();

                    @Override
                    public void put(String state, String login, Instant expiresAt) {
                        kept.put(state, login);
                    }

                    @Override
                    public Optional<String> take(String state) {
                        return Optional.ofNullable(kept.remove(state));
                    }
                };
        try (IdentityProvider mine = idp.client().pendingLogins(forgetful).build()) {
            String query = idp.logIn(mine.begin(ANYONE, SESSION));
            mine.complete(query, SESSION);

            assertRefused(Reason.STATE_UNKNOWN, () -> mine.complete(query, SESSION));
        }
    }

    @Test
    void store_thatChangesWhatItKeeps_isToldOf() {
        for (String changed : List.of("", "{}", "[]", "{\"issuer\":1}", "null")) {
            PendingLogins faulty =
                    new PendingLogins() {
                        @Override
                        public void put(String state, String login, Instant expiresAt) {}

                        @Override
                        public Optional<String> take(String state) {
                            return Optional.of(changed);
                        }
                    };
            try (IdentityProvider mine = idp.client().pendingLogins(faulty).build()) {
                String query = idp.logIn(mine.begin(ANYONE, SESSION));
                assertThatThrownBy(() -> mine.complete(query, SESSION))
                        .as(changed)
                        .isInstanceOf(ConfigurationException.class);
            }
        }
    }

    @Test
    void redirectAddress_mustBeSafe() {
        for (String bad :
                List.of(
                        "http://app.example.test/callback",
                        "/callback",
                        "https://app.example.test/callback#here",
                        "https://user@app.example.test/")) {
            assertThatThrownBy(() -> idp.client().redirectUri(URI.create(bad)).build())
                    .as(bad)
                    .isInstanceOf(ConfigurationException.class);
        }
        idp.client().redirectUri(URI.create("http://localhost:8080/callback")).build().close();
    }
}
