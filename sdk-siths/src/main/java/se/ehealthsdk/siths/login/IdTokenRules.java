package se.ehealthsdk.siths.login;

import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.siths.login.LoginException.Reason;

/**
 * What an id token must say. Source: OpenID Connect Core 1.0, sections 3.1.3.7 and 12.2.
 *
 * <p>Nimbus has these checks too, but with the system's clock and with one kind of exception for all of
 * them.
 */
record IdTokenRules(String issuer, String clientId, Duration skew, LoginFailures failures) {

    /** Checks all that holds for every id token. */
    void check(SignedTokens.Verified token, String accessToken) {
        Map<String, Object> claims = token.claims();
        if (!issuer.equals(claims.get("iss"))) {
            throw failures.of(Reason.WRONG_ISSUER, "The id token comes from another issuer");
        }
        checkAudience(claims);
        checkTimes(claims);
        subject(claims);
        Object hash = claims.get("at_hash");
        if (hash != null) {
            checkHash(token, accessToken, hash);
        }
    }

    private void checkAudience(Map<String, Object> claims) {
        List<String> audience = Json.texts(claims.get("aud"));
        Object party = claims.get("azp");
        boolean ours =
                audience.contains(clientId)
                        && (party == null ? audience.size() == 1 : party.equals(clientId));
        if (!ours) {
            throw failures.of(Reason.WRONG_AUDIENCE, "The id token is for another client");
        }
    }

    private void checkTimes(Map<String, Object> claims) {
        Instant now = failures.clock().instant();
        Instant expires = required(claims, "exp");
        Instant issued = required(claims, "iat");
        if (!now.isBefore(expires.plus(skew))) {
            throw failures.of(Reason.TOKEN_EXPIRED, "The id token has expired");
        }
        Optional<Instant> notBefore = time(claims, "nbf");
        if (issued.isAfter(now.plus(skew))
                || notBefore.filter(from -> from.isAfter(now.plus(skew))).isPresent()) {
            throw failures.of(Reason.TOKEN_NOT_YET_VALID, "The id token is not valid yet");
        }
    }

    private Instant required(Map<String, Object> claims, String name) {
        return time(claims, name).orElseThrow(() -> missing(name));
    }

    /** Empty only when the claim is not there. */
    Optional<Instant> time(Map<String, Object> claims, String name) {
        Object value = claims.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                Json.time(value)
                        .orElseThrow(
                                () ->
                                        failures.about(
                                                name,
                                                Reason.CLAIM_UNREADABLE,
                                                "The claim " + name + " is no time")));
    }

    /** Who the token is about, as the IdP names it. */
    String subject(Map<String, Object> claims) {
        return Json.text(claims.get("sub")).orElseThrow(() -> missing("sub"));
    }

    private LoginException missing(String name) {
        return failures.about(name, Reason.CLAIM_MISSING, "The id token lacks " + name);
    }

    private void checkHash(SignedTokens.Verified token, String accessToken, Object hash) {
        try {
            AccessTokenValidator.validate(
                    new BearerAccessToken(accessToken),
                    token.algorithm(),
                    new AccessTokenHash(String.valueOf(hash)));
        } catch (InvalidHashException | IllegalArgumentException otherToken) {
            throw failures.of(
                    Reason.TOKEN_MISMATCH, "The access token is not the one of the id token");
        }
    }

    /** The token was made for this log-in and no other. */
    void checkNonce(Map<String, Object> claims, String nonce) {
        boolean same =
                Json.text(claims.get("nonce"))
                        .filter(
                                value ->
                                        MessageDigest.isEqual(
                                                value.getBytes(StandardCharsets.UTF_8),
                                                nonce.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
        if (!same) {
            throw failures.of(Reason.WRONG_NONCE, "The id token is for another log-in");
        }
    }

    /** The user was authenticated at this time or later, give or take the clocks. */
    void checkAuthenticatedSince(Map<String, Object> claims, Instant earliest) {
        Instant at =
                time(claims, "auth_time")
                        .orElseThrow(
                                () ->
                                        failures.about(
                                                "auth_time",
                                                Reason.CLAIM_MISSING,
                                                "The id token does not tell when the user was"
                                                        + " authenticated"));
        if (at.isBefore(earliest.minus(skew))) {
            throw failures.of(
                    Reason.AUTHENTICATION_TOO_OLD, "The user was authenticated too long ago");
        }
    }
}
