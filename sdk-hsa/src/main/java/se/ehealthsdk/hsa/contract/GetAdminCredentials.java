package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.SearchBase;

/**
 * The request of GetAdminCredentialsForPerson and GetAdminCredentialsForPersonIncludingProtectedPerson
 * 2.0.
 *
 * @param person whom to look for
 * @param scopeCode only this authorisation scope ({@code authorizationScopeCode}); every one when absent
 * @param propertyCode only this property ({@code authorizationScopePropertyCode}); every one when absent
 * @param searchBase where to look; everywhere when absent
 * @param includeFeigned whether to tell also of what is made up for tests
 */
public record GetAdminCredentials(
        PersonKey person,
        Optional<String> scopeCode,
        Optional<String> propertyCode,
        Optional<SearchBase> searchBase,
        boolean includeFeigned) {

    /** Every administrative commission under one HSA-id. */
    public static GetAdminCredentials of(HsaId person) {
        return of(PersonKey.of(person));
    }

    /** Every administrative commission under all of a person's HSA-ids. */
    public static GetAdminCredentials of(PersonId person) {
        return of(PersonKey.of(person));
    }

    private static GetAdminCredentials of(PersonKey person) {
        return new GetAdminCredentials(
                person, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** The same request, for one authorisation scope. */
    public GetAdminCredentials scope(String code) {
        return new GetAdminCredentials(
                person, Optional.of(code), propertyCode, searchBase, includeFeigned);
    }

    /** The same request, for one property. */
    public GetAdminCredentials property(String code) {
        return new GetAdminCredentials(
                person, scopeCode, Optional.of(code), searchBase, includeFeigned);
    }

    /** The same request, looking only in this branch of the directory. */
    public GetAdminCredentials below(SearchBase branch) {
        return new GetAdminCredentials(
                person, scopeCode, propertyCode, Optional.of(branch), includeFeigned);
    }

    /** The same request, also telling of what is made up for tests. */
    public GetAdminCredentials includingFeigned() {
        return new GetAdminCredentials(person, scopeCode, propertyCode, searchBase, true);
    }
}
