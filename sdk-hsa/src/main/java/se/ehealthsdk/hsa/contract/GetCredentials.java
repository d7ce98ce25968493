package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.CredentialsProfile;

/**
 * The request of GetCredentialsForPerson and GetCredentialsForPersonIncludingProtectedPerson 2.2.
 *
 * @param person whom to look for
 * @param scope where in the directory to look
 * @param profile what to tell beyond the ordinary
 */
public record GetCredentials(
        PersonKey person, SearchScope scope, Optional<CredentialsProfile> profile) {

    /** The credentials under one HSA-id. */
    public static GetCredentials of(HsaId person) {
        return of(PersonKey.of(person));
    }

    /** The credentials under all of a person's HSA-ids. */
    public static GetCredentials of(PersonId person) {
        return of(PersonKey.of(person));
    }

    private static GetCredentials of(PersonKey person) {
        return new GetCredentials(person, SearchScope.ALL, Optional.empty());
    }

    /** The same request, looking here in the directory. */
    public GetCredentials within(SearchScope wanted) {
        return new GetCredentials(person, wanted, profile);
    }

    /** The same request with this profile. */
    public GetCredentials profile(CredentialsProfile wanted) {
        return new GetCredentials(person, scope, Optional.of(wanted));
    }
}
