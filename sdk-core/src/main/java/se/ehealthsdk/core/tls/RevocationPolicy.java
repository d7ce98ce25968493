package se.ehealthsdk.core.tls;

/**
 * Whether the other end's certificate is checked for having been revoked (RFC 5280, RFC 6960).
 *
 * <p>A check asks the issuer's OCSP service, or fetches its revocation list, at the address in the
 * certificate, during the handshake. SITHS's addresses must then be open in the firewall.
 */
public enum RevocationPolicy {
    /** An answer is required: no answer from the issuer means no connection. */
    REQUIRE,
    /**
     * A revoked certificate is refused; when the issuer gives no answer, the certificate is taken as
     * good, silently. Whoever can block the issuer's answers can use a revoked certificate.
     */
    SOFT_FAIL,
    /** Nothing is asked. A revoked certificate works until it expires. */
    NOT_CHECKED
}
