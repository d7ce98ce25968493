package se.ehealthsdk.siths.signature.remote;

import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Who is to sign. The signing service authenticates the user anew, and only this very person can sign.
 * Immutable.
 *
 * @param hsaId the user's HSA-id: the one of the log-in
 * @param identityProvider the entity id of the IdP that is to authenticate: the attribute or claim {@code
 *     urn:identityProviderForSign} of the log-in, which keeps the user to the same method; empty for the
 *     {@linkplain SigningService.Builder#defaultIdentityProvider default}
 */
public record SigningUser(HsaId hsaId, Optional<String> identityProvider) {

    /** An IdP that asks for a card in the browser's own way, mutual TLS, cannot be used for signing. */
    private static final String MUTUAL_TLS = "/saml/sign";

    /**
     * @throws InvalidInputException when the entity id is blank
     */
    public SigningUser {
        if (identityProvider.isPresent() && identityProvider.get().isBlank()) {
            throw new InvalidInputException("identityProvider", "is blank", "an entity id");
        }
    }

    /** A user who is authenticated by the default IdP. */
    public static SigningUser of(HsaId hsaId) {
        return new SigningUser(hsaId, Optional.empty());
    }

    /**
     * The same user, authenticated by this IdP.
     *
     * @param entityId what the log-in gave as {@code urn:identityProviderForSign}; one that ends in {@code
     *     /saml/sign} works by mutual TLS, which cannot sign, and gives way to the default
     */
    public SigningUser authenticatedBy(String entityId) {
        return new SigningUser(hsaId, Optional.of(entityId));
    }

    String identityProviderOr(String defaultEntityId) {
        return identityProvider
                .filter(entityId -> !entityId.endsWith(MUTUAL_TLS))
                .orElse(defaultEntityId);
    }
}
