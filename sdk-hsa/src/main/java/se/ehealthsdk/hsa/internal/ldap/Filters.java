package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/** Filters for conditions, made by the library's factory methods: a value is never read as syntax. */
final class Filters {

    /** A name or an OID, with options. Source: RFC 4512 section 2.5. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z][A-Za-z0-9-]*|\\d+(\\.\\d+)+)(;[A-Za-z0-9-]+)*");

    private Filters() {}

    static Filter of(Condition condition) {
        if (condition instanceof Condition.Equal equal) {
            return Filter.createEqualityFilter(name(equal.attribute()), equal.value());
        }
        if (condition instanceof Condition.Present present) {
            return Filter.createPresenceFilter(name(present.attribute()));
        }
        if (condition instanceof Condition.Contains contains) {
            return Filter.createSubAnyFilter(name(contains.attribute()), part(contains.text()));
        }
        if (condition instanceof Condition.StartsWith start) {
            return Filter.createSubInitialFilter(name(start.attribute()), part(start.text()));
        }
        if (condition instanceof Condition.AtLeast least) {
            return Filter.createGreaterOrEqualFilter(name(least.attribute()), least.value());
        }
        if (condition instanceof Condition.All all) {
            return Filter.createANDFilter(filters(all.parts()));
        }
        if (condition instanceof Condition.Any any) {
            return Filter.createORFilter(filters(any.parts()));
        }
        if (condition instanceof Condition.Not not) {
            return Filter.createNOTFilter(of(not.part()));
        }
        throw new IllegalArgumentException("unknown condition");
    }

    private static List<Filter> filters(List<Condition> parts) {
        return parts.stream().map(Filters::of).toList();
    }

    static String name(String attribute) {
        if (!ATTRIBUTE.matcher(attribute).matches()) {
            throw new InvalidInputException(
                    "attribute", "is not an attribute name", "a name as surgeryHours, or an OID");
        }
        return attribute;
    }

    /** An empty part of a substring filter is not allowed (RFC 4511 section 4.5.1.7.2). */
    private static String part(String text) {
        if (text.isEmpty()) {
            throw new InvalidInputException("text", "is empty", "at least one character");
        }
        return text;
    }
}
