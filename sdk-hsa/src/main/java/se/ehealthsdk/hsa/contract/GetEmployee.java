package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.EmployeeProfile;
import se.ehealthsdk.hsa.SearchBase;

/**
 * The request of GetEmployee and GetEmployeeIncludingProtectedPerson, generations 4.0 and 3.0.
 *
 * @param person whom to look for
 * @param searchBase where to look; everywhere when absent
 * @param includeFeigned whether to tell also of people made up for tests
 * @param profile how much to tell; {@link EmployeeProfile#FULL} when absent
 */
public record GetEmployee(
        PersonKey person,
        Optional<SearchBase> searchBase,
        boolean includeFeigned,
        Optional<EmployeeProfile> profile) {

    /** Everything about one post, wherever it is. */
    public static GetEmployee of(HsaId person) {
        return of(PersonKey.of(person));
    }

    /** Everything about all posts of a person, wherever they are. */
    public static GetEmployee of(PersonId person) {
        return of(PersonKey.of(person));
    }

    private static GetEmployee of(PersonKey person) {
        return new GetEmployee(person, Optional.empty(), false, Optional.empty());
    }

    /** The same request, looking only in this branch of the directory. */
    public GetEmployee below(SearchBase branch) {
        return new GetEmployee(person, Optional.of(branch), includeFeigned, profile);
    }

    /** The same request, also telling of people made up for tests. */
    public GetEmployee includingFeigned() {
        return new GetEmployee(person, searchBase, true, profile);
    }

    /** The same request with this profile. */
    public GetEmployee profile(EmployeeProfile wanted) {
        return new GetEmployee(person, searchBase, includeFeigned, Optional.of(wanted));
    }
}
