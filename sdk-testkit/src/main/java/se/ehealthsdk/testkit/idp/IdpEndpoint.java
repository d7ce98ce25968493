package se.ehealthsdk.testkit.idp;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be called at the IdP. */
public enum IdpEndpoint {
    /** The metadata. */
    DISCOVERY("/.well-known/openid-configuration"),
    /** The public keys. */
    JWKS("/jwks.json"),
    /** Where the browser is sent to log in. */
    AUTHORIZATION("/authorize"),
    /** Where the forms of the IdP's own pages go. */
    PAGE("/login"),
    /** Where a code or a refresh token becomes tokens. */
    TOKEN("/token"),
    /** What is told of the user for an access token. */
    USERINFO("/userinfo"),
    /** Where the browser is sent to log out. */
    END_SESSION("/logout");

    static final String BASE = "/oidc";

    private final String path;

    IdpEndpoint(String path) {
        this.path = path;
    }

    /** The path at the IdP, as {@code /oidc/token}. */
    public String path() {
        return BASE + path;
    }

    static Optional<IdpEndpoint> at(String path) {
        return Stream.of(values()).filter(each -> each.path().equals(path)).findFirst();
    }
}
