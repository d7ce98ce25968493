package se.ehealthsdk.siths.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ProtocolException;

/**
 * What an IdP says of itself. Of the document only what is used here is read, so that an odd value somewhere
 * else costs nothing.
 *
 * @param clientAuthentication the methods at the token endpoint
 * @param clientAuthenticationAlgorithms for private_key_jwt; empty when not told
 * @param idTokenAlgorithms empty when not told
 * @param pkce whether PKCE with S256 is announced
 * @param issuerInAnswer whether RFC 9207 is announced
 * @param claimsParameter false only when the IdP says that it does not read the {@code claims} parameter
 */
record ProviderMetadata(
        URI authorization,
        URI token,
        URI keys,
        Optional<URI> userInfo,
        Optional<URI> endSession,
        Optional<URI> tokenByMutualTls,
        Optional<URI> userInfoByMutualTls,
        Set<String> clientAuthentication,
        Set<String> clientAuthenticationAlgorithms,
        Set<String> idTokenAlgorithms,
        boolean pkce,
        boolean issuerInAnswer,
        boolean claimsParameter) {

    private static final String PATH = "/.well-known/openid-configuration";

    /** Where the document lies. Discovery 1.0, section 4.1: a slash at the end of the issuer goes. */
    static URI address(String issuer) {
        return URI.create(
                (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + PATH);
    }

    /**
     * @throws ConfigurationException when it is the document of another issuer
     * @throws ProtocolException when it lacks what a log-in needs
     */
    static ProviderMetadata read(Map<String, Object> document, String issuer, boolean plainHttp) {
        String named = Json.text(document.get("issuer")).orElseThrow(() -> faulty("has no issuer"));
        if (!named.equals(issuer)) {
            throw new ConfigurationException(
                    "The IdP's metadata is for another issuer than the configured " + issuer,
                    "Configure the issuer character by character as in the IdP's metadata, port included,"
                            + " after making sure that it is the IdP you mean.");
        }
        Map<String, Object> aliases = Json.members(document.get("mtls_endpoint_aliases"));
        return new ProviderMetadata(
                required(document, "authorization_endpoint", plainHttp),
                required(document, "token_endpoint", plainHttp),
                required(document, "jwks_uri", plainHttp),
                endpoint(document, "userinfo_endpoint", plainHttp),
                endpoint(document, "end_session_endpoint", plainHttp),
                endpoint(aliases, "token_endpoint", plainHttp),
                endpoint(aliases, "userinfo_endpoint", plainHttp),
                // Discovery 1.0, section 3: the default
                document.containsKey("token_endpoint_auth_methods_supported")
                        ? set(document, "token_endpoint_auth_methods_supported")
                        : Set.of("client_secret_basic"),
                set(document, "token_endpoint_auth_signing_alg_values_supported"),
                set(document, "id_token_signing_alg_values_supported"),
                set(document, "code_challenge_methods_supported").contains("S256"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")),
                !Boolean.FALSE.equals(document.get("claims_parameter_supported")));
    }

    private static Set<String> set(Map<String, Object> document, String name) {
        return Set.copyOf(new LinkedHashSet<>(Json.texts(document.get(name))));
    }

    private static URI required(Map<String, Object> document, String name, boolean plainHttp) {
        return endpoint(document, name, plainHttp).orElseThrow(() -> faulty("has no " + name));
    }

    private static Optional<URI> endpoint(
            Map<String, Object> document, String name, boolean plainHttp) {
        Object value = document.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                Json.text(value)
                        .map(ProviderMetadata::uri)
                        .filter(uri -> isEndpoint(uri, plainHttp))
                        .orElseThrow(() -> faulty("has a " + name + " that is no https address")));
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    /** Whether tokens and codes may be sent there. */
    static boolean isEndpoint(@Nullable URI uri, boolean plainHttp) {
        return uri != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && List.of("https", plainHttp ? "http" : "https")
                        .contains(String.valueOf(uri.getScheme()));
    }

    private static ProtocolException faulty(String problem) {
        return new ProtocolException("The IdP's metadata " + problem, null, null);
    }
}
