package se.ehealthsdk.testkit.internal.yaml;

import java.io.Reader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;

/** A mapping in a YAML file, which tells file and line of what is wrong with it. */
public final class YamlEntry {

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    /**
     * @param file its name, for the messages
     * @param node what is to be a mapping
     * @throws ConfigurationException if it is none
     */
    public YamlEntry(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "names with values are expected here", null);
        }
        for (NodeTuple tuple : mapping.getValue()) {
            values.put(scalar(tuple.getKeyNode()), tuple.getValueNode());
        }
    }

    /**
     * A whole file; empty when there is nothing in it.
     *
     * @throws ConfigurationException if it is not YAML, or no mapping
     */
    public static Optional<YamlEntry> of(String file, Reader text) {
        try {
            return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(text))
                    .map(root -> new YamlEntry(file, root));
        } catch (YAMLException cause) {
            throw new ConfigurationException(
                    file + " is not YAML: " + cause.getMessage(), "Correct the file.", cause);
        }
    }

    /** A value that must be there. */
    public <T> T value(String name, Function<String, T> parse) {
        return optional(name, parse)
                .orElseThrow(() -> problem(node, "\"" + name + "\" is missing", null));
    }

    /** A text that must be there. */
    public String text(String name) {
        return value(name, text -> text);
    }

    /** A value, if it is there. */
    public <T> Optional<T> optional(String name, Function<String, T> parse) {
        Node value = take(name);
        return value == null ? Optional.empty() : Optional.of(parsed(name, value, parse));
    }

    /** A text, if it is there. */
    public Optional<String> optional(String name) {
        return optional(name, text -> text);
    }

    /** Whether it is there and {@code true}. */
    public boolean flag(String name) {
        return optional(name, "true"::equals).orElse(false);
    }

    /** A list of values; empty when it is not there. */
    public <T> List<T> list(String name, Function<String, T> parse) {
        List<T> all = new ArrayList<>();
        for (Node each : items(name)) {
            all.add(parsed(name, each, parse));
        }
        return all;
    }

    /** A list of mappings; empty when it is not there. */
    public List<YamlEntry> entries(String name) {
        return items(name).stream().map(each -> new YamlEntry(file, each)).toList();
    }

    /** Runs what makes something of this entry, and tells the line if it cannot be made. */
    public <T> T make(Function<YamlEntry, T> maker) {
        try {
            T made = maker.apply(this);
            unknown();
            return made;
        } catch (InvalidInputException invalid) {
            throw problem(node, String.valueOf(invalid.getMessage()), invalid);
        }
    }

    private void unknown() {
        for (Map.Entry<String, Node> each : values.entrySet()) {
            if (!read.contains(each.getKey())) {
                throw problem(
                        each.getValue(), "\"" + each.getKey() + "\" is no name known here", null);
            }
        }
    }

    private @Nullable Node take(String name) {
        read.add(name);
        return values.get(name);
    }

    private List<Node> items(String name) {
        Node value = take(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw problem(value, "\"" + name + "\" is not a list", null);
    }

    private <T> T parsed(String name, Node value, Function<String, T> parse) {
        try {
            return parse.apply(scalar(value));
        } catch (InvalidInputException | DateTimeException invalid) {
            throw problem(value, "\"" + name + "\": " + invalid.getMessage(), invalid);
        }
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(value, "a single value is expected here", null);
    }

    private ConfigurationException problem(Node where, String text, @Nullable Exception cause) {
        return new ConfigurationException(
                file + ", line " + (where.getStartMark().getLine() + 1) + ": " + text,
                "Correct the file; the testkit's own file of the kind shows how it is to look.",
                cause);
    }
}
