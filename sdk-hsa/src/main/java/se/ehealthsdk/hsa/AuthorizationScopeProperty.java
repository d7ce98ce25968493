package se.ehealthsdk.hsa;

import java.util.List;
import java.util.Optional;

/**
 * A property (egenskap) within an authorisation scope (behörighetsområde), as a system's administrator
 * role, and the administrative commissions that give it to the person.
 *
 * <p>Source: authorizationmanagement 2.4.3, {@code AuthorizationScopePropertyType}. Texts that the
 * contract requires are empty if the answer lacked them.
 *
 * @param scopeCode the scope's code
 * @param scopeName the scope's name
 * @param scopeDescription what the scope is
 * @param propertyCode the property's code
 * @param propertyName the property's name
 * @param propertyDescription what the property is
 * @param commissions the commissions; the contract requires at least one
 */
public record AuthorizationScopeProperty(
        String scopeCode,
        String scopeName,
        Optional<String> scopeDescription,
        String propertyCode,
        String propertyName,
        Optional<String> propertyDescription,
        List<AdminCommission> commissions) {

    /** Keeps a copy of the commissions. */
    public AuthorizationScopeProperty {
        commissions = List.copyOf(commissions);
    }
}
