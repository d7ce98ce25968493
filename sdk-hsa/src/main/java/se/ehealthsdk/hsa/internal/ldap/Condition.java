package se.ehealthsdk.hsa.internal.ldap;

import java.util.List;

/** A condition on entries, built of parts: values are never read as syntax. Source: RFC 4515. */
public sealed interface Condition {

    record Equal(String attribute, String value) implements Condition {}

    record Present(String attribute) implements Condition {}

    /** Holds the text anywhere. */
    record Contains(String attribute, String text) implements Condition {}

    record StartsWith(String attribute, String text) implements Condition {}

    /** At or after, in the order of the attribute. */
    record AtLeast(String attribute, String value) implements Condition {}

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new Any(List.of(parts));
    }
}
