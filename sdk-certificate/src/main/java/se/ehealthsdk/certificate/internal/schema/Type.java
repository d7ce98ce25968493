package se.ehealthsdk.certificate.internal.schema;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A type of the schema. */
sealed interface Type {

    /** What may stand in an element: text of a form. */
    record Simple(@Nullable String rule, boolean collapse, Predicate<String> valid, String right)
            implements Type {

        Simple(boolean collapse, String right, Predicate<String> valid) {
            this(null, collapse, valid, right);
        }

        /** The same type, reported under an id of its own. */
        Simple reportedAs(String id) {
            return new Simple(id, collapse, valid, right);
        }

        boolean accepts(String text) {
            return valid.test(collapse ? Values.collapse(text) : text);
        }
    }

    /**
     * Elements, and text between them if mixed.
     *
     * @param name of the type, where the schema gives it one
     * @param rule id that breaks in it are reported under; null for the general ones
     * @param mixed whether text may stand between the elements
     * @param attributes that it may have
     * @param content its elements; null for an element of text
     * @param text its text, where it has no elements
     */
    record Complex(
            @Nullable String name,
            @Nullable String rule,
            boolean mixed,
            List<Attribute> attributes,
            @Nullable Particle content,
            @Nullable Simple text)
            implements Type {

        Complex reportedAs(String id) {
            return new Complex(name, id, mixed, attributes, content, text);
        }

        Complex mixedContent() {
            return new Complex(name, rule, true, attributes, content, text);
        }

        Complex with(Attribute... more) {
            return new Complex(name, rule, mixed, List.of(more), content, text);
        }
    }

    /** An attribute without namespace. */
    record Attribute(String name, Simple type, boolean required) {}

    /** What may come in content. */
    sealed interface Particle {
        int min();

        int max();
    }

    /** An element by its name. */
    record Element(String namespace, String name, Type type, int min, int max)
            implements Particle {}

    /** Any element of the namespaces that are let in. */
    record Any(@Nullable String notOf, boolean strict, int min, int max) implements Particle {
        /** Whether it lets in a namespace: any, or any but the schema's own and none. */
        boolean lets(String namespace) {
            return notOf == null || (!namespace.equals(notOf) && !namespace.isEmpty());
        }
    }

    /** One after the other. */
    record Sequence(List<Particle> parts, int min, int max) implements Particle {}

    /** One of them. */
    record Choice(List<Particle> parts, int min, int max) implements Particle {}
}
