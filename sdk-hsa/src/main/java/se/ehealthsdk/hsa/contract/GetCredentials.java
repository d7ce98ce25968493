package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.CredentialsProfile;
import se.ehealthsdk.hsa.SearchBase;

/**
 * The request of GetCredentialsForPerson and GetCredentialsForPersonIncludingProtectedPerson 2.2.
 *
 * @param person whom to look for
 * @param searchBase where to look for the person and for the commissions; everywhere when absent
 * @param includeFeigned whether to tell also of people, units and commissions made up for tests
 * @param profile what to tell beyond the ordinary
 */
public record GetCredentials(
        PersonKey person,
        Optional<SearchBase> searchBase,
        boolean includeFeigned,
        Optional<CredentialsProfile> profile) {

    /** The credentials under one HSA-id. */
    public static GetCredentials of(HsaId person) {
        return of(PersonKey.of(person));
    }

    /** The credentials under all of a person's HSA-ids. */
    public static GetCredentials of(PersonId person) {
        return of(PersonKey.of(person));
    }

    private static GetCredentials of(PersonKey person) {
        return new GetCredentials(person, Optional.empty(), false, Optional.empty());
    }

    /** The same request, looking only in this branch of the directory. */
    public GetCredentials below(SearchBase branch) {
        return new GetCredentials(person, Optional.of(branch), includeFeigned, profile);
    }

    /** The same request, also telling of what is made up for tests. */
    public GetCredentials includingFeigned() {
        return new GetCredentials(person, searchBase, true, profile);
    }

    /** The same request with this profile. */
    public GetCredentials profile(CredentialsProfile wanted) {
        return new GetCredentials(person, searchBase, includeFeigned, Optional.of(wanted));
    }
}
