package se.ehealthsdk.siths.login;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.internal.web.WebAnswer;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** Where claims are had for an access token. Source: OpenID Connect Core 1.0, section 5.3. */
record UserInfoEndpoint(
        ProviderCalls calls, SignedTokens tokens, IdTokenRules rules, boolean mutualTls) {

    /**
     * @param subject whom the id token was about
     */
    Map<String, Object> claims(
            ProviderMetadata metadata,
            String accessToken,
            String subject,
            Set<JWSAlgorithm> allowed) {
        WebAnswer answer = calls.withToken(address(metadata), accessToken);
        if (answer.status() == 401 || answer.status() == 403) {
            throw rules.failures()
                    .of(Reason.PROVIDER_ERROR, "The IdP refused to tell about the user");
        }
        if (answer.status() != 200) {
            throw calls.unexpected(answer, "claims about the user");
        }
        Map<String, Object> claims =
                isSigned(answer)
                        ? signed(new String(answer.body(), StandardCharsets.US_ASCII), allowed)
                        : Json.object(answer.body())
                                .orElseThrow(
                                        () ->
                                                new ProtocolException(
                                                        "The IdP's claims about the user are not"
                                                                + " JSON",
                                                        null,
                                                        null));
        if (!subject.equals(claims.get("sub"))) {
            throw rules.failures()
                    .of(
                            Reason.WRONG_USER,
                            "The IdP told about another user than the one logged in");
        }
        return claims;
    }

    URI address(ProviderMetadata metadata) {
        return (mutualTls
                        ? metadata.userInfoByMutualTls().or(metadata::userInfo)
                        : metadata.userInfo())
                .orElseThrow(
                        () ->
                                new ConfigurationException(
                                        "The IdP has no userinfo endpoint",
                                        "Leave fromUserInfo() out of the LoginRequest."));
    }

    private static boolean isSigned(WebAnswer answer) {
        return answer.header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/jwt"))
                .isPresent();
    }

    private Map<String, Object> signed(String token, Set<JWSAlgorithm> allowed) {
        Map<String, Object> claims = tokens.verify(token, allowed).claims();
        Object issuer = claims.get("iss");
        if (issuer != null && !issuer.equals(rules.issuer())) {
            throw rules.failures()
                    .of(Reason.WRONG_ISSUER, "The claims about the user come from another issuer");
        }
        if (claims.containsKey("aud")
                && !Json.texts(claims.get("aud")).contains(rules.clientId())) {
            throw rules.failures()
                    .of(Reason.WRONG_AUDIENCE, "The claims about the user are for another client");
        }
        return claims;
    }
}
