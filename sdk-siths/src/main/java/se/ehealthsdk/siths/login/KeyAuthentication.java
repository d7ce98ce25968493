package se.ehealthsdk.siths.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.Credential.SigningKey;

/** A private key whose signature the IdP knows. Source: RFC 7523; OpenID Connect Core 1.0, section 9. */
final class KeyAuthentication extends ClientAuthentication {

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final Credential credential;
    private final @Nullable String keyId;
    private final boolean forIssuer;

    KeyAuthentication(Credential credential, @Nullable String keyId, boolean forIssuer) {
        this.credential = credential;
        this.keyId = keyId;
        this.forIssuer = forIssuer;
    }

    @Override
    void check(Clock clock) {
        algorithm(credential.certificate().getPublicKey(), Set.of());
    }

    @Override
    List<String> methods() {
        return List.of("private_key_jwt");
    }

    @Override
    com.nimbusds.oauth2.sdk.auth.ClientAuthentication on(Request request, String method) {
        SigningKey key = credential.signingKey();
        Instant now = request.clock().instant();
        JWTAuthenticationClaimsSet claims =
                new JWTAuthenticationClaimsSet(
                        request.client(),
                        new Audience(forIssuer ? request.issuer() : request.token().toString())
                                .toSingleAudienceList(),
                        Date.from(now.plus(LIFETIME)),
                        null,
                        Date.from(now),
                        new JWTID());
        Base64URL thumbprint = X509CertUtils.computeSHA256Thumbprint(key.certificate());
        try {
            return new PrivateKeyJWT(
                    claims,
                    algorithm(
                            key.certificate().getPublicKey(),
                            request.metadata().clientAuthenticationAlgorithms()),
                    key.key(),
                    keyId,
                    null,
                    thumbprint,
                    null);
        } catch (JOSEException | RuntimeException unusable) {
            throw new ConfigurationException(
                    "The private key cannot sign for the IdP",
                    "Use an RSA key of at least 2048 bits or an EC key, and check that its module is in"
                            + " place.",
                    unusable);
        }
    }

    private static JWSAlgorithm algorithm(PublicKey key, Set<String> announced) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= 2048) {
            boolean onlyPss =
                    announced.contains(JWSAlgorithm.PS256.getName())
                            && !announced.contains(JWSAlgorithm.RS256.getName());
            return onlyPss ? JWSAlgorithm.PS256 : JWSAlgorithm.RS256;
        }
        if (key instanceof ECPublicKey ec) {
            return switch (ec.getParams().getOrder().bitLength()) {
                case 256 -> JWSAlgorithm.ES256;
                case 384 -> JWSAlgorithm.ES384;
                case 521 -> JWSAlgorithm.ES512;
                default -> throw unfit();
            };
        }
        throw unfit();
    }

    private static ConfigurationException unfit() {
        return new ConfigurationException(
                "The private key is of a kind that cannot sign for the IdP",
                "Use an RSA key of at least 2048 bits, or an EC key on P-256, P-384 or P-521.");
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ClientAuthentication[private key]";
    }
}
