package se.ehealthsdk.siths.certificate;

/**
 * A role in which a certificate may be shown. Others than the named ones can occur. Immutable.
 *
 * <p>Source: RFC 5280 section 4.2.1.12.
 *
 * @param oid the role's object identifier, dotted
 */
public record ExtendedKeyUsage(String oid) {

    /** Any role. */
    public static final ExtendedKeyUsage ANY = new ExtendedKeyUsage("2.5.29.37.0");

    /** TLS server. */
    public static final ExtendedKeyUsage SERVER_AUTH = new ExtendedKeyUsage("1.3.6.1.5.5.7.3.1");

    /** TLS client. */
    public static final ExtendedKeyUsage CLIENT_AUTH = new ExtendedKeyUsage("1.3.6.1.5.5.7.3.2");

    /** Protecting e-mail. */
    public static final ExtendedKeyUsage EMAIL_PROTECTION =
            new ExtendedKeyUsage("1.3.6.1.5.5.7.3.4");

    /** Answering for a certificate authority whether certificates are revoked (RFC 6960). */
    public static final ExtendedKeyUsage OCSP_SIGNING = new ExtendedKeyUsage("1.3.6.1.5.5.7.3.9");
}
