package se.ehealthsdk.testkit.idp;

import java.util.Locale;

/**
 * How a client shows who it is at the token endpoint.
 *
 * <p>Source: OpenID Connect Core 1.0 section 9, RFC 8705 for the last two.
 */
public enum ClientAuthentication {
    /** The secret in the form; what a client of Inera's IdP has been seen to use. */
    CLIENT_SECRET_POST,
    /** The secret by HTTP Basic. */
    CLIENT_SECRET_BASIC,
    /** A token that the client has signed. */
    PRIVATE_KEY_JWT,
    /** Mutual TLS with a certificate from a CA that the IdP trusts; the subject tells whose it is. */
    TLS_CLIENT_AUTH,
    /** Mutual TLS with one certificate that the IdP knows beforehand, whoever issued it. */
    SELF_SIGNED_TLS_CLIENT_AUTH;

    /** The name in the protocol, as {@code client_secret_post}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
