package se.ehealthsdk.siths.login;

import java.time.Instant;
import java.util.Optional;

/**
 * What the IdP's support asks for when a log-in has failed. Safe to log and to mail: nothing about the user,
 * no secret, no token.
 *
 * @param at when it failed
 * @param issuer the IdP
 * @param clientId this system's client id there
 * @param error the IdP's own error code, for example {@code access_denied}; empty when it gave none
 * @param claim the claim that was missing or wrong; empty when it was not about one
 */
public record LoginDetails(
        Instant at,
        String issuer,
        String clientId,
        Optional<String> error,
        Optional<String> claim) {

    /** One line for a log or a support case. */
    @Override
    public String toString() {
        return "at=%s, issuer=%s, clientId=%s, error=%s, claim=%s"
                .formatted(at, issuer, clientId, error.orElse("-"), claim.orElse("-"));
    }
}
