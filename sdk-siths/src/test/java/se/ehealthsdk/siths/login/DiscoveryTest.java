package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.login.LoginException.Reason;
import se.ehealthsdk.testpki.TestPki;

/** What the IdP says of itself. */
class DiscoveryTest extends WithTestIdp {

    private static final String PATH = "/oidc/.well-known/openid-configuration";

    @Test
    void building_callsNobody() {
        assertThat(idp.received).isEmpty();
        client.check();
        assertThat(TestIdp.paths(idp.received)).containsExactly(PATH);
    }

    @Test
    void issuer_isComparedCharacterByCharacter() {
        Map<String, Object> document = new HashMap<>();
        document.put("issuer", "https://idp.example.test:443/oidc");
        document.put("authorization_endpoint", "https://idp.example.test/oidc/authorize");
        document.put("token_endpoint", "https://idp.example.test/oidc/token");
        document.put("jwks_uri", "https://idp.example.test/oidc/jwks.json");

        assertThat(
                        ProviderMetadata.read(document, "https://idp.example.test:443/oidc", false)
                                .token())
                .hasPath("/oidc/token");
        for (String other :
                List.of(
                        "https://idp.example.test/oidc",
                        "https://idp.example.test:443/oidc/",
                        "https://IDP.example.test:443/oidc",
                        "https://idp.example.test:443/OIDC")) {
            assertThatThrownBy(() -> ProviderMetadata.read(document, other, false))
                    .as(other)
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            failure -> assertThat(failure.remedy()).contains("port included"));
        }
    }

    @Test
    void address_keepsThePort() {
        assertThat(ProviderMetadata.address("https://idp.example.test:443/oidc").toString())
                .isEqualTo("https://idp.example.test:443/oidc/.well-known/openid-configuration");
        assertThat(ProviderMetadata.address("https://idp.example.test/").toString())
                .isEqualTo("https://idp.example.test/.well-known/openid-configuration");
    }

    @Test
    void issuer_ofSomeoneElse_isAConfigurationError() {
        idp.metadata.put("issuer", "https://other.example.test/oidc");

        assertThatThrownBy(client::check).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(this::begin).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void endpoints_withoutTls_areRefused() {
        for (String name :
                List.of(
                        "authorization_endpoint",
                        "token_endpoint",
                        "jwks_uri",
                        "userinfo_endpoint",
                        "end_session_endpoint")) {
            Object good = idp.metadata.get(name);
            for (Object bad :
                    List.of(
                            "http://localhost/x",
                            "/oidc/x",
                            "javascript:alert(1)",
                            "https://user:pw@localhost/x",
                            "https://localhost/x#y",
                            "https:// /",
                            17)) {
                idp.metadata.put(name, bad);
                assertThatThrownBy(client::check)
                        .as(name + "=" + bad)
                        .isInstanceOf(ProtocolException.class)
                        .hasMessageContaining(name);
            }
            idp.metadata.put(name, good);
        }
        client.check();
    }

    @Test
    void endpoints_thatALogInNeeds_mustBeThere() {
        for (String name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            Object good = idp.metadata.remove(name);
            assertThatThrownBy(client::check)
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining(name);
            idp.metadata.put(name, good);
        }
    }

    @Test
    void oddValues_thatNobodyNeeds_doNotDisturb() {
        idp.metadata.put("subject_types_supported", 17);
        idp.metadata.put("ui_locales_supported", List.of("not a tag!", 5));
        idp.metadata.put("scopes_supported", "openid");

        assertThat(logIn().subject()).isEqualTo("subject-1");
    }

    @Test
    void plainHttp_needsToBeAllowed() {
        URI issuer = URI.create("http://localhost:1/oidc");

        assertThatThrownBy(
                        () ->
                                IdentityProvider.builder(issuer)
                                        .client("c", ClientAuthentication.secret(TestIdp.SECRET))
                                        .redirectUri(TestIdp.REDIRECT)
                                        .build())
                .isInstanceOf(ConfigurationException.class);
        IdentityProvider.builder(issuer)
                .client("c", ClientAuthentication.secret(TestIdp.SECRET))
                .redirectUri(TestIdp.REDIRECT)
                .plainHttpAtOwnRisk()
                .build()
                .close();
    }

    @Test
    void settings_thatAreMissing_areToldAtBuild() {
        assertThatThrownBy(() -> IdentityProvider.builder(URI.create(idp.issuer())).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("No client");
        assertThatThrownBy(
                        () ->
                                IdentityProvider.builder(URI.create(idp.issuer()))
                                        .client("c", ClientAuthentication.secret(TestIdp.SECRET))
                                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("No redirect address");
    }

    @Test
    void metadata_isFetchedAnewAfterAnHour() {
        client.check();
        clock.advance(Duration.ofMinutes(60));
        client.check();
        assertThat(idp.calls(PATH)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        client.check();
        assertThat(idp.calls(PATH)).isEqualTo(2);
    }

    @Test
    void metadata_thatCannotBeHadAnew_staysInUse_forADay_andIsTriedNowAndThen() {
        client.check();
        idp.answers.put(PATH, new TestIdp.Answer(500, "text/plain", "oj"));
        clock.advance(Duration.ofHours(2));
        client.check();
        client.check();
        assertThat(idp.calls(PATH)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(11));
        client.check();
        assertThat(idp.calls(PATH)).isEqualTo(3);

        clock.advance(Duration.ofHours(23));
        assertRefused(Reason.PROVIDER_ERROR, client::check);
    }

    @Test
    void metadata_thatIsNone_isAFaultyAnswer() {
        for (TestIdp.Answer answer :
                List.of(
                        new TestIdp.Answer(200, "text/html", "<html>log in to the Wi-Fi</html>"),
                        new TestIdp.Answer(200, "application/json", "[]"),
                        new TestIdp.Answer(200, "application/json", "{}"),
                        new TestIdp.Answer(200, "application/json", "{\"a\":".repeat(9000)),
                        new TestIdp.Answer(404, "text/plain", ""),
                        new TestIdp.Answer(302, "text/plain", ""),
                        new TestIdp.Answer(
                                200, "application/json", " ".repeat(1_000_001) + "{}"))) {
            idp.answers.put(PATH, answer);
            assertThatThrownBy(client::check)
                    .as(answer.toString().substring(0, 30))
                    .isInstanceOf(ProtocolException.class);
        }
        assertThat(idp.calls("/elsewhere")).isZero();
    }

    @Test
    void idp_thatIsDown_isAConnectionError() {
        idp.close();

        assertThatThrownBy(this::begin).isInstanceOf(ConnectionException.class);
    }

    @Test
    void idp_thatNobodyVouchesFor_isAConnectionError() {
        try (IdentityProvider wary =
                idp.client()
                        .trust(TrustAnchors.of(TestPki.shared().untrusted().trustedRoots()))
                        .build()) {
            assertThatThrownBy(wary::check)
                    .isInstanceOfSatisfying(
                            ConnectionException.class,
                            failure ->
                                    assertThat(failure.stage())
                                            .isEqualTo(ConnectionException.Stage.TLS));
        }
    }

    @Test
    void idp_thatSignsWithNothingAllowed_isAConfigurationError() {
        idp.metadata.put("id_token_signing_alg_values_supported", List.of("none", "HS256"));

        assertThatThrownBy(client::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("signs with none");
    }
}
