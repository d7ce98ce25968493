package se.ehealthsdk.testkit.idp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.HttpReply.Breakage;

/**
 * Something that goes wrong at the IdP, or that somebody between it and the client does. Given to {@link
 * IdentityProviderStandIn#faults()}. Immutable.
 */
public final class IdpFault {

    private static final String ELSEWHERE = "https://another-idp.example.test:443/oidc";

    private static final byte[] GARBAGE = "<<not json>>".getBytes(StandardCharsets.UTF_8);

    private final String name;
    private final Effect effect;

    private IdpFault(String name, Effect effect) {
        this.name = name;
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }

    // ---- id_token ----

    /** The id_token is not signed: {@code alg} is {@code none}. */
    public static IdpFault unsigned() {
        return onIdToken("unsigned", IdToken::leaveUnsigned);
    }

    /** The id_token is signed by HS256 with what the client itself has: its secret, or the IdP's public key. */
    public static IdpFault hs256() {
        return onIdToken("HS256", IdToken::signBySecret);
    }

    /** The id_token is signed by another key than its {@code kid} names. */
    public static IdpFault badSignature() {
        return onIdToken("bad signature", IdToken::signByForeignKey);
    }

    /** The id_token is signed by a key that the IdP does not publish any longer. */
    public static IdpFault withdrawnKey() {
        return onIdToken("withdrawn key", IdToken::signByWithdrawnKey);
    }

    /** The id_token's {@code kid} is not among the published ones, though the key is. */
    public static IdpFault unknownKey() {
        return onIdToken("unknown kid", token -> token.keyId(UUID.randomUUID().toString()));
    }

    /** The id_token is another IdP's. */
    public static IdpFault wrongIssuer() {
        return claim("wrong issuer", "iss", ELSEWHERE);
    }

    /** The id_token is another client's. */
    public static IdpFault wrongAudience() {
        return claim("wrong audience", "aud", "another-client");
    }

    /** The id_token is for another client too, and does not say whom it was made for. */
    public static IdpFault moreAudiences() {
        return onIdToken(
                "more audiences",
                token ->
                        token.claims()
                                .compute(
                                        "aud",
                                        (name, own) ->
                                                own == null
                                                        ? "another-client"
                                                        : List.of(own, "another-client")));
    }

    /** The id_token has another nonce than was asked with. */
    public static IdpFault wrongNonce() {
        return claim("wrong nonce", "nonce", "another-nonce");
    }

    /** The id_token has expired, an hour ago. */
    public static IdpFault expired() {
        return onIdToken("expired", token -> token.shift(Duration.ofHours(-2)));
    }

    /** The id_token holds from an hour on. */
    public static IdpFault notYetValid() {
        return onIdToken(
                "not yet valid",
                token -> {
                    token.shift(Duration.ofHours(1));
                    token.claims().put("nbf", token.claims().get("iat"));
                });
    }

    /** The id_token tells this level, whatever the user logged in with and the client asked for. */
    public static IdpFault acr(String level) {
        return claim("acr " + level, "acr", level);
    }

    /** The id_token lacks this claim, also when it must be there: {@code nonce}, {@code acr}, any. */
    public static IdpFault without(String claim) {
        return onIdToken("without " + claim, token -> token.claims().remove(claim));
    }

    /** The id_token belongs to another access token. */
    public static IdpFault wrongAccessTokenHash() {
        return claim("wrong at_hash", "at_hash", "AAAAAAAAAAAAAAAAAAAAAA");
    }

    /** The id_token tells another user: after a refresh, or against userinfo. */
    public static IdpFault anotherUser() {
        return claim("another user", "sub", "another-user");
    }

    // ---- what the browser takes back ----

    /** The browser comes back with an error, as {@code server_error}. */
    public static IdpFault callbackError(String code) {
        return onCallback(
                "callback " + code,
                parameters -> {
                    parameters.remove("code");
                    parameters.put("error", code);
                });
    }

    /** The browser comes back with another {@code state}. */
    public static IdpFault wrongState() {
        return onCallback("wrong state", parameters -> parameters.put("state", "another-state"));
    }

    /** The browser comes back from another issuer, so it says (mix-up attack, RFC 9207). */
    public static IdpFault wrongCallbackIssuer() {
        return onCallback("wrong iss", parameters -> parameters.put("iss", ELSEWHERE));
    }

