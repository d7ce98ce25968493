package se.ehealthsdk.siths.login;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.certificate.AssuranceLevel;
import se.ehealthsdk.siths.login.LoginException.Reason;

/**
 * Makes a user of the IdP's tokens, when they hold.
 *
 * @param configured the algorithms that the application allows
 */
record UserReader(
        SignedTokens tokens,
        IdTokenRules rules,
        UserInfoEndpoint userInfo,
        Set<JWSAlgorithm> configured) {

    /** The algorithms that both the configuration and the IdP allow. */
    Set<JWSAlgorithm> algorithms(ProviderMetadata server) {
        Set<String> announced = server.idTokenAlgorithms();
        Set<JWSAlgorithm> both =
                configured.stream()
                        .filter(each -> announced.isEmpty() || announced.contains(each.getName()))
                        .collect(Collectors.toUnmodifiableSet());
        if (both.isEmpty()) {
            throw new ConfigurationException(
                    "The IdP signs with none of the allowed algorithms",
                    "Ask the IdP's support which algorithm this client is registered with, and allow it"
                            + " in algorithms(...) if it is a sound one.");
        }
        return both;
    }

    /** The user that a log-in was for. */
    SithsUser read(PendingLogin login, ProviderMetadata server, TokenEndpoint.Answer answer) {
        String idToken =
                answer.idToken()
                        .orElseThrow(
                                () ->
                                        new ProtocolException(
                                                "The IdP's token answer has no id token",
                                                null,
                                                null));
        SignedTokens.Verified verified = tokens.verify(idToken, algorithms(server));
        rules.check(verified, answer.accessToken());
        rules.checkNonce(verified.claims(), login.nonce());
        Verdict verdict = new Verdict(login.demands(), rules.failures());
        verdict.time(verified.claims(), rules, login.begunAt());
        Optional<AssuranceLevel> level = verdict.level(verified.claims());
        Map<String, Object> claims = new LinkedHashMap<>();
        String subject = rules.subject(verified.claims());
        if (login.demands().fromUserInfo()) {
            claims.putAll(
                    userInfo.claims(server, answer.accessToken(), subject, algorithms(server)));
        }
        // The id token has the last word: only it is bound to this log-in.
        claims.putAll(verified.claims());
        UserClaims read = new UserClaims(claims, rules.failures());
        verdict.claims(read);
        return new SithsUser(
                Profile.of(read, subject, level, rules.time(claims, "auth_time")),
                Map.copyOf(claims),
                new Tokens(
                        idToken, answer.accessToken(), answer.refreshToken(), answer.expiresAt()),
                rules.failures());
    }

    /** Whether a new id token is for the same log-in. */
    void checkRefreshed(
            String idToken, TokenEndpoint.Answer answer, ProviderMetadata server, SithsUser user) {
        SignedTokens.Verified verified = tokens.verify(idToken, algorithms(server));
        rules.check(verified, answer.accessToken());
        if (!rules.subject(verified.claims()).equals(user.subject())) {
            throw rules.failures().of(Reason.WRONG_USER, "The new id token is about another user");
        }
        for (String name : List.of("nonce", "acr", "auth_time")) {
            Object renewed = verified.claims().get(name);
            if (renewed != null && !Optional.of(renewed).equals(user.claim(name))) {
                throw rules.failures()
                        .about(
                                name,
                                Reason.TOKEN_MISMATCH,
                                "The new id token is for another log-in");
            }
        }
    }
}
