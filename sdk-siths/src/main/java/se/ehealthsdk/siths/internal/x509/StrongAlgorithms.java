package se.ehealthsdk.siths.internal.x509;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.jspecify.annotations.Nullable;

/**
 * The signature algorithms and key sizes that are taken seriously: SHA-2 with RSA of 2048 bits or more, with
 * EC of 256 bits or more, and EdDSA. Everything else is weak.
 *
 * <p>Source: NIST SP 800-131A, RFC 4055, RFC 5758, RFC 8410.
 */
public final class StrongAlgorithms {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;

    private static final String PSS = "1.2.840.113549.1.1.10";

    private static final Set<String> SIGNATURES =
            Set.of(
                    "1.2.840.113549.1.1.11",
                    "1.2.840.113549.1.1.12",
                    "1.2.840.113549.1.1.13",
                    "1.2.840.10045.4.3.2",
                    "1.2.840.10045.4.3.3",
                    "1.2.840.10045.4.3.4",
                    "1.3.101.112",
                    "1.3.101.113");

    private static final Set<String> PSS_DIGESTS =
            Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

    private static final Map<String, String> WEAK =
            Map.of(
                    "1.2.840.113549.1.1.5", "SHA-1 with RSA",
                    "1.2.840.113549.1.1.4", "MD5 with RSA",
                    "1.2.840.113549.1.1.2", "MD2 with RSA",
                    "1.2.840.10045.4.1", "SHA-1 with ECDSA",
                    "1.2.840.10040.4.3", "SHA-1 with DSA");

    private StrongAlgorithms() {}

    /**
     * What makes a signature algorithm weak; empty when it is not.
     *
     * @param oid the algorithm
     * @param parameters its parameters, DER; null for none
     */
    public static Optional<String> weakness(String oid, byte @Nullable [] parameters) {
        if (SIGNATURES.contains(oid)) {
            return Optional.empty();
        }
        if (oid.equals(PSS)) {
            return parameters != null && strongPss(parameters)
                    ? Optional.empty()
                    : Optional.of("RSASSA-PSS without SHA-2");
        }
        return Optional.of(WEAK.getOrDefault(oid, "the unknown algorithm " + oid));
    }

    private static boolean strongPss(byte[] parameters) {
        try {
            return PSS_DIGESTS.contains(
                    RSASSAPSSparams.getInstance(parameters)
                            .getHashAlgorithm()
                            .getAlgorithm()
                            .getId());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** What makes a key weak; empty when it is not. */
    public static Optional<String> weakness(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= LEAST_RSA_BITS
                    ? Optional.empty()
                    : Optional.of("an RSA key of " + bits + " bits");
        }
        if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            return bits >= LEAST_EC_BITS
                    ? Optional.empty()
                    : Optional.of("an EC key of " + bits + " bits");
        }
        return key instanceof EdECPublicKey
                ? Optional.empty()
                : Optional.of("a key of the kind " + key.getAlgorithm());
    }
}