    /** The browser comes back without one of {@code code}, {@code state}, {@code iss}. */
    public static IdpFault callbackWithout(String parameter) {
        return onCallback(
                "callback without " + parameter, parameters -> parameters.remove(parameter));
    }

    // ---- documents ----

    /** The metadata are another issuer's. */
    public static IdpFault discoveryOfAnother() {
        return onDocument(
                "discovery of another",
                IdpEndpoint.DISCOVERY,
                document -> document.put("issuer", ELSEWHERE));
    }

    /** The metadata lack a member, as {@code token_endpoint}. */
    public static IdpFault discoveryWithout(String member) {
        return onDocument(
                "discovery without " + member,
                IdpEndpoint.DISCOVERY,
                document -> document.remove(member));
    }

    /** No keys are published. */
    public static IdpFault noKeys() {
        return onDocument("no keys", IdpEndpoint.JWKS, document -> document.put("keys", List.of()));
    }

    /** The token answer lacks a member, as {@code id_token} or {@code access_token}. */
    public static IdpFault tokensWithout(String member) {
        return onDocument(
                "tokens without " + member, IdpEndpoint.TOKEN, document -> document.remove(member));
    }

    /** Userinfo is of another user. */
    public static IdpFault userinfoOfAnother() {
        return onDocument(
                "userinfo of another",
                IdpEndpoint.USERINFO,
                document -> document.put("sub", "another-user"));
    }

    /** Userinfo lacks a claim. */
    public static IdpFault userinfoWithout(String claim) {
        return onDocument(
                "userinfo without " + claim,
                IdpEndpoint.USERINFO,
                document -> document.remove(claim));
    }

    // ---- any endpoint ----

    /**
     * The token endpoint refuses with this error, as {@code invalid_client} or {@code invalid_grant}. The
     * code is not used up.
     */
    public static IdpFault tokenError(String code) {
        int status =
                switch (code) {
                    case "invalid_client" -> 401;
                    case "server_error" -> 500;
                    default -> 400;
                };
        return onReply(
                code, IdpEndpoint.TOKEN, next -> Replies.json(status, Map.of("error", code)));
    }

    /** An endpoint answers HTTP 503 and does nothing. */
    public static IdpFault unavailable(IdpEndpoint endpoint) {
        return onReply(
                endpoint + " unavailable",
                endpoint,
                next -> Replies.text(503, "Service Unavailable"));
    }

    /** An endpoint does what it should, and answers with something that nobody can read. */
    public static IdpFault garbage(IdpEndpoint endpoint) {
        return onReply(
                endpoint + " garbage",
                endpoint,
                next ->
                        next.get()
                                .withStatus(200)
                                .with("content-type", Replies.JSON)
                                .withBody(Body.of(GARBAGE)));
    }

    /** An endpoint does what it should, and answers after this time. */
    public static IdpFault slow(IdpEndpoint endpoint, Duration time) {
        return onReply(endpoint + " slow", endpoint, next -> next.get().withDelay(time));
    }

    /** An endpoint does what it should, and hangs up without an answer. */
    public static IdpFault hangUp(IdpEndpoint endpoint) {
        return onReply(
                endpoint + " hangs up",
                endpoint,
                next -> {
                    HttpReply answer = next.get();
                    return new HttpReply(
                            answer.status(),
                            answer.headers(),
                            answer.body(),
                            Breakage.CLOSED,
                            answer.delay());
                });
    }

    private static IdpFault claim(String name, String claim, String value) {
        return onIdToken(name, token -> token.claims().put(claim, value));
    }

    private static IdpFault onIdToken(String name, Consumer<IdToken> spoil) {
        return new IdpFault(name, new Effect.OnIdToken(spoil));
    }

    private static IdpFault onCallback(String name, Consumer<Map<String, String>> spoil) {
        return new IdpFault(name, new Effect.OnCallback(spoil));
    }

    private static IdpFault onDocument(
            String name, IdpEndpoint endpoint, Consumer<Map<String, Object>> spoil) {
        return new IdpFault(name, new Effect.OnDocument(endpoint, spoil));
    }

    private static IdpFault onReply(
            String name, IdpEndpoint endpoint, Function<Supplier<HttpReply>, HttpReply> reply) {
        return new IdpFault(name, new Effect.OnReply(endpoint, reply));
    }

    /** The fault's name. */
    @Override
    public String toString() {
        return name;
    }
}
