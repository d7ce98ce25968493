package se.ehealthsdk.testkit.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * Logs the browser out, and sends it on where the client has said beforehand.
 *
 * <p>Source: OpenID Connect RP-Initiated Logout 1.0.
 */
final class EndSessionEndpoint {

    private final IdpState idp;
    private final AuthorizationEndpoint browser;

    EndSessionEndpoint(IdpState idp, AuthorizationEndpoint browser) {
        this.idp = idp;
        this.browser = browser;
    }

    HttpReply answer(Visit visit) {
        Parameters parameters = visit.parameters();
        Optional<ClientRegistration> client = parameters.get("id_token_hint").map(this::client);
        client.ifPresent(it -> visit.by(it.id()));
        if (parameters
                .get("client_id")
                .filter(id -> client.filter(it -> !it.id().equals(id)).isPresent())
                .isPresent()) {
            throw new PageError("invalid_client", "Utloggningen gäller en annan tjänst.");
        }
        Optional<String> target = parameters.get("post_logout_redirect_uri");
        if (target.isPresent()
                && client.filter(it -> it.redirectsAfterLogoutTo(target.get())).isEmpty()) {
            throw new PageError(
                    "invalid_post_logout_redirect_uri",
                    "Tjänsten vill få dig vidare till en adress som inte är anmäld för den.");
        }
        Map<String, String> state = new LinkedHashMap<>();
        parameters.get("state").ifPresent(value -> state.put("state", value));
        return browser.endSession(
                visit, target.map(uri -> Replies.redirect(uri, state)).orElseGet(Pages::loggedOut));
    }

    /** Whom the token was made for; that it has expired does not matter. */
    private ClientRegistration client(String hint) {
        try {
            SignedJWT token = SignedJWT.parse(hint);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            List<RSAKey> keys = idp.keys.all().toList();
            for (RSAKey key : keys) {
                if (token.verify(new RSASSAVerifier(key))
                        && idp.issuer.equals(claims.getIssuer())) {
                    return claims.getAudience().stream()
                            .findFirst()
                            .flatMap(idp::client)
                            .orElseThrow(EndSessionEndpoint::refused);
                }
            }
        } catch (ParseException | JOSEException unreadable) {
            throw refused();
        }
        throw refused();
    }

    private static PageError refused() {
        return new PageError("invalid_id_token_hint", "Utloggningen går inte att lita på.");
    }
}
