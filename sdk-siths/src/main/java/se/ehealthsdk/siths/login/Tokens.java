package se.ehealthsdk.siths.login;

import java.time.Instant;
import java.util.Optional;

/**
 * The tokens of a log-in. Secrets: keep them on the server, in the user's session, and never in a log.
 *
 * @param idToken what the IdP said of the user, signed; needed for logout
 * @param accessToken for calls to services that the IdP protects
 * @param refreshToken for {@link IdentityProvider#refresh}; empty when the IdP gave none
 * @param accessTokenExpiresAt when the access token ends; empty when the IdP did not say
 */
public record Tokens(
        String idToken,
        String accessToken,
        Optional<String> refreshToken,
        Optional<Instant> accessTokenExpiresAt) {

    /** Never a token. */
    @Override
    public String toString() {
        return "Tokens[" + (refreshToken.isPresent() ? "with" : "without") + " refresh token]";
    }
}
