package se.ehealthsdk.testkit.idp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Tells who the user is, for an access token. */
final class UserinfoEndpoint {

    private static final String BEARER = "Bearer ";

    private final IdpState idp;

    UserinfoEndpoint(IdpState idp) {
        this.idp = idp;
    }

    HttpReply answer(Visit visit) {
        Optional<Grant> grant =
                visit.call()
                        .header("Authorization")
                        .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(it -> it.substring(BEARER.length()).strip())
                        .flatMap(idp.accessTokens::get)
                        .filter(token -> token.holdsAt(idp.now()))
                        .map(Grant.Handle::grant);
        if (grant.isEmpty()) {
            visit.failed("invalid_token");
            return Replies.json(401, Map.of("error", "invalid_token"))
                    .with("www-authenticate", "Bearer error=\"invalid_token\"");
        }
        visit.by(grant.get().clientId());
        Map<String, Object> document = new LinkedHashMap<>(grant.get().userinfoClaims());
        document.put("sub", grant.get().sub());
        idp.faults
                .take(Effect.OnDocument.class, visit)
                .ifPresent(effect -> effect.spoil().accept(document));
        return idp.client(grant.get().clientId())
                .filter(ClientRegistration::signedUserinfo)
                .map(client -> signed(document, client))
                .orElseGet(() -> Replies.json(200, document));
    }

    private HttpReply signed(Map<String, Object> document, ClientRegistration client) {
        document.put("iss", idp.issuer);
        document.put("aud", client.id());
        return Replies.jwt(new IdToken(document, idp.keys, client).serialize());
    }
}
