package se.ehealthsdk.testkit.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a schema asks of an element: its parts in their order, or the form of its text. A small reading of the
 * official XSD, written from it.
 */
interface Shape {

    /**
     * What is wrong first, as the path below the element and a few words without any value, to be put behind the element's own
     * path; empty when nothing is.
     */
    Optional<String> wrong(Node node);

    /** Any text; no elements. */
    Shape TEXT = text("text", any -> true);

    /** Text of a form. */
    static Shape text(String form, Predicate<String> is) {
        return node ->
                node.hasChildren()
                        ? Optional.of(" holds elements")
                        : is.test(node.text()) ? Optional.empty() : Optional.of(" is not " + form);
    }

    /** Text by a regular expression. */
    static Shape pattern(String form, String regex) {
        return text(form, Pattern.compile(regex).asMatchPredicate());
    }

    /** An element with anything in it. */
    static Shape anything() {
        return node -> Optional.empty();
    }

    /**
     * Parts in their order.
     *
     * @param open whether elements of other namespaces may follow them
     */
    static Shape parts(boolean open, Part... parts) {
        return node -> {
            List<Node> children = node.children();
            if (!node.text().isBlank()) {
                return Optional.of(" holds text");
            }
            int at = 0;
            for (Part part : parts) {
                int found = 0;
                while (at < children.size() && found < part.most && part.is(children.get(at))) {
                    Optional<String> wrong = part.shape.wrong(children.get(at));
                    if (wrong.isPresent()) {
                        return Optional.of("/" + part.name + wrong.get());
                    }
                    at++;
                    found++;
                }
                if (found < part.least) {
                    return Optional.of(" lacks " + part.name + " where it belongs");
                }
            }
            for (Node left : children.subList(at, children.size())) {
                if (!open || left.namespace().equals(children.get(0).namespace())) {
                    return Optional.of("/" + left.local() + " has no place there");
                }
            }
            return Optional.empty();
        };
    }

    /** One of several shapes. */
    static Shape either(Shape... shapes) {
        return node -> {
            List<String> wrong = new ArrayList<>();
            for (Shape shape : shapes) {
                Optional<String> one = shape.wrong(node);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                wrong.add(one.get());
            }
            return Optional.of(wrong.get(0));
        };
    }

    /** A part of an element. */
    record Part(String namespace, String name, int least, int most, Shape shape) {

        boolean is(Node node) {
            return node.namespace().equals(namespace) && node.local().equals(name);
        }

        /** The same part, that need not be there. */
        Part optional() {
            return new Part(namespace, name, 0, most, shape);
        }

        /** The same part, as often as one likes, or not at all. */
        Part repeated() {
            return new Part(namespace, name, 0, Integer.MAX_VALUE, shape);
        }

        /** The same part, once or more. */
        Part several() {
            return new Part(namespace, name, 1, Integer.MAX_VALUE, shape);
        }
    }

    /** A part that is there once. */
    static Part part(String namespace, String name, Shape shape) {
        return new Part(namespace, name, 1, 1, shape);
    }
}
