package se.ehealthsdk.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** Each fault is what it says, and gone afterwards. */
class IdpFaultTest {

    private static NationalServices services;

    private IdentityProvider idp;
    private RelyingParty client;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
        idp = services.idp();
        client = new RelyingParty(services);
    }

    static Stream<Arguments> refusedByOthers() {
        return Stream.of(
                arguments(IdpFault.unsigned(), "Signed ID token expected"),
                arguments(IdpFault.hs256(), "Another algorithm expected, or no matching key"),
                arguments(IdpFault.badSignature(), "Invalid signature"),
                arguments(IdpFault.withdrawnKey(), "no matching key"),
                arguments(IdpFault.unknownKey(), "no matching key"),
                arguments(IdpFault.wrongIssuer(), "Unexpected JWT issuer"),
                arguments(IdpFault.without("iss"), "Missing JWT issuer"),
                arguments(IdpFault.wrongAudience(), "Unexpected JWT audience"),
                arguments(IdpFault.without("aud"), "Missing JWT audience"),
                arguments(IdpFault.wrongNonce(), "Unexpected JWT nonce"),
                arguments(IdpFault.without("nonce"), "Missing JWT nonce"),
                arguments(IdpFault.without("sub"), "Missing JWT subject"),
                arguments(IdpFault.without("exp"), "Missing JWT expiration"),
                arguments(IdpFault.expired(), "Expired JWT"),
                arguments(IdpFault.notYetValid(), "JWT issue time ahead of current time"));
    }

    @ParameterizedTest
    @MethodSource("refusedByOthers")
    void idToken_spoilt_isRefusedByOthersAndTheNextIsGood(IdpFault fault, String reason)
            throws Exception {
        idp.faults().next(fault);

        OIDCTokenResponse spoilt = tokens();

        assertThatThrownBy(() -> client.validated(spoilt))
                .isInstanceOf(BadJOSEException.class)
                .hasMessageContaining(reason);
        assertThat(idp.journal().of(IdpEndpoint.TOKEN).get(0).fault()).contains(fault.toString());
        assertThat(idp.faults().pending()).isZero();
        assertThat(client.validated(tokens())).isNotNull();
    }

    @Test
    void unsigned_token_isOne() throws Exception {
        idp.faults().next(IdpFault.unsigned());

        assertThat(idToken()).isInstanceOf(PlainJWT.class);
    }

    /** Who takes the secret for a key is deceived: the signature is good by it. */
    @Test
    void hs256_token_isGoodByTheSecret() throws Exception {
        idp.faults().next(IdpFault.hs256());

        SignedJWT token = (SignedJWT) idToken();

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.verify(new MACVerifier(IdentityProvider.CLIENT_SECRET))).isTrue();
    }

    @Test
    void withdrawnKey_afterARoll_isTheOneThatWas() throws Exception {
        String before = client.keys().getKeys().get(0).getKeyID();
        idp.rollKeysAndWithdrawOld();
        idp.faults().next(IdpFault.withdrawnKey());

        assertThat(((SignedJWT) idToken()).getHeader().getKeyID()).isEqualTo(before);
    }

    @Test
    void claims_replacedOrLeftOut_areSo() throws Exception {
        idp.faults().next(IdpFault.acr(IdentityProvider.LOA2));
        assertThat(idToken().getJWTClaimsSet().getStringClaim("acr"))
                .isEqualTo(IdentityProvider.LOA2);

        idp.faults().next(IdpFault.without("acr"));
        assertThat(idToken().getJWTClaimsSet().getClaims()).doesNotContainKey("acr");

        idp.faults().next(IdpFault.anotherUser());
        assertThat(idToken().getJWTClaimsSet().getSubject()).isEqualTo("another-user");

        idp.faults().next(IdpFault.moreAudiences());
        assertThat(idToken().getJWTClaimsSet().getAudience())
                .containsExactly(IdentityProvider.CLIENT_ID, "another-client");
    }

    @Test
    void wrongAccessTokenHash_isSeenByOthers() throws Exception {
        idp.faults().next(IdpFault.wrongAccessTokenHash());

        OIDCTokenResponse tokens = tokens();

        AccessTokenHash hash =
                new AccessTokenHash(
                        tokens.getOIDCTokens()
                                .getIDToken()
                                .getJWTClaimsSet()
                                .getStringClaim("at_hash"));
        BearerAccessToken token = tokens.getOIDCTokens().getBearerAccessToken();
        assertThatThrownBy(() -> AccessTokenValidator.validate(token, JWSAlgorithm.RS256, hash))
                .isInstanceOf(InvalidHashException.class);
    }

    @Test
    void callback_spoilt_isSo() throws Exception {
        idp.faults().next(IdpFault.wrongState());
        assertThat(callback().getState().getValue()).isEqualTo("another-state");

        idp.faults().next(IdpFault.wrongCallbackIssuer());
        assertThat(callback().getIssuer()).isNotEqualTo(new Issuer(idp.issuer()));

        idp.faults().next(IdpFault.callbackWithout("iss"));
        assertThat(callback().getIssuer()).isNull();

        idp.faults().next(IdpFault.callbackError("temporarily_unavailable"));
        assertThat(callback().toErrorResponse().getErrorObject().getCode())
                .isEqualTo("temporarily_unavailable");
    }

    @Test
    void discovery_spoilt_isSo() throws Exception {
        idp.faults().next(IdpFault.discoveryOfAnother());
        assertThat(client.discover().getIssuer()).isNotEqualTo(new Issuer(idp.issuer()));

        idp.faults().next(IdpFault.discoveryWithout("token_endpoint"));
        assertThat(client.discover().getTokenEndpointURI()).isNull();
    }

    @Test
    void keys_spoilt_areSo() throws Exception {
        idp.faults().next(IdpFault.noKeys());
        assertThat(client.keys().getKeys()).isEmpty();

        idp.faults().next(2, IdpFault.unavailable(IdpEndpoint.JWKS));
        assertThat(client.get(idp.url(IdpEndpoint.JWKS)).getStatusCode()).isEqualTo(503);
        assertThat(client.get(idp.url(IdpEndpoint.JWKS)).getStatusCode()).isEqualTo(503);
        assertThat(client.get(idp.url(IdpEndpoint.JWKS)).getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_client", "invalid_grant", "server_error"})
    void tokenError_comesAndTheCodeIsStillGood(String code) throws Exception {
        idp.faults().next(IdpFault.tokenError(code));
        AuthorizationCode authorization = authorization();

        HTTPResponse refused = client.tokens(RelyingParty.SECRET, client.grant(authorization));

        assertThat(refused.getStatusCode()).isGreaterThanOrEqualTo(400);
        assertThat(
                        OIDCTokenResponseParser.parse(refused)
                                .toErrorResponse()
                                .getErrorObject()
                                .getCode())
                .isEqualTo(code);
        assertThat(client.tokens(authorization)).isNotNull();
    }

    @Test
    void tokens_withoutTheirToken_areSo() throws Exception {
        idp.faults().next(IdpFault.tokensWithout("id_token"));

        HTTPResponse answer = client.tokens(RelyingParty.SECRET, client.grant(authorization()));

        assertThat(RelyingParty.json(answer))
                .containsKey("access_token")
                .doesNotContainKey("id_token");
    }

    @Test
    void garbage_usesTheCodeUp() throws Exception {
        idp.faults().next(IdpFault.garbage(IdpEndpoint.TOKEN));
        AuthorizationCode code = authorization();

        HTTPResponse garbage = client.tokens(RelyingParty.SECRET, client.grant(code));

        assertThat(garbage.getStatusCode()).isEqualTo(200);
        assertThatThrownBy(() -> RelyingParty.json(garbage)).isInstanceOf(ParseException.class);
        assertThat(client.tokens(RelyingParty.SECRET, client.grant(code)).getStatusCode())
                .isEqualTo(400);
    }

    /** Many times, since the JDK's client tries again in silence. */
    @Test
    void hangingUp_leavesNoAnswer() {
        idp.faults().next(10, IdpFault.hangUp(IdpEndpoint.JWKS));
        HttpRequest request = HttpRequest.newBuilder(idp.url(IdpEndpoint.JWKS)).build();

        assertThatThrownBy(() -> raw().send(request, BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
        assertThat(idp.journal().of(IdpEndpoint.JWKS).get(0).fault()).contains("JWKS hangs up");
    }

    @Test
    void slow_answer_comesLater() throws Exception {
        idp.faults().next(IdpFault.slow(IdpEndpoint.JWKS, Duration.ofMinutes(1)));
        HttpRequest request =
                HttpRequest.newBuilder(idp.url(IdpEndpoint.JWKS))
                        .timeout(Duration.ofMillis(500))
                        .build();

        assertThatThrownBy(() -> raw().send(request, BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(client.keys().getKeys()).hasSize(1);
    }

    @Test
    void userinfo_spoilt_isSo() throws Exception {
        OIDCTokenResponse tokens =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.url(
                                                "{\"userinfo\":{\"given_name\":null,\"name\":null}}"),
                                        Persona.NURSE_BERG)));

        idp.faults().next(IdpFault.userinfoOfAnother());
        assertThat(RelyingParty.json(client.userinfo(tokens))).containsEntry("sub", "another-user");
        idp.faults().next(IdpFault.userinfoWithout("name"));
        assertThat(RelyingParty.json(client.userinfo(tokens)))
                .containsEntry("given_name", "Bo")
                .doesNotContainKey("name");
    }

    @Test
    void fault_ofAnotherPlace_waits() throws Exception {
        idp.faults().next(IdpFault.userinfoOfAnother());

        assertThat(client.validated(tokens())).isNotNull();
        assertThat(idp.faults().pending()).isEqualTo(1);
    }

    @Test
    void count_belowOne_isRefused() {
        assertThatThrownBy(() -> idp.faults().next(0, IdpFault.expired()))
                .isInstanceOf(InvalidInputException.class);
    }

    private static HttpClient raw() {
        return HttpClient.newBuilder()
                .sslContext(RelyingParty.tls(services.pki(), Optional.empty()))
                .build();
    }

    private AuthorizationCode authorization() throws Exception {
        return client.code(idp.authorize(client.request().build().toURI(), Persona.NURSE_BERG));
    }

    private AuthenticationResponse callback() throws Exception {
        URI callback = idp.authorize(client.request().build().toURI(), Persona.NURSE_BERG);
        return AuthenticationResponseParser.parse(callback);
    }

    private OIDCTokenResponse tokens() throws Exception {
        return client.tokens(authorization());
    }

    private JWT idToken() throws Exception {
        return tokens().getOIDCTokens().getIDToken();
    }
}
