package se.ehealthsdk.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** The endpoints, as a relying party of another make sees them. */
class IdentityProviderTest {

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

    @Test
    void discovery_document_isWhatOthersReadOfIt() throws Exception {
        OIDCProviderMetadata metadata = client.discover();

        assertThat(metadata.getIssuer().getValue()).isEqualTo(idp.issuer().toString());
        assertThat(idp.issuer().getPort()).isPositive();
        assertThat(idp.url(IdpEndpoint.DISCOVERY).toString())
                .isEqualTo(idp.issuer() + "/.well-known/openid-configuration");
        assertThat(metadata.getTokenEndpointURI()).isEqualTo(idp.url(IdpEndpoint.TOKEN));
        assertThat(metadata.getJWKSetURI()).isEqualTo(idp.url(IdpEndpoint.JWKS));
        assertThat(metadata.getEndSessionEndpointURI()).isEqualTo(idp.url(IdpEndpoint.END_SESSION));
        assertThat(metadata.getIDTokenJWSAlgs()).containsExactly(JWSAlgorithm.RS256);
        assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
        assertThat(metadata.getTokenEndpointAuthMethods()).hasSize(5);
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(metadata.supportsClaimsParam()).isTrue();
        assertThat(metadata.supportsRequestURIParam()).isFalse();
    }

    @Test
    void discovery_whatIsNotAnnounced_isNotThere() throws Exception {
        idp.announcePkce(false);
        idp.announceCallbackIssuer(false);
        idp.announceAuthentications(ClientAuthentication.CLIENT_SECRET_POST);
        idp.announceLevels("http://id.sambi.se/loa/loa4");

        OIDCProviderMetadata metadata = client.discover();

        assertThat(metadata.getCodeChallengeMethods()).isNull();
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isFalse();
        assertThat(metadata.getTokenEndpointAuthMethods())
                .extracting(it -> it.getValue())
                .containsExactly("client_secret_post");
        assertThat(metadata.getACRs())
                .extracting(it -> it.getValue())
                .containsExactly("http://id.sambi.se/loa/loa4");
    }

    @Test
    void logIn_allTheWay_givesATokenThatOthersFindGood() throws Exception {
        IDTokenClaimsSet claims =
                client.logIn(client.request().build().toURI(), Persona.DR_LINDGREN, LogIn.byCard());

        assertThat(claims.toJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "sub",
                        "iss",
                        "aud",
                        "exp",
                        "iat",
                        "amr",
                        "acr",
                        "auth_time",
                        "jti",
                        "at_hash",
                        "nonce");
        assertThat(claims.getACR().getValue()).isEqualTo(IdentityProvider.LOA3);
        assertThat(claims.getAMR()).extracting(it -> it.getValue()).containsExactly(LogIn.CARD_AMR);
    }

