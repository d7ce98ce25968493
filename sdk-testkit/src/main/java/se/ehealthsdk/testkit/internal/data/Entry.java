package se.ehealthsdk.testkit.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.internal.data.Tree.Listing;
import se.ehealthsdk.testkit.internal.data.Tree.Mapping;
import se.ehealthsdk.testkit.internal.data.Tree.Named;
import se.ehealthsdk.testkit.internal.data.Tree.Scalar;

/** The values of a mapping that has been found to keep to its form. */
final class Entry {

    private final Mapping mapping;

    Entry(Tree tree) {
        this.mapping = (Mapping) tree;
    }

    /** A text that must be there. */
    String text(String name) {
        return optional(name).orElseThrow();
    }

    /** A value that must be there. */
    <T> T value(String name, Function<String, T> parse) {
        return parse.apply(text(name));
    }

    /** A text, if it is there. */
    Optional<String> optional(String name) {
        return find(name) instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** A value, if it is there. */
    <T> Optional<T> optional(String name, Function<String, T> parse) {
        return optional(name).map(parse);
    }

    /** Whether it is there and {@code true}. */
    boolean flag(String name) {
        return optional(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /** A list of texts; empty when it is not there. */
    List<String> list(String name) {
        return list(name, text -> text);
    }

    /** A list of values; empty when it is not there. */
    <T> List<T> list(String name, Function<String, T> parse) {
        return trees(name, each -> parse.apply(((Scalar) each).text()));
    }

    /** A list of mappings; empty when it is not there. */
    <T> List<T> entries(String name, Function<Entry, T> make) {
        return trees(name, each -> make.apply(new Entry(each)));
    }

    /** A list of texts or mappings. */
    <T> List<T> mixed(String name, Function<String, T> parse, Function<Entry, T> make) {
        return trees(
                name,
                each ->
                        each instanceof Scalar scalar
                                ? parse.apply(scalar.text())
                                : make.apply(new Entry(each)));
    }

    /** A mapping, if that is what is there. */
    Optional<Entry> entry(String name) {
        return find(name) instanceof Mapping inner
                ? Optional.of(new Entry(inner))
                : Optional.empty();
    }

    private <T> List<T> trees(String name, Function<Tree, T> make) {
        List<T> all = new ArrayList<>();
        if (find(name) instanceof Listing list) {
            list.items().forEach(each -> all.add(make.apply(each)));
        }
        return all;
    }

    private @Nullable Tree find(String name) {
        for (Named each : mapping.entries()) {
            if (each.name().equals(name)) {
                return each.value();
            }
        }
        return null;
    }
}
