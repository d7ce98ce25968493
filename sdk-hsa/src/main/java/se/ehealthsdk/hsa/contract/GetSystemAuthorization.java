package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.SearchBase;

/**
 * The request of GetPersonAuthorizedToSystem and GetPersonAuthorizedToSystemIncludingProtectedPerson 2.1.
 *
 * @param person whom to look for
 * @param systemId the system's identifier in HSA; never blank
 * @param searchBase where to look; everywhere when absent
 * @param includeFeigned whether to tell also of people made up for tests
 */
public record GetSystemAuthorization(
        PersonKey person, String systemId, Optional<SearchBase> searchBase, boolean includeFeigned) {

    /**
     * @throws InvalidInputException if the system is blank; nothing was sent
     */
    public GetSystemAuthorization {
        if (systemId.isBlank()) {
            throw new InvalidInputException("systemId", "is blank", "the system's id in HSA");
        }
    }
}
