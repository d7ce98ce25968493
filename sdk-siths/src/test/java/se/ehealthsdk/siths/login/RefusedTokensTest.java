package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** Tokens that must not let anyone in, each with its own reason. */
class RefusedTokensTest extends WithTestIdp {

    private LoginException refused(Reason reason, Consumer<Map<String, Object>> claims) {
        idp.claims = claims;
        return assertRefused(reason, this::logIn);
    }

    private LoginException refusedToken(Reason reason, String token) {
        idp.idToken = good -> token;
        return assertRefused(reason, this::logIn);
    }

    private String unsigned() {
        return Base64URL.encode("{\"alg\":\"none\"}")
                + "."
                + Base64URL.encode("{\"iss\":\"" + idp.issuer() + "\",\"sub\":\"someone else\"}")
                + ".";
    }

    @Test
    void token_unsigned_isRefused() {
        refusedToken(Reason.ALGORITHM_REFUSED, unsigned());
    }

    @Test
    void token_signedWithThePublicKeyAsSecret_isRefused() throws Exception {
        byte[] publicKey = TestIdp.FIRST_KEY.toPublicJWK().toJSONString().getBytes();
        idp.idToken =
                good -> {
                    try {
                        SignedJWT forged =
                                new SignedJWT(
                                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                                .keyID("first")
                                                .build(),
                                        SignedJWT.parse(good).getJWTClaimsSet());
                        forged.sign(new MACSigner(publicKey));
                        return forged.serialize();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };

        assertRefused(Reason.ALGORITHM_REFUSED, this::logIn);
    }

    @Test
    void token_withAnAlgorithmThatTheIdpDoesNotAnnounce_isRefused() {
        idp.idToken = good -> resigned(good, JWSAlgorithm.PS256, null);

        assertRefused(Reason.ALGORITHM_REFUSED, this::logIn);
    }

    @Test
    void token_withAnotherAllowedAlgorithm_isAcceptedWhenAnnounced() {
        idp.metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "PS256"));
        idp.idToken = good -> resigned(good, JWSAlgorithm.PS256, null);

