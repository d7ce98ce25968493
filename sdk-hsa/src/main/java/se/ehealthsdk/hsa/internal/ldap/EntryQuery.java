package se.ehealthsdk.hsa.internal.ldap;

import java.util.List;
import se.ehealthsdk.hsa.directory.DistinguishedName;

/**
 * A question to an LDAP server.
 *
 * @param limit how many at most; 0 for all
 */
public record EntryQuery(
        DistinguishedName base,
        Scope scope,
        Condition condition,
        List<String> attributes,
        int limit) {

    public enum Scope {
        BASE,
        ONE_LEVEL,
        SUBTREE,
        /** All below the base, and not the base. */
        BELOW
    }

    public EntryQuery {
        attributes = List.copyOf(attributes);
    }
}
