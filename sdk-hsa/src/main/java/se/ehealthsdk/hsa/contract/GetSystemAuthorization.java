package se.ehealthsdk.hsa.contract;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The request of GetPersonAuthorizedToSystem and GetPersonAuthorizedToSystemIncludingProtectedPerson 2.1.
 *
 * @param person whom to look for
 * @param systemId the system's identifier in HSA; never blank
 * @param scope where in the directory to look
 */
public record GetSystemAuthorization(PersonKey person, String systemId, SearchScope scope) {

    /**
     * @throws InvalidInputException if the system is blank; nothing was sent
     */
    public GetSystemAuthorization {
        if (systemId.isBlank()) {
            throw new InvalidInputException("systemId", "is blank", "the system's id in HSA");
        }
    }
}
