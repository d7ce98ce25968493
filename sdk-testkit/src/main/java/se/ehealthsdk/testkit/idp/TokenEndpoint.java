package se.ehealthsdk.testkit.idp;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Gives tokens for a code or a refresh token. */
final class TokenEndpoint {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(1);

    private final IdpState idp;
    private final ClientAuthenticator authenticator;

    TokenEndpoint(IdpState idp, ClientAuthenticator authenticator) {
        this.idp = idp;
        this.authenticator = authenticator;
    }

    HttpReply answer(Visit visit) {
        try {
            Parameters form = visit.parameters();
            form.refuseDoubles();
            ClientRegistration client = authenticator.authenticate(visit, form);
            return switch (form.need("grant_type")) {
                case "authorization_code" -> forCode(visit, form, client);
                case "refresh_token" -> forRefreshToken(visit, form, client);
                default -> throw new OAuthError("unsupported_grant_type", "not given here");
            };
        } catch (OAuthError error) {
            visit.failed(error.code());
            boolean client = error.code().equals("invalid_client");
            HttpReply reply =
                    Replies.json(
                            client ? 401 : 400,
                            Map.of(
                                    "error", error.code(),
                                    "error_description", error.description()));
            return client && visit.call().header("Authorization").isPresent()
                    ? reply.with("www-authenticate", "Basic realm=\"idp\"")
                    : reply;
        }
    }

    private HttpReply forCode(Visit visit, Parameters form, ClientRegistration client) {
        Grant.Code code =
                idp.codes
                        .get(form.need("code"))
                        .filter(it -> it.handle().grant().clientId().equals(client.id()))
                        .orElseThrow(() -> refused("the code is not known"));
        if (!code.handle().use()) {
            // somebody else has it: what it gave is taken back (RFC 6749, 4.1.2)
            code.handle().grant().revoke();
            throw refused("the code has been used");
        }
        if (!code.handle().holdsAt(idp.now())) {
            throw refused("the code has expired");
        }
        if (form.get("redirect_uri").filter(code.redirectUri()::equals).isEmpty()) {
            throw refused("redirect_uri is another than before");
        }
        verify(code.challenge(), form.get("code_verifier"));
        return tokens(visit, client, code.handle().grant(), code.handle().grant().nonce());
    }

    private void verify(Optional<String> challenge, Optional<String> verifier) {
        if (!idp.settings.pkce()) {
            return;
        }
        if (challenge.isPresent() != verifier.isPresent()) {
            throw refused("code_challenge and code_verifier go together");
        }
        if (verifier.filter(it -> !VERIFIER.matcher(it).matches()).isPresent()
                || !challenge.equals(verifier.map(Session::sha256).map(TokenEndpoint::base64))) {
            throw refused("code_verifier is another than code_challenge says");
        }
    }

    private HttpReply forRefreshToken(Visit visit, Parameters form, ClientRegistration client) {
        Grant.Handle token =
                idp.refreshTokens
                        .get(form.need("refresh_token"))
                        .filter(it -> it.grant().clientId().equals(client.id()))
                        .orElseThrow(() -> refused("the refresh token is not known"));
        if (!token.use()) {
            token.grant().revoke();
            throw refused("the refresh token has been used");
        }
        if (!token.holdsAt(idp.now())) {
            throw refused("the refresh token does not hold any longer");
        }
        return tokens(visit, client, token.grant(), Optional.empty());
    }

    private HttpReply tokens(
            Visit visit, ClientRegistration client, Grant grant, Optional<String> nonce) {
        Duration lifetime = idp.settings.tokenLifetime();
        String access = IdpState.secret();
        idp.accessTokens.put(access, new Grant.Handle(grant, idp.now().plus(lifetime)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("access_token", access);
        document.put("token_type", "Bearer");
        document.put("expires_in", lifetime.toSeconds());
        document.put("scope", String.join(" ", grant.scopes()));
        if (client.refreshTokens()) {
            String refresh = IdpState.secret();
            idp.refreshTokens.put(
                    refresh, new Grant.Handle(grant, idp.now().plus(REFRESH_LIFETIME)));
            document.put("refresh_token", refresh);
        }
        IdToken idToken = new IdToken(claims(client, grant, nonce, access), idp.keys, client);
        idp.faults
                .take(Effect.OnIdToken.class, visit)
                .ifPresent(effect -> effect.spoil().accept(idToken));
        document.put("id_token", idToken.serialize());
        idp.faults
                .take(Effect.OnDocument.class, visit)
                .ifPresent(effect -> effect.spoil().accept(document));
        return Replies.json(200, document);
    }

    private Map<String, Object> claims(
            ClientRegistration client, Grant grant, Optional<String> nonce, String access) {
        long now = idp.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>(grant.idTokenClaims());
        claims.put("iss", idp.issuer);
        claims.put("sub", grant.sub());
        claims.put("aud", client.id());
        claims.put("iat", now);
        claims.put("exp", now + idp.settings.tokenLifetime().toSeconds());
        claims.put("auth_time", grant.authTime().getEpochSecond());
        claims.put("acr", grant.acr());
        claims.put("amr", grant.amr());
        claims.put("jti", idp.ids.next());
        claims.put("at_hash", base64(Arrays.copyOf(Session.sha256(access), 16)));
        nonce.ifPresent(value -> claims.put("nonce", value));
        return claims;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static OAuthError refused(String why) {
        return new OAuthError("invalid_grant", why);
    }
}
