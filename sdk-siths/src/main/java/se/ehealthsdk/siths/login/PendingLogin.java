package se.ehealthsdk.siths.login;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.ConfigurationException;

/**
 * A log-in that has begun.
 *
 * @param issuer where
 * @param clientId as whom
 * @param browserSession the hash of what tells the browser session apart
 * @param verifier for PKCE; empty when the IdP does not announce it
 */
record PendingLogin(
        String issuer,
        String clientId,
        String browserSession,
        String nonce,
        Optional<String> verifier,
        Instant begunAt,
        Instant expiresAt,
        Demands demands) {

    /** A session id is a secret, so the store gets only what it can be compared with. */
    static String hash(String browserSession) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(browserSession.getBytes(StandardCharsets.UTF_8)))
                    .toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean begunBy(String session) {
        return MessageDigest.isEqual(
                browserSession.getBytes(StandardCharsets.UTF_8),
                hash(session).getBytes(StandardCharsets.UTF_8));
    }

    String encode() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", issuer);
        json.put("clientId", clientId);
        json.put("browserSession", browserSession);
        json.put("nonce", nonce);
        verifier.ifPresent(value -> json.put("verifier", value));
        json.put("begunAt", begunAt.toString());
        json.put("expiresAt", expiresAt.toString());
        json.put("demands", demands.toJson());
        return Json.write(json);
    }

    /**
     * @throws ConfigurationException when the store has given back something else than it got
     */
    static PendingLogin decode(String text) {
        try {
            Map<String, Object> json = Json.object(text).orElseThrow();
            return new PendingLogin(
                    Json.text(json.get("issuer")).orElseThrow(),
                    Json.text(json.get("clientId")).orElseThrow(),
                    Json.text(json.get("browserSession")).orElseThrow(),
                    Json.text(json.get("nonce")).orElseThrow(),
                    Json.text(json.get("verifier")),
                    Instant.parse(Json.text(json.get("begunAt")).orElseThrow()),
                    Instant.parse(Json.text(json.get("expiresAt")).orElseThrow()),
                    Demands.of(Json.members(json.get("demands"))));
        } catch (RuntimeException changed) {
            // Without the cause: its message may hold parts of what was kept.
            throw new ConfigurationException(
                    "The store of pending log-ins gave back something else than it got",
                    "Check that PendingLogins keeps texts unchanged, and that all nodes run the same"
                            + " version.");
        }
    }

    /** The IdP and the times; never the secrets. */
    @Override
    public String toString() {
        return "PendingLogin[" + issuer + ", " + begunAt + "]";
    }
}
