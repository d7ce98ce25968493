package se.ehealthsdk.hsa;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A person's administrative commissions, under one of the person's HSA-ids.
 *
 * <p>Source: authorizationmanagement 2.4.3, {@code AdminCredentialInformationType}. Immutable.
 *
 * @param hsaId the person's HSA-id
 * @param givenName given name; some people have none
 * @param middleAndSurname middle name and surname with a blank between; empty if the answer lacked it
 * @param protectedPerson whether the person's data are protected (skyddad); told only by the {@code
 *     IncludingProtectedPerson} variant
 * @param feigned whether the person is made up, for tests
 * @param scopeProperties what the person may administrate
 */
public record AdminCredentials(
        HsaId hsaId,
        Optional<String> givenName,
        String middleAndSurname,
        boolean protectedPerson,
        boolean feigned,
        List<AuthorizationScopeProperty> scopeProperties) {

    /** Keeps a copy of the properties. */
    public AdminCredentials {
        scopeProperties = List.copyOf(scopeProperties);
    }

    /** The HSA-id and the number of properties; not the name. */
    @Override
    public String toString() {
        return "AdminCredentials[%s, scopeProperties=%d]".formatted(hsaId, scopeProperties.size());
    }
}
