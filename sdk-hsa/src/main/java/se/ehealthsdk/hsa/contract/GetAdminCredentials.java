package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The request of GetAdminCredentialsForPerson and GetAdminCredentialsForPersonIncludingProtectedPerson
 * 2.0.
 *
 * @param person whom to look for
 * @param scopeCode only this authorisation scope ({@code authorizationScopeCode}); every one when absent
 * @param propertyCode only this property ({@code authorizationScopePropertyCode}); every one when absent
 * @param scope where in the directory to look
 */
public record GetAdminCredentials(
        PersonKey person,
        Optional<String> scopeCode,
        Optional<String> propertyCode,
        SearchScope scope) {

    /** Every administrative commission under one HSA-id. */
    public static GetAdminCredentials of(HsaId person) {
        return of(PersonKey.of(person));
    }

    /** Every administrative commission under all of a person's HSA-ids. */
    public static GetAdminCredentials of(PersonId person) {
        return of(PersonKey.of(person));
    }

    private static GetAdminCredentials of(PersonKey person) {
        return new GetAdminCredentials(person, Optional.empty(), Optional.empty(), SearchScope.ALL);
    }

    /** The same request, for one authorisation scope. */
    public GetAdminCredentials authorizationScope(String code) {
        return new GetAdminCredentials(person, Optional.of(code), propertyCode, scope);
    }

    /** The same request, for one property. */
    public GetAdminCredentials authorizationScopeProperty(String code) {
        return new GetAdminCredentials(person, scopeCode, Optional.of(code), scope);
    }

    /** The same request, looking here in the directory. */
    public GetAdminCredentials within(SearchScope wanted) {
        return new GetAdminCredentials(person, scopeCode, propertyCode, wanted);
    }
}
