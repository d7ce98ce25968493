package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.sdk.Filter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** A filter without what tells who somebody is. */
final class MaskedFilter {

    private static final Set<String> PERSONAL =
            Set.of(
                    "personalidentitynumber",
                    "sn",
                    "givenname",
                    "middlename",
                    "nickname",
                    "fullname");
    private static final String MASK = "***";

    private MaskedFilter() {}

    static String of(Filter filter) {
        return masked(filter).toString().replace("\\2a\\2a\\2a", MASK);
    }

    private static Filter masked(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(masked(filter.getComponents()));
            case Filter.FILTER_TYPE_OR -> Filter.createORFilter(masked(filter.getComponents()));
            case Filter.FILTER_TYPE_NOT -> Filter.createNOTFilter(masked(filter.getNOTComponent()));
            case Filter.FILTER_TYPE_PRESENCE -> filter;
            default -> isPersonal(filter) ? hidden(filter) : filter;
        };
    }

    private static Filter[] masked(Filter[] parts) {
        return Arrays.stream(parts).map(MaskedFilter::masked).toArray(Filter[]::new);
    }

    private static boolean isPersonal(Filter filter) {
        String attribute = filter.getAttributeName();
        String text = filter.toString();
        return attribute != null && PERSONAL.contains(attribute.toLowerCase(Locale.ROOT))
                || text.matches("(?s).*(?<!\\d)(\\d{6}|\\d{8})[-+]?\\d{4}(?!\\d).*");
    }

    private static Filter hidden(Filter filter) {
        String attribute = filter.getAttributeName();
        return Filter.createEqualityFilter(attribute == null ? "any" : attribute, MASK);
    }
}
