package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.EmployeeProfile;

/**
 * The request of GetEmployee and GetEmployeeIncludingProtectedPerson, generations 4.0 and 3.0.
 *
 * @param person whom to look for
 * @param scope where in the directory to look
 * @param profile how much to tell; {@link EmployeeProfile#FULL} when absent
 */
public record GetEmployee(PersonKey person, SearchScope scope, Optional<EmployeeProfile> profile) {

    /** Everything about one post, wherever it is. */
    public static GetEmployee of(HsaId person) {
        return of(PersonKey.of(person));
    }

    /** Everything about all posts of a person, wherever they are. */
    public static GetEmployee of(PersonId person) {
        return of(PersonKey.of(person));
    }

    private static GetEmployee of(PersonKey person) {
        return new GetEmployee(person, SearchScope.ALL, Optional.empty());
    }

    /** The same request, looking here in the directory. */
    public GetEmployee within(SearchScope wanted) {
        return new GetEmployee(person, wanted, profile);
    }

    /** The same request with this profile. */
    public GetEmployee profile(EmployeeProfile wanted) {
        return new GetEmployee(person, scope, Optional.of(wanted));
    }
}