        assertThat(logIn().subject()).isEqualTo("subject-1");
    }

    @Test
    void token_ofAnotherType_isRefused() {
        idp.idToken = good -> resigned(good, JWSAlgorithm.RS256, new JOSEObjectType("logout+jwt"));

        assertRefused(Reason.TOKEN_MISMATCH, this::logIn);
    }

    private static String resigned(String good, JWSAlgorithm algorithm, JOSEObjectType type) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(algorithm).keyID("first").type(type).build(),
                            SignedJWT.parse(good).getJWTClaimsSet());
            token.sign(new RSASSASigner(TestIdp.FIRST_KEY));
            return token.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void token_encrypted_isRefused() {
        refusedToken(
                Reason.ALGORITHM_REFUSED,
                Base64URL.encode("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}")
                        + ".AAAA.AAAA.AAAA.AAAA");
    }

    @Test
    void token_thatIsNone_isRefused() {
        for (String none : List.of("x", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.")) {
            idp.idToken = good -> none;
            LoginException refused =
                    (LoginException) org.assertj.core.api.Assertions.catchThrowable(this::logIn);
            assertThat(refused.reason())
                    .as(none)
                    .isIn(Reason.TOKEN_UNREADABLE, Reason.BAD_SIGNATURE, Reason.ALGORITHM_REFUSED);
        }
    }

    @Test
    void token_thatIsMissing_isAFaultyAnswer() {
        idp.tokens = all -> all.remove("id_token");

        assertThatThrownBy(this::logIn).isInstanceOf(ProtocolException.class);
    }

    @Test
    void token_signedByAnUnknownKey_isRefused() {
        idp.signing = TestIdp.SECOND_KEY;

        assertRefused(Reason.KEY_UNKNOWN, this::logIn);
    }

    @Test
    void token_signedByAnotherKeyWithTheRightName_isRefused() throws Exception {
        RSAKey impostor = new RSAKey.Builder(TestIdp.SECOND_KEY).keyID("first").build();
        idp.signing = impostor;

        assertRefused(Reason.BAD_SIGNATURE, this::logIn);
    }

    @Test
    void token_withItsOwnKeyInTheHeader_isRefused() {
        idp.idToken =
                good -> {
                    try {
                        SignedJWT token =
                                new SignedJWT(
                                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                                .jwk(TestIdp.SECOND_KEY.toPublicJWK())
                                                .build(),
                                        SignedJWT.parse(good).getJWTClaimsSet());
                        token.sign(new RSASSASigner(TestIdp.SECOND_KEY));
                        return token.serialize();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };

        assertRefused(Reason.BAD_SIGNATURE, this::logIn);
    }

    @Test
    void token_withChangedClaims_isRefused() {
        idp.idToken =
                good -> {
                    String[] parts = good.split("\\.");
                    return parts[0]
                            + "."
                            + Base64URL.encode(
                                    new Base64URL(parts[1])
                                            .decodeToString()
                                            .replace("1003", "1004"))
                            + "."
                            + parts[2];
                };

        assertRefused(Reason.BAD_SIGNATURE, this::logIn);
    }

    @Test
    void token_withACriticalHeaderNobodyKnows_isRefused() {
        idp.idToken =
                good -> {
                    try {
                        SignedJWT token =
                                new SignedJWT(
                                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                                .keyID("first")
                                                .criticalParams(java.util.Set.of("x"))
                                                .customParam("x", 1)
                                                .build(),
                                        SignedJWT.parse(good).getJWTClaimsSet());
                        token.sign(new RSASSASigner(TestIdp.FIRST_KEY));
                        return token.serialize();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };

        assertRefused(Reason.BAD_SIGNATURE, this::logIn);
    }

    @Test
    void symmetricAndShortKeys_ofTheIdp_areNotUsed() throws Exception {
        RSAKey shortKey =
                new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(1024, true).keyID("short").generate();
        idp.published =
                List.of(
                        shortKey,
                        new com.nimbusds.jose.jwk.OctetSequenceKey.Builder(new byte[64])
                                .keyID("secret")
                                .build(),
                        TestIdp.FIRST_KEY);

        assertThat(logIn().subject()).isEqualTo("subject-1");
        assertRefused(
                Reason.KEY_UNKNOWN,
                () -> {
                    idp.idToken =
                            good -> {
                                try {
                                    SignedJWT token =
                                            new SignedJWT(
                                                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                                                            .keyID("short")
                                                            .build(),
                                                    SignedJWT.parse(good).getJWTClaimsSet());
                                    token.sign(new RSASSASigner(shortKey.toPrivateKey(), true));
                                    return token.serialize();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            };
                    logIn();
                });
    }

    @Test
    void token_signedOnAnEllipticCurve_isAccepted() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        idp.published = List.of(key);
        idp.metadata.put("id_token_signing_alg_values_supported", List.of("ES256"));
        idp.idToken =
                good -> {
                    try {
                        SignedJWT token =
                                new SignedJWT(
                                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                                .keyID("ec")
                                                .build(),
                                        SignedJWT.parse(good).getJWTClaimsSet());
                        token.sign(new com.nimbusds.jose.crypto.ECDSASigner(key));
                        return token.serialize();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };

        assertThat(logIn().subject()).isEqualTo("subject-1");
    }

    @Test
    void issuer_other_isRefused() {
        refused(Reason.WRONG_ISSUER, all -> all.put("iss", "https://other.example.test/oidc"));
    }

    @Test
    void issuer_withAnotherWayToWriteIt_isRefused() {
        refused(Reason.WRONG_ISSUER, all -> all.put("iss", idp.issuer() + "/"));
        refused(Reason.WRONG_ISSUER, all -> all.put("iss", idp.issuer().replace("https", "HTTPS")));
    }

    @Test
    void issuer_missing_isRefused() {
        refused(Reason.WRONG_ISSUER, all -> all.remove("iss"));
    }

    @Test
    void audience_other_isRefused() {
        refused(Reason.WRONG_AUDIENCE, all -> all.put("aud", "another client"));
        refused(Reason.WRONG_AUDIENCE, all -> all.remove("aud"));
        refused(Reason.WRONG_AUDIENCE, all -> all.put("aud", List.of()));
    }

    @Test
    void audience_shared_needsThisClientAsAuthorizedParty() {
        refused(
                Reason.WRONG_AUDIENCE,
                all -> all.put("aud", List.of(TestIdp.CLIENT, "another client")));
        refused(
                Reason.WRONG_AUDIENCE,
                all -> {
                    all.put("aud", List.of(TestIdp.CLIENT, "another client"));
                    all.put("azp", "another client");
                });
        refused(Reason.WRONG_AUDIENCE, all -> all.put("azp", "another client"));
        idp.claims =
                all -> {
                    all.put("aud", List.of("another client", TestIdp.CLIENT));
                    all.put("azp", TestIdp.CLIENT);
                };
        assertThat(logIn().subject()).isEqualTo("subject-1");
    }

    @Test
    void nonce_otherOrMissing_isRefused() {
        refused(Reason.WRONG_NONCE, all -> all.put("nonce", "another"));
        refused(Reason.WRONG_NONCE, all -> all.remove("nonce"));
    }

    @Test
    void expiry_passed_isRefused_butNotWithinTheSkew() {
        long now = clock.instant().getEpochSecond();
        refused(Reason.TOKEN_EXPIRED, all -> all.put("exp", now - 60));
        idp.claims = all -> all.put("exp", now - 59);

        assertThat(logIn().subject()).isEqualTo("subject-1");
    }

    @Test
    void expiry_missingOrNoTime_isRefused() {
        assertThat(refused(Reason.CLAIM_MISSING, all -> all.remove("exp")).loginDetails().claim())
                .contains("exp");
        refused(Reason.CLAIM_MISSING, all -> all.remove("iat"));
        refused(Reason.CLAIM_MISSING, all -> all.remove("sub"));
        String soon = clock.instant().plusSeconds(60).toString();
        idp.idToken =
                good -> {
                    try {
                        Map<String, Object> claims =
                                SignedJWT.parse(good).getPayload().toJSONObject();
                        return rawSigned(
                                com.nimbusds.jose.util.JSONObjectUtils.toJSONString(claims)
                                        .replaceAll("\"exp\":\\d+", "\"exp\":\"" + soon + "\""));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
        idp.claims = all -> {};
        assertRefused(Reason.CLAIM_UNREADABLE, this::logIn);
    }

    private static String rawSigned(String payload) {
        try {
            com.nimbusds.jose.JWSObject token =
                    new com.nimbusds.jose.JWSObject(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(),
                            new com.nimbusds.jose.Payload(payload));
            token.sign(new RSASSASigner(TestIdp.FIRST_KEY));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void signedNonsense_isRefused() {
        refusedToken(Reason.TOKEN_UNREADABLE, rawSigned("this is no JSON"));
        refusedToken(Reason.TOKEN_UNREADABLE, rawSigned("[1,2]"));
        refusedToken(Reason.WRONG_ISSUER, rawSigned("{}"));
        refusedToken(Reason.TOKEN_UNREADABLE, rawSigned("{\"a\":".repeat(5000)));
    }

    @Test
    void issuedInTheFuture_isRefused_butNotWithinTheSkew() {
        long now = clock.instant().getEpochSecond();
        refused(Reason.TOKEN_NOT_YET_VALID, all -> all.put("iat", now + 61));
        refused(Reason.TOKEN_NOT_YET_VALID, all -> all.put("nbf", now + 61));
        idp.claims = all -> all.put("iat", now + 60);

        assertThat(logIn().subject()).isEqualTo("subject-1");
    }

    @Test
    void skew_canBeSet() {
        try (IdentityProvider strict = idp.client().clockSkew(Duration.ZERO).build()) {
            idp.claims = all -> all.put("exp", clock.instant().getEpochSecond());
            assertRefused(
                    Reason.TOKEN_EXPIRED,
                    () -> strict.complete(idp.logIn(strict.begin(ANYONE, SESSION)), SESSION));
        }
    }

    @Test
    void accessToken_ofAnotherAnswer_isRefused() {
        refused(
                Reason.TOKEN_MISMATCH,
                all ->
                        all.put(
                                "at_hash",
                                AccessTokenHash.compute(
                                                new BearerAccessToken("another"),
                                                JWSAlgorithm.RS256)
                                        .getValue()));
        refused(Reason.TOKEN_MISMATCH, all -> all.put("at_hash", 17));
    }

    @Test
    void accessToken_ofTheSameAnswer_isAccepted() {
        idp.claims =
                all ->
                        all.put(
                                "at_hash",
                                AccessTokenHash.compute(
                                                new BearerAccessToken("known"), JWSAlgorithm.RS256)
                                        .getValue());
        idp.tokens = all -> all.put("access_token", "known");

        assertThat(logIn().tokens().accessToken()).isEqualTo("known");
    }

    @Test
    void authentication_tooLongAgo_isRefused() {
        LoginRequest request = LoginRequest.builder().maxAge(Duration.ofMinutes(5)).build();
        long now = clock.instant().getEpochSecond();
        idp.claims = all -> all.put("auth_time", now - 361);
        assertRefused(Reason.AUTHENTICATION_TOO_OLD, () -> logIn(request));
        idp.claims = all -> all.remove("auth_time");
        assertRefused(Reason.CLAIM_MISSING, () -> logIn(request));
        idp.claims = all -> all.put("auth_time", now - 360);

        assertThat(logIn(request).authenticatedAt()).contains(clock.instant().minusSeconds(360));
    }

    @Test
    void authenticationAnew_isNotOneRememberedByTheIdp() {
        LoginRequest request = LoginRequest.builder().authenticateAnew().build();
        long now = clock.instant().getEpochSecond();
        idp.claims = all -> all.put("auth_time", now - 61);

        assertRefused(Reason.AUTHENTICATION_TOO_OLD, () -> logIn(request));
    }

    @Test
    void algorithms_thatAnyoneCouldSignWith_cannotBeAllowed() {
        for (String weak : List.of("none", "HS256", "HS512", "", "RS1", "EdDSA")) {
            assertThatThrownBy(() -> idp.client().algorithms("RS256", weak))
                    .as(weak)
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
