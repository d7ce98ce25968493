package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.login.LoginException.Reason;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;
import se.ehealthsdk.testpki.TestPki;

/** How this system shows the IdP that it is the registered client. */
class ClientAuthenticationTest extends WithTestIdp {

    private static final IssuedCertificate EC = TestPki.shared().function("SE2321000016-TESTSYS");
    private static final IssuedCertificate RSA =
            TestPki.shared()
                    .functionBuilder("SE2321000016-TESTSYS")
                    .keyAlgorithm(KeyAlgorithm.RSA_2048)
                    .issue();

    private void announce(String... methods) {
        idp.metadata.put("token_endpoint_auth_methods_supported", List.of(methods));
    }

    private TestIdp.Received logInWith(ClientAuthentication authentication) {
        try (IdentityProvider mine = idp.client(authentication).build()) {
            mine.complete(idp.logIn(mine.begin(ANYONE, SESSION)), SESSION);
        }
        return idp.received.stream()
                .filter(each -> each.path().endsWith("/token"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void secret_isSentInTheForm_whenAnnounced() {
        TestIdp.Received request = logInWith(ClientAuthentication.secret(TestIdp.SECRET));

        assertThat(request.field("client_id")).isEqualTo(TestIdp.CLIENT);
        assertThat(request.field("client_secret")).isEqualTo(new String(TestIdp.SECRET));
        assertThat(request.authorization()).isEmpty();
        assertThat(request.certificate()).isEmpty();
    }

    @Test
    void secret_isSentInTheHeader_whenOnlyThatIsAnnounced_orNothing() {
        announce("client_secret_basic");
        assertBasic(logInWith(ClientAuthentication.secret(TestIdp.SECRET)));
        idp.metadata.remove("token_endpoint_auth_methods_supported");
        assertBasic(logInWith(ClientAuthentication.secret(TestIdp.SECRET)));
    }

    @Test
    void secret_isSentInTheHeader_whenTheApplicationSaysSo() {
        assertBasic(logInWith(ClientAuthentication.secretInHeader(TestIdp.SECRET)));
    }

    private static void assertBasic(TestIdp.Received request) {
        assertThat(request.form()).doesNotContainKeys("client_secret");
        String header = request.authorization().orElseThrow();
        assertThat(header).startsWith("Basic ");
        // RFC 6749, section 2.3.1: form-encoded before base64
        assertThat(
                        new String(
                                Base64.getDecoder().decode(header.substring(6)),
                                StandardCharsets.UTF_8))
                .isEqualTo("v%C3%A5rdsystemet:hemligt%26%3D%25%2B%C3%A5");
    }

    @Test
    void secret_isNeverSent_toAnIdpThatDoesNotKnowTheWay() {
        announce("private_key_jwt");

        assertThatThrownBy(() -> client.begin(ANYONE, SESSION))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        failure -> {
                            assertThat(failure)
                                    .hasMessageContaining("client_secret_post")
                                    .hasMessageContaining("private_key_jwt");
                            assertThat(failure.remedy()).contains("Register the client");
                        });
        assertThat(idp.calls("/oidc/token")).isZero();
    }

    @Test
    void secret_empty_isRefused() {
        assertThatThrownBy(() -> ClientAuthentication.secret(new char[0]))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void secret_clearedByTheCaller_isKept() {
        char[] secret = TestIdp.SECRET.clone();
        ClientAuthentication authentication = ClientAuthentication.secret(secret);
        java.util.Arrays.fill(secret, 'x');

        assertThat(logInWith(authentication).field("client_secret"))
                .isEqualTo(new String(TestIdp.SECRET));
    }

    @Test
    void privateKey_signs_withTheAlgorithmOfItsKind() throws Exception {
        SignedJWT rsa =
                assertion(logInWith(ClientAuthentication.privateKey(TestIdp.credential(RSA))));
        assertThat(rsa.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(rsa.verify(new RSASSAVerifier((RSAPublicKey) RSA.certificate().getPublicKey())))
                .isTrue();
        SignedJWT ec =
                assertion(logInWith(ClientAuthentication.privateKey(TestIdp.credential(EC), "k1")));
        assertThat(ec.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(ec.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(ec.verify(new ECDSAVerifier((ECPublicKey) EC.certificate().getPublicKey())))
                .isTrue();
    }

    @Test
    void privateKey_signs_whatTheIdpNeedsToKnow_andNoMore() throws Exception {
        SignedJWT token =
                assertion(logInWith(ClientAuthentication.privateKey(TestIdp.credential(RSA))));

        assertThat(token.getHeader().getX509CertSHA256Thumbprint())
                .isEqualTo(X509CertUtils.computeSHA256Thumbprint(RSA.certificate()));
        assertThat(token.getHeader().getKeyID()).isNull();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(TestIdp.CLIENT);
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(TestIdp.CLIENT);
        assertThat(token.getJWTClaimsSet().getAudience())
                .containsExactly(idp.base() + "/oidc/token");
        assertThat(token.getJWTClaimsSet().getJWTID()).isNotBlank();
        assertThat(token.getJWTClaimsSet().getExpirationTime())
                .isEqualTo(Date.from(clock.instant().plusSeconds(60)));
    }

    @Test
    void privateKey_canBeAddressedToTheIssuer_andNeverTwiceTheSame() throws Exception {
        ClientAuthentication authentication =
                ClientAuthentication.privateKeyForIssuer(TestIdp.credential(RSA), null);
        SignedJWT first = assertion(logInWith(authentication));
        SignedJWT second = assertion(logInWith(authentication));

        assertThat(first.getJWTClaimsSet().getAudience()).containsExactly(idp.issuer());
        assertThat(first.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(second.getJWTClaimsSet().getJWTID());
    }

    @Test
    void privateKey_signsWithPss_whenOnlyThatIsAnnounced() throws Exception {
        idp.metadata.put(
                "token_endpoint_auth_signing_alg_values_supported", List.of("PS256", "ES256"));

        assertThat(
                        assertion(
                                        logInWith(
                                                ClientAuthentication.privateKey(
                                                        TestIdp.credential(RSA))))
                                .getHeader()
                                .getAlgorithm()
                                .getName())
                .isEqualTo("PS256");
    }

    private static SignedJWT assertion(TestIdp.Received request) throws Exception {
        assertThat(request.field("client_assertion_type"))
                .isEqualTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(request.form()).doesNotContainKey("client_secret");
        return SignedJWT.parse(request.field("client_assertion"));
    }

    @Test
    void mutualTls_showsTheCertificate_andTheClientId_atTheAliasesOfTheIdp() {
        announce("tls_client_auth");
        idp.metadata.put(
                "mtls_endpoint_aliases",
                Map.of(
                        "token_endpoint", idp.base() + "/mtls/token",
                        "userinfo_endpoint", idp.base() + "/mtls/userinfo"));
        try (IdentityProvider mine =
                idp.client(ClientAuthentication.mutualTls(TestIdp.credential(EC))).build()) {
            mine.complete(
                    idp.logIn(mine.begin(LoginRequest.builder().fromUserInfo().build(), SESSION)),
                    SESSION);
        }

        TestIdp.Received token = idp.last("/mtls/token");
        assertThat(token.certificate()).contains(EC.certificate());
        assertThat(token.field("client_id")).isEqualTo(TestIdp.CLIENT);
        assertThat(token.form()).doesNotContainKeys("client_secret", "client_assertion");
        assertThat(idp.last("/mtls/userinfo").certificate()).contains(EC.certificate());
        assertThat(idp.calls("/oidc/token")).isZero();
    }

    @Test
    void mutualTls_withoutAliases_usesTheOrdinaryAddress() {
        announce("self_signed_tls_client_auth");

        assertThat(logInWith(ClientAuthentication.mutualTls(TestIdp.credential(EC))).path())
                .isEqualTo("/oidc/token");
    }

    @Test
    void mutualTls_withAnExpiredCertificate_isToldAtBuild() {
        ClientAuthentication expired =
                ClientAuthentication.mutualTls(
                        TestIdp.credential(TestPki.shared().expired("SE2321000016-TESTSYS")));

        assertThatThrownBy(() -> idp.client(expired).clock(Clock.systemUTC()).build())
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void client_thatTheIdpDoesNotAccept_isAConfigurationError() {
        for (TestIdp.Answer answer :
                List.of(
                        TestIdp.json(401, Map.of("error", "invalid_client")),
                        TestIdp.json(400, Map.of("error", "invalid_client")),
                        TestIdp.json(400, Map.of("error", "unauthorized_client")),
                        new TestIdp.Answer(401, "text/plain", ""))) {
            idp.answers.put("/oidc/token", answer);
            assertThatThrownBy(this::logIn)
                    .as(answer.toString())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("client");
        }
    }

    @Test
    void code_thatTheIdpRefuses_isToldSo() {
        idp.answers.put(
                "/oidc/token",
                TestIdp.json(
                        400,
                        Map.of("error", "invalid_grant", "error_description", "191212121212")));

        LoginException refused = assertRefused(Reason.CODE_REFUSED, this::logIn);
        assertThat(refused.toString()).contains("invalid_grant").doesNotContain("1912");
    }

    @Test
    void idp_thatFails_isToldSo() {
        for (TestIdp.Answer answer :
                List.of(
                        new TestIdp.Answer(503, "text/html", "<h1>oj</h1>"),
                        new TestIdp.Answer(429, "text/plain", ""),
                        TestIdp.json(400, Map.of("error", "invalid_request")))) {
            idp.answers.put("/oidc/token", answer);
            assertRefused(Reason.PROVIDER_ERROR, this::logIn);
        }
    }

    @Test
    void answers_thatMakeNoSense_areFaulty() {
        for (TestIdp.Answer answer :
                List.of(
                        new TestIdp.Answer(200, "text/html", "<h1>Wi-Fi</h1>"),
                        new TestIdp.Answer(302, "text/html", ""),
                        new TestIdp.Answer(404, "text/html", ""),
                        TestIdp.json(200, Map.of()),
                        TestIdp.json(200, Map.of("access_token", "a", "id_token", "b")),
                        TestIdp.json(200, Map.of("access_token", 5, "token_type", "Bearer")),
                        TestIdp.json(
                                200, Map.of("access_token", "a\r\nX: y", "token_type", "Bearer")),
                        TestIdp.json(200, Map.of("access_token", "a", "token_type", "mac")))) {
            idp.answers.put("/oidc/token", answer);
            assertThatThrownBy(this::logIn)
                    .as(answer.toString())
                    .isInstanceOf(ProtocolException.class);
        }
        assertThat(idp.calls("/elsewhere")).isZero();
    }
}
