package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchScope;
import org.jspecify.annotations.Nullable;

/** Requests for questions. */
final class Requests {

    private Requests() {}

    static SearchRequest of(
            EntryQuery query, @Nullable SearchResultListener listener, int sizeLimit) {
        String[] attributes =
                query.attributes().stream().map(Requests::name).toArray(String[]::new);
        return new SearchRequest(
                listener,
                query.base().toString(),
                scope(query.scope()),
                DereferencePolicy.NEVER,
                sizeLimit,
                0,
                false,
                Filters.of(query.condition()),
                attributes);
    }

    private static String name(String attribute) {
        boolean special = attribute.equals("*") || attribute.equals("+") || attribute.equals("1.1");
        return special ? attribute : Filters.name(attribute);
    }

    private static SearchScope scope(EntryQuery.Scope scope) {
        return switch (scope) {
            case BASE -> SearchScope.BASE;
            case ONE_LEVEL -> SearchScope.ONE;
            // few servers have a scope without the base: the base is left out here
            case SUBTREE, BELOW -> SearchScope.SUB;
        };
    }
}