    @Test
    void sub_ofOneAndOfAnother_tellsThemApartAndNothingMore() throws Exception {
        URI url = client.request().build().toURI();

        String first =
                client.logIn(url, Persona.DR_LINDGREN, LogIn.byCard()).getSubject().getValue();
        String again =
                client.logIn(url, Persona.DR_LINDGREN, LogIn.byApp()).getSubject().getValue();
        String other =
                client.logIn(url, Persona.NURSE_BERG, LogIn.byCard()).getSubject().getValue();

        assertThat(again).isEqualTo(first).doesNotContainIgnoringCase("lindgren");
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void code_usedTwice_isRefusedAndItsTokensAreTakenBack() throws Exception {
        AuthorizationCode code =
                client.code(idp.authorize(client.request().build().toURI(), Persona.NURSE_BERG));
        OIDCTokenResponse tokens = client.tokens(code);
        assertThat(client.userinfo(tokens).getStatusCode()).isEqualTo(200);

        HTTPResponse second = client.tokens(RelyingParty.SECRET, client.grant(code));

        assertThat(error(second)).isEqualTo("invalid_grant");
        HTTPResponse userinfo = client.userinfo(tokens);
        assertThat(userinfo.getStatusCode()).isEqualTo(401);
        assertThat(userinfo.getWWWAuthenticate()).contains("invalid_token");
    }

    @Test
    void code_ofAnotherClientOrAddressOrVerifier_isRefused() throws Exception {
        idp.register(
                ClientRegistration.builder("other")
                        .secret("another-secret")
                        .redirectUri(RelyingParty.CALLBACK)
                        .build());
        AuthenticationRequest request = client.request().build();

        AuthorizationCode first = client.code(idp.authorize(request.toURI(), Persona.NURSE_BERG));
        HTTPResponse another =
                client.tokens(
                        new ClientSecretPost(new ClientID("other"), new Secret("another-secret")),
                        client.grant(first));
        HTTPResponse address =
                client.tokens(
                        RelyingParty.SECRET,
                        new AuthorizationCodeGrant(
                                first, URI.create("http://localhost:1/callback"), client.verifier));
        AuthorizationCode next = client.code(idp.authorize(request.toURI(), Persona.NURSE_BERG));
        HTTPResponse verifier =
                client.tokens(
                        RelyingParty.SECRET,
                        new AuthorizationCodeGrant(
                                next, RelyingParty.CALLBACK, new CodeVerifier()));
        AuthorizationCode last = client.code(idp.authorize(request.toURI(), Persona.NURSE_BERG));
        HTTPResponse none =
                client.tokens(
                        RelyingParty.SECRET,
                        new AuthorizationCodeGrant(last, RelyingParty.CALLBACK));

        assertThat(List.of(error(another), error(address), error(verifier), error(none)))
                .containsOnly("invalid_grant");
    }

    @Test
    void code_afterAMinute_isRefused() throws Exception {
        try (Moved moved = Moved.start()) {
            RelyingParty other = new RelyingParty(moved.services());
            AuthorizationCode code =
                    other.code(
                            moved.services()
                                    .idp()
                                    .authorize(
                                            other.request().build().toURI(), Persona.NURSE_BERG));

            moved.forward(Duration.ofSeconds(60));

            assertThat(error(other.tokens(RelyingParty.SECRET, other.grant(code))))
                    .isEqualTo("invalid_grant");
        }
    }

    @Test
    void pkce_notAnnounced_isIgnored() throws Exception {
        idp.announcePkce(false);
        AuthorizationCode code =
                client.code(idp.authorize(client.request().build().toURI(), Persona.NURSE_BERG));

        HTTPResponse answer =
                client.tokens(
                        RelyingParty.SECRET,
                        new AuthorizationCodeGrant(code, RelyingParty.CALLBACK));

        assertThat(answer.getStatusCode()).isEqualTo(200);
    }

    @Test
    void pkce_required_isMissed() throws Exception {
        idp.register(
                ClientRegistration.builder(IdentityProvider.CLIENT_ID)
                        .secret(IdentityProvider.CLIENT_SECRET)
                        .redirectUri(RelyingParty.CALLBACK)
                        .pkceRequired()
                        .build());

        URI callback =
                idp.authorize(
                        client.request()
                                .codeChallenge((CodeVerifier) null, CodeChallengeMethod.S256)
                                .build()
                                .toURI(),
                        Persona.NURSE_BERG);

        assertThat(callbackError(callback)).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "scope, profile, invalid_scope",
        "request, eyJ, request_not_supported",
        "request_uri, https://a.test, request_uri_not_supported",
        "claims, {nonsense, invalid_request",
        "claims, '{\"id_token\": 1}', invalid_request",
        "claims, '{\"id_token\": {\"acr\": 1}}', invalid_request",
        "prompt, none login, invalid_request",
        "prompt, dance, invalid_request",
        "max_age, soon, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge, short, invalid_request",
        "nonce, 'doubled', invalid_request"
    })
    void request_wrong_goesBackWithItsError(String name, String value, String error)
            throws Exception {
        Map<String, List<String>> parameters = client.request().build().toParameters();
        parameters.put(name, value.equals("doubled") ? List.of("a", "b") : List.of(value));
        URI url =
                URI.create(
                        idp.url(IdpEndpoint.AUTHORIZATION)
                                + "?"
                                + URLUtils.serializeParameters(parameters));

        URI callback = idp.authorize(url, Persona.NURSE_BERG);

        assertThat(callbackError(callback)).isEqualTo(error);
        assertThat(idp.journal().last()).flatMap(IdpExchange::error).contains(error);
    }

