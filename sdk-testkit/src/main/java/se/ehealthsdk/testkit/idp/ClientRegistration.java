package se.ehealthsdk.testkit.idp;

import java.net.URI;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What the IdP knows of a client beforehand. Immutable.
 *
 * <pre>{@code
 * services.idp().register(ClientRegistration.builder("journal")
 *         .secret("at least this much")
 *         .redirectUri(URI.create("https://journal.example.test/callback"))
 *         .claims("employeeHsaId", "allCommissions")
 *         .build());
 * }</pre>
 */
public final class ClientRegistration {

    private final String id;
    private final String name;
    private final @Nullable String secret;
    private final @Nullable X509Certificate certificate;
    private final List<PublicKey> keys;
    private final Set<ClientAuthentication> authentications;
    private final List<URI> redirectUris;
    private final List<URI> postLogoutRedirectUris;
    private final boolean anyLoopbackPort;
    private final @Nullable Set<String> claims;
    private final boolean refreshTokens;
    private final boolean signedUserinfo;
    private final boolean pkceRequired;

    private ClientRegistration(Builder builder) {
        id = builder.id;
        name = builder.name;
        secret = builder.secret;
        certificate = builder.certificate;
        keys = List.copyOf(builder.keys);
        authentications = Set.copyOf(builder.authentications());
        redirectUris = List.copyOf(builder.redirectUris);
        postLogoutRedirectUris = List.copyOf(builder.postLogoutRedirectUris);
        anyLoopbackPort = builder.anyLoopbackPort;
        claims = builder.claims == null ? null : Set.copyOf(builder.claims);
        refreshTokens = builder.refreshTokens;
        signedUserinfo = builder.signedUserinfo;
        pkceRequired = builder.pkceRequired;
    }

    /**
     * Starts a registration.
     *
     * @param id the {@code client_id}
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** The {@code client_id}. */
    public String id() {
        return id;
    }

    /** What the log-in page calls the client. */
    public String name() {
        return name;
    }

    /** How the client may show who it is. */
    public Set<ClientAuthentication> authentications() {
        return authentications;
    }

    Optional<String> secret() {
        return Optional.ofNullable(secret);
    }

    Optional<X509Certificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    List<PublicKey> keys() {
        return keys;
    }

    boolean refreshTokens() {
        return refreshTokens;
    }

    boolean signedUserinfo() {
        return signedUserinfo;
    }

    boolean pkceRequired() {
        return pkceRequired;
    }

    boolean mayHave(String claim) {
        return claims == null || claims.contains(claim);
    }

    boolean redirectsTo(String uri) {
        return matches(redirectUris, uri);
    }

    boolean redirectsAfterLogoutTo(String uri) {
        return matches(postLogoutRedirectUris, uri);
    }

    private boolean matches(List<URI> registered, String uri) {
        return registered.stream()
                .map(URI::toString)
                .anyMatch(
                        each ->
                                each.equals(uri)
                                        || anyLoopbackPort
                                                && Loopback.withoutPort(uri)
                                                        .filter(each::equals)
                                                        .isPresent());
    }

    /** The {@code client_id}; nothing else. */
    @Override
    public String toString() {
        return "ClientRegistration[" + id + "]";
    }

    /** Collects a registration. Not for use by more than one thread. */
    public static final class Builder {

        private final String id;
        private String name;
        private @Nullable String secret;
        private @Nullable X509Certificate certificate;
        private final List<PublicKey> keys = new ArrayList<>();
        private final Set<ClientAuthentication> chosen = EnumSet.noneOf(ClientAuthentication.class);
        private final List<URI> redirectUris = new ArrayList<>();
        private final List<URI> postLogoutRedirectUris = new ArrayList<>();
        private boolean anyLoopbackPort;
        private @Nullable Set<String> claims;
        private boolean refreshTokens;
        private boolean signedUserinfo;
        private boolean pkceRequired;

        private Builder(String id) {
            this.id = id;
            this.name = id;
        }

        /** What the log-in page calls the client; its id unless set. */
        public Builder name(String shown) {
            name = shown;
            return this;
        }

        /** The client's secret. */
        public Builder secret(String text) {
            secret = text;
            return this;
        }

        /** The client's certificate: for mutual TLS, and its key for {@code private_key_jwt}. */
        public Builder certificate(X509Certificate own) {
            certificate = own;
            return this;
        }

        /** One more key for {@code private_key_jwt}: RSA or EC. */
        public Builder publicKey(PublicKey key) {
            keys.add(key);
            return this;
        }

        /** How the client may show who it is; every way for which it has the means, unless set. */
        public Builder authentication(ClientAuthentication... ways) {
            chosen.addAll(List.of(ways));
            return this;
        }

        /** One more address that the browser may be sent back to; compared letter by letter. */
        public Builder redirectUri(URI uri) {
            redirectUris.add(uri);
            return this;
        }

        /** One more address that the browser may be sent to after log-out; compared letter by letter. */
        public Builder postLogoutRedirectUri(URI uri) {
            postLogoutRedirectUris.add(uri);
            return this;
        }

        /**
         * Addresses at {@code localhost}, {@code 127.0.0.1} and {@code [::1]} that are registered without
         * port are good with any port, for servers that listen on any free one.
         */
        public Builder anyLoopbackPort() {
            anyLoopbackPort = true;
            return this;
        }

        /** The claims that the client may have, besides those of every token; all unless set. */
        public Builder claims(String... names) {
            claims = new LinkedHashSet<>(List.of(names));
            return this;
        }

        /** The client gets refresh tokens. */
        public Builder refreshTokens() {
            refreshTokens = true;
            return this;
        }

        /** Userinfo is a signed token; JSON unless set. */
        public Builder signedUserinfo() {
            signedUserinfo = true;
            return this;
        }

        /** Log-ins without PKCE are refused. */
        public Builder pkceRequired() {
            pkceRequired = true;
            return this;
        }

        /**
         * The registration.
         *
         * @throws InvalidInputException if the client cannot show who it is, or cannot be sent back to
         */
        public ClientRegistration build() {
            if (authentications().isEmpty()) {
                throw new InvalidInputException(
                        "secret", "is missing, and so are certificate and key", "one of them");
            }
            if (redirectUris.isEmpty()) {
                throw new InvalidInputException("redirectUri", "is missing", "at least one");
            }
            return new ClientRegistration(this);
        }

        private Set<ClientAuthentication> authentications() {
            if (!chosen.isEmpty()) {
                return chosen;
            }
            Set<ClientAuthentication> able = EnumSet.noneOf(ClientAuthentication.class);
            if (secret != null) {
                able.add(ClientAuthentication.CLIENT_SECRET_POST);
                able.add(ClientAuthentication.CLIENT_SECRET_BASIC);
            }
            if (certificate != null || !keys.isEmpty()) {
                able.add(ClientAuthentication.PRIVATE_KEY_JWT);
            }
            if (certificate != null) {
                able.add(ClientAuthentication.TLS_CLIENT_AUTH);
                able.add(ClientAuthentication.SELF_SIGNED_TLS_CLIENT_AUTH);
            }
            return able;
        }
    }
}
