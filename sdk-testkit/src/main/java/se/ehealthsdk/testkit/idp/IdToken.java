package se.ehealthsdk.testkit.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An id_token, or signed userinfo, in the making. */
final class IdToken {

    private static final String HMAC = "HmacSHA256";

    private enum Signature {
        RS256,
        HS256,
        NONE
    }

    private final Map<String, Object> claims;
    private final SigningKeys keys;
    private final ClientRegistration client;
    private Signature signature = Signature.RS256;
    private RSAKey key;
    private String keyId;

    IdToken(Map<String, Object> claims, SigningKeys keys, ClientRegistration client) {
        this.claims = new LinkedHashMap<>(claims);
        this.keys = keys;
        this.client = client;
        this.key = keys.current();
        this.keyId = key.getKeyID();
    }

    Map<String, Object> claims() {
        return claims;
    }

    void keyId(String other) {
        keyId = other;
    }

    void signByForeignKey() {
        key = keys.foreign();
    }

    void signByWithdrawnKey() {
        key = keys.withdrawnKey();
        keyId = key.getKeyID();
    }

    void leaveUnsigned() {
        signature = Signature.NONE;
    }

    void signBySecret() {
        signature = Signature.HS256;
    }

    /** The same token of another time. */
    void shift(Duration by) {
        for (String time : List.of("iat", "exp")) {
            claims.computeIfPresent(
                    time, (name, value) -> ((Number) value).longValue() + by.toSeconds());
        }
    }

    String serialize() {
        return switch (signature) {
            case RS256 -> signed();
            case HS256 -> keyed();
            case NONE -> parts(Map.of("alg", "none")) + ".";
        };
    }

    private String signed() {
        try {
            JWSObject token =
                    new JWSObject(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                            new Payload(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Could not sign", e);
        }
    }

    /** Not by the library, which refuses secrets that are too short. */
    private String keyed() {
        String parts = parts(Map.of("alg", "HS256", "kid", keyId));
        try {
            byte[] secret =
                    client.secret().isPresent()
                            ? client.secret().get().getBytes(StandardCharsets.UTF_8)
                            : keys.current().toRSAPublicKey().getEncoded();
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return parts
                    + "."
                    + Base64URL.encode(mac.doFinal(parts.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("Could not sign", e);
        }
    }

    private String parts(Map<String, Object> header) {
        return Base64URL.encode(JSONObjectUtils.toJSONString(header))
                + "."
                + Base64URL.encode(JSONObjectUtils.toJSONString(claims));
    }
}
