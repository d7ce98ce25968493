package se.ehealthsdk.siths.login;

import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * How this system proves to the IdP that it is the registered client. Which one applies is agreed when the
 * client is registered; the IdP's metadata announces which it knows. Immutable.
 *
 * <p>Source: OpenID Connect Core 1.0, section 9; RFC 8705, section 2.
 */
public abstract sealed class ClientAuthentication
        permits SecretAuthentication, KeyAuthentication, TlsAuthentication {

    static final String POST = "client_secret_post";
    static final String BASIC = "client_secret_basic";

    /**
     * With a secret, sent as the IdP announces: in the form ({@code client_secret_post}) when it knows that,
     * otherwise in the header ({@code client_secret_basic}).
     *
     * @param secret the secret; copied
     * @throws InvalidInputException when it is empty
     */
    public static ClientAuthentication secret(char[] secret) {
        return new SecretAuthentication(secret, List.of(POST, BASIC));
    }

    /** With a secret, sent in the form ({@code client_secret_post}). */
    public static ClientAuthentication secretInForm(char[] secret) {
        return new SecretAuthentication(secret, List.of(POST));
    }

    /** With a secret, sent in the header ({@code client_secret_basic}). */
    public static ClientAuthentication secretInHeader(char[] secret) {
        return new SecretAuthentication(secret, List.of(BASIC));
    }

    /**
     * With the signature of a private key ({@code private_key_jwt}). The token names the key by the SHA-256 of
     * its certificate ({@code x5t#S256}).
     *
     * @param credential the key: RSA of at least 2048 bits, or EC; a renewed one is taken into use by itself
     */
    public static ClientAuthentication privateKey(Credential credential) {
        return new KeyAuthentication(credential, null, false);
    }

    /**
     * With the signature of a private key ({@code private_key_jwt}), named also by the key id that is
     * registered at the IdP.
     *
     * @param keyId the key id ({@code kid})
     */
    public static ClientAuthentication privateKey(Credential credential, String keyId) {
        return new KeyAuthentication(credential, keyId, false);
    }

    /**
     * With the signature of a private key, addressed to the issuer instead of the token endpoint, as newer
     * IdPs want it.
     *
     * @param keyId the key id ({@code kid}); null for none
     */
    public static ClientAuthentication privateKeyForIssuer(
            Credential credential, @Nullable String keyId) {
        return new KeyAuthentication(credential, keyId, true);
    }

    /**
     * With the certificate in mutual TLS ({@code tls_client_auth}, {@code self_signed_tls_client_auth}).
     *
     * @param credential a SITHS function certificate as a rule
     */
    public static ClientAuthentication mutualTls(Credential credential) {
        return new TlsAuthentication(credential);
    }

    ClientAuthentication() {}

    /**
     * Finds out what can be known to fail before the first log-in.
     *
     * @throws ConfigurationException when it can
     */
    abstract void check(Clock clock);

    /** The methods this can be, best first. */
    abstract List<String> methods();

    /** What goes into the request; null when TLS does it all. */
    abstract com.nimbusds.oauth2.sdk.auth.@Nullable ClientAuthentication on(
            Request request, String method);

    /** TLS as the IdP wants it from this client. */
    SSLContext tls(TrustAnchors trusted) {
        return trusted.sslContext();
    }

    boolean byMutualTls() {
        return false;
    }

    /** What a request to the token endpoint is made of. */
    record Request(
            ClientID client, String issuer, URI token, ProviderMetadata metadata, Clock clock) {}

    /**
     * The best method that the IdP announces.
     *
     * @throws ConfigurationException when it announces none
     */
    final String choose(ProviderMetadata metadata) {
        return methods().stream()
                .filter(metadata.clientAuthentication()::contains)
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConfigurationException(
                                        "The IdP does not know "
                                                + String.join(" or ", methods())
                                                + ", only "
                                                + String.join(
                                                        ", ",
                                                        metadata.clientAuthentication().stream()
                                                                .filter(LoginFailures::isErrorCode)
                                                                .sorted()
                                                                .toList()),
                                        "Register the client with one of the methods that the IdP knows, and"
                                                + " use the ClientAuthentication for it."));
    }
}
