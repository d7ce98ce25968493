package se.ehealthsdk.testkit.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a schema asks of an element: its parts in their order, or the form of its text. A small reading of the
 * official XSD, written from it.
 */
interface Shape {

    /** What is wrong first, as a path and a few words without any value; empty when nothing is. */
    Optional<String> wrong(Node node, String path);

    /** Any text; no elements. */
    Shape TEXT = text("text", any -> true);

    /** Text of a form. */
    static Shape text(String form, Predicate<String> is) {
        return (node, path) ->
                !node.children().isEmpty()
                        ? Optional.of(path + " holds elements")
                        : is.test(node.text())
                                ? Optional.empty()
                                : Optional.of(path + " is not " + form);
    }

    /** Text by a regular expression. */
    static Shape pattern(String form, String regex) {
        return text(form, value -> value.matches(regex));
    }

    /** An element with anything in it. */
    static Shape anything() {
        return (node, path) -> Optional.empty();
    }

    /**
     * Parts in their order.
     *
     * @param open whether elements of other namespaces may follow them
     */
    static Shape parts(boolean open, Part... parts) {
        return (node, path) -> {
            List<Node> children = node.children();
            if (!node.text().isBlank()) {
                return Optional.of(path + " holds text");
            }
            int at = 0;
            for (Part part : parts) {
                int found = 0;
                while (at < children.size() && found < part.most && part.is(children.get(at))) {
                    Optional<String> wrong =
                            part.shape.wrong(children.get(at), path + "/" + part.name);
                    if (wrong.isPresent()) {
                        return wrong;
                    }
                    at++;
                    found++;
                }
                if (found < part.least) {
                    return Optional.of(path + " lacks " + part.name + " where it belongs");
                }
            }
            for (Node left : children.subList(at, children.size())) {
                if (!open || left.namespace().equals(node.children().get(0).namespace())) {
                    return Optional.of(path + "/" + left.local() + " has no place there");
                }
            }
            return Optional.empty();
        };
    }

    /** One of several shapes. */
    static Shape either(Shape... shapes) {
        return (node, path) -> {
            List<String> wrong = new ArrayList<>();
            for (Shape shape : shapes) {
                Optional<String> one = shape.wrong(node, path);
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