    @Test
    void redirect_toWhereItMayNot_isAnErrorPage() {
        for (String uri :
                List.of(
                        "http://localhost:4711/callback/more",
                        "http://evil.example.test/callback",
                        "http://localhost:4711/callback?a=b",
                        "http://localhost.example.test:4711/callback",
                        "http://localhost:4711@evil.example.test/callback")) {
            AuthenticationRequest request =
                    client.request().redirectionURI(URI.create(uri)).build();

            ErrorPageException page =
                    catchThrowableOfType(
                            ErrorPageException.class,
                            () -> idp.authorize(request.toURI(), Persona.NURSE_BERG));

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.error()).isEqualTo("invalid_redirect_uri");
        }
    }

    @Test
    void client_unknown_isAnErrorPage() {
        URI url =
                URI.create(
                        client.request().build().toURI().toString().replace("testkit-client", "x"));

        assertThatThrownBy(() -> idp.authorize(url, Persona.NURSE_BERG))
                .isInstanceOf(ErrorPageException.class)
                .hasMessageContaining("invalid_client");
    }

    @Test
    void authorize_somewhereElse_isRefused() {
        assertThatThrownBy(
                        () ->
                                idp.authorize(
                                        URI.create("https://idp.example.test/oidc/authorize"),
                                        Persona.NURSE_BERG))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void cancel_givesAccessDenied() throws Exception {
        URI callback =
                idp.authorize(client.request().build().toURI(), Persona.NURSE_BERG, LogIn.cancel());

        assertThat(callbackError(callback)).isEqualTo("access_denied");
    }

    @Test
    void refreshToken_ofAClientThatGetsThem_givesNewTokensOnce() throws Exception {
        idp.register(
                ClientRegistration.builder(IdentityProvider.CLIENT_ID)
                        .secret(IdentityProvider.CLIENT_SECRET)
                        .redirectUri(RelyingParty.CALLBACK)
                        .refreshTokens()
                        .build());
        OIDCTokenResponse first =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.request().build().toURI(), Persona.NURSE_BERG)));
        RefreshTokenGrant refresh = new RefreshTokenGrant(first.getOIDCTokens().getRefreshToken());

        OIDCTokenResponse second =
                (OIDCTokenResponse)
                        OIDCTokenResponseParser.parse(client.tokens(RelyingParty.SECRET, refresh))
                                .toSuccessResponse();

        assertThat(second.getOIDCTokens().getIDToken().getJWTClaimsSet().getSubject())
                .isEqualTo(first.getOIDCTokens().getIDToken().getJWTClaimsSet().getSubject());
        assertThat(second.getOIDCTokens().getIDToken().getJWTClaimsSet().getClaim("nonce"))
                .isNull();
        assertThat(client.userinfo(second).getStatusCode()).isEqualTo(200);
        assertThat(error(client.tokens(RelyingParty.SECRET, refresh))).isEqualTo("invalid_grant");
        assertThat(client.userinfo(second).getStatusCode()).isEqualTo(401);
    }

    @Test
    void refreshToken_unlessRegistered_isNotGiven() throws Exception {
        OIDCTokenResponse tokens =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.request().build().toURI(), Persona.NURSE_BERG)));

        assertThat(tokens.getOIDCTokens().getRefreshToken()).isNull();
    }

    @Test
    void accessToken_expired_isRefused() throws Exception {
        try (Moved moved = Moved.start()) {
            moved.services().idp().tokenLifetime(Duration.ofMinutes(5));
            RelyingParty other = new RelyingParty(moved.services());
            OIDCTokenResponse tokens =
                    other.tokens(
                            other.code(
                                    moved.services()
                                            .idp()
                                            .authorize(
                                                    other.request().build().toURI(),
                                                    Persona.NURSE_BERG)));
            assertThat(tokens.getOIDCTokens().getAccessToken().getLifetime()).isEqualTo(300);
            assertThat(other.userinfo(tokens).getStatusCode()).isEqualTo(200);

            moved.forward(Duration.ofMinutes(5));

            assertThat(other.userinfo(tokens).getStatusCode()).isEqualTo(401);
        }
    }

    @Test
    void userinfo_signed_isAGoodToken() throws Exception {
        idp.register(
                ClientRegistration.builder(IdentityProvider.CLIENT_ID)
                        .secret(IdentityProvider.CLIENT_SECRET)
                        .redirectUri(RelyingParty.CALLBACK)
                        .signedUserinfo()
                        .build());
        OIDCTokenResponse tokens =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.url("{\"userinfo\":{\"given_name\":null}}"),
                                        Persona.NURSE_BERG)));

        HTTPResponse answer = client.userinfo(tokens);

        assertThat(answer.getHeaderValue("Content-Type")).startsWith("application/jwt");
        SignedJWT token = SignedJWT.parse(answer.getBody());
        assertThat(token.verify(new RSASSAVerifier(client.keys().getKeys().get(0).toRSAKey())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getStringClaim("given_name")).isEqualTo("Bo");
        assertThat(token.getJWTClaimsSet().getAudience())
                .containsExactly(IdentityProvider.CLIENT_ID);
    }

    @Test
    void keys_rolled_areBothPublishedUntilTheOldIsWithdrawn() throws Exception {
        OIDCTokenResponse before =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.request().build().toURI(), Persona.NURSE_BERG)));

        idp.rollKeys();

        assertThat(client.keys().getKeys()).hasSize(2);
        assertThat(client.validated(before)).isNotNull();
        OIDCTokenResponse after =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.request().build().toURI(), Persona.NURSE_BERG)));
        assertThat(client.validated(after)).isNotNull();
        assertThat(keyId(after)).isNotEqualTo(keyId(before));

        idp.rollKeysAndWithdrawOld();

        assertThat(client.keys().getKeys()).hasSize(1);
        assertThatThrownBy(() -> client.validated(after)).isInstanceOf(BadJOSEException.class);
    }

    @Test
    void keys_published_holdNoPrivatePart() throws Exception {
        assertThat(client.keys().containsNonPublicKeys()).isFalse();
    }

    @Test
    void endSession_withHint_goesOnToARegisteredAddress() throws Exception {
        OIDCTokenResponse tokens =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.request().build().toURI(), Persona.NURSE_BERG)));
        idp.rollKeysAndWithdrawOld();
        URI target = URI.create("https://localhost:9/logged-out");

        HTTPResponse answer =
                client.get(
                        new LogoutRequest(
                                        idp.url(IdpEndpoint.END_SESSION),
                                        tokens.getOIDCTokens().getIDToken(),
                                        target,
                                        client.state)
                                .toURI());

        assertThat(answer.getStatusCode()).isEqualTo(303);
        assertThat(answer.getLocation().toString())
                .isEqualTo(target + "?state=" + client.state.getValue());
    }

    @Test
    void endSession_toAnotherAddressOrWithoutHint_isAPage() throws Exception {
        OIDCTokenResponse tokens =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.request().build().toURI(), Persona.NURSE_BERG)));
        URI url = idp.url(IdpEndpoint.END_SESSION);

        HTTPResponse elsewhere =
                client.get(
                        new LogoutRequest(
                                        url,
                                        tokens.getOIDCTokens().getIDToken(),
                                        URI.create("https://evil.example.test/"),
                                        client.state)
                                .toURI());
        HTTPResponse unhinted =
                client.get(
                        URI.create(
                                url
                                        + "?post_logout_redirect_uri=https%3A%2F%2Flocalhost%2Flogged-out"));
        HTTPResponse forged =
                client.get(
                        URI.create(
                                url
                                        + "?id_token_hint="
                                        + tokens.getOIDCTokens().getIDTokenString()
                                        + "AA"));
        HTTPResponse plain = client.get(url);

        assertThat(List.of(elsewhere, unhinted, forged))
                .extracting(HTTPResponse::getStatusCode)
                .containsOnly(400);
        assertThat(plain.getStatusCode()).isEqualTo(200);
        assertThat(plain.getBody()).contains("Du är utloggad");
    }

    @Test
    void journal_ofALogIn_hasNoSecretsAndNoTokens() throws Exception {
        OIDCTokenResponse tokens =
                client.tokens(
                        client.code(
                                idp.authorize(
                                        client.request().build().toURI(), Persona.NURSE_BERG)));
        client.userinfo(tokens);

        assertThat(idp.journal().exchanges())
                .extracting(it -> it.endpoint().orElseThrow())
                .containsExactly(
                        IdpEndpoint.AUTHORIZATION, IdpEndpoint.TOKEN, IdpEndpoint.USERINFO);
        IdpExchange exchange = idp.journal().of(IdpEndpoint.TOKEN).get(0);
        assertThat(exchange.clientId()).contains(IdentityProvider.CLIENT_ID);
        assertThat(exchange.authentication()).contains(ClientAuthentication.CLIENT_SECRET_POST);
        assertThat(exchange.parameter("grant_type")).contains("authorization_code");
        assertThat(exchange.parameters())
                .containsEntry("code", IdpExchange.HIDDEN)
                .containsEntry("client_secret", IdpExchange.HIDDEN)
                .containsEntry("code_verifier", IdpExchange.HIDDEN);
        assertThat(idp.journal().exchanges().toString())
                .doesNotContain(
                        IdentityProvider.CLIENT_SECRET,
                        tokens.getOIDCTokens().getAccessToken().getValue());
    }

    @Test
    void requests_thatFitNoEndpoint_areRefused() throws Exception {
        assertThat(client.get(idp.issuer().resolve("/oidc/nothing")).getStatusCode())
                .isEqualTo(404);
        assertThat(client.get(idp.url(IdpEndpoint.TOKEN)).getStatusCode()).isEqualTo(405);
        assertThat(client.get(idp.url(IdpEndpoint.PAGE)).getStatusCode()).isEqualTo(405);
        HTTPRequest large = new HTTPRequest(HTTPRequest.Method.POST, idp.url(IdpEndpoint.TOKEN));
        large.setBody("a=" + "x".repeat(1 << 17));
        assertThat(client.send(large).getStatusCode()).isEqualTo(413);
    }

    @Test
    void reset_bringsEverythingBack() throws Exception {
        String before = client.keys().getKeys().get(0).getKeyID();
        idp.rollKeysAndWithdrawOld();
        idp.announcePkce(false);
        idp.faults().next(IdpFault.expired());
        idp.logInAs(Persona.NURSE_BERG);
        idp.register(
                ClientRegistration.builder("other")
                        .secret("s")
                        .redirectUri(RelyingParty.CALLBACK)
                        .build());

        services.reset();

        assertThat(client.keys().getKeys()).hasSize(1);
        assertThat(client.keys().getKeys().get(0).getKeyID()).isEqualTo(before);
        assertThat(client.discover().getCodeChallengeMethods()).isNotEmpty();
        assertThat(idp.faults().pending()).isZero();
        assertThat(client.get(client.request().build().toURI()).getStatusCode()).isEqualTo(200);
        assertThatThrownBy(
                        () ->
                                idp.authorize(
                                        URI.create(
                                                client.request()
                                                        .build()
                                                        .toURI()
                                                        .toString()
                                                        .replace("testkit-client", "other")),
                                        Persona.NURSE_BERG))
                .isInstanceOf(ErrorPageException.class);
    }

    @Test
    void registration_thatCannotWork_isRefused() {
        assertThatThrownBy(
                        () ->
                                ClientRegistration.builder("a")
                                        .redirectUri(RelyingParty.CALLBACK)
                                        .build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ClientRegistration.builder("a").secret("s").build())
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void texts_ofWhatIsKept_tellNoSecret() {
        ClientRegistration registration =
                ClientRegistration.builder("a")
                        .secret("do-not-show")
                        .redirectUri(RelyingParty.CALLBACK)
                        .build();

        assertThat(registration).hasToString("ClientRegistration[a]");
        assertThat(LogIn.byApp().withClaim("mail", "do-not-show").toString())
                .doesNotContain("do-not-show");
        assertThat(idp).hasToString("IdentityProvider[" + idp.issuer() + "]");
    }

    private static String error(HTTPResponse response) throws Exception {
        return TokenErrorResponse.parse(response).getErrorObject().getCode();
    }

    private static String callbackError(URI callback) throws Exception {
        AuthenticationErrorResponse response =
                AuthenticationResponseParser.parse(callback).toErrorResponse();
        return response.getErrorObject().getCode();
    }

    private static String keyId(OIDCTokenResponse tokens) throws Exception {
        return ((SignedJWT) tokens.getOIDCTokens().getIDToken()).getHeader().getKeyID();
    }
}
