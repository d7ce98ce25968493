package se.ehealthsdk.testkit.scenario;

import java.io.StringReader;
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
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.data.DataProblem;
import se.ehealthsdk.testkit.data.InvalidDataException;

/** Names with values in a scenario's file, which tells file, line and field of what is wrong. */
final class FileEntry {

    private static final String FORM = "the form in docs/testkit-scenarios.md";

    private static final String REMEDY =
            "Correct the file; docs/testkit-scenarios.md and docs/schemas/scenario.schema.json tell its form.";

    private final String file;
    private final String path;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    private FileEntry(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, path, "names with values are expected here", null);
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = scalar(path, tuple.getKeyNode());
            if (values.put(name, tuple.getValueNode()) != null) {
                throw problem(tuple.getKeyNode(), field(name), "is written twice", null);
            }
        }
    }

    /** A whole file. */
    static FileEntry of(String file, String text) {
        // a tab separates in JSON, and is forbidden in YAML
        String readable = text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(10);
            options.setNestingDepthLimit(20);
            Node root = new Yaml(options).compose(new StringReader(readable));
            if (root == null) {
                throw new ConfigurationException(file + " is empty.", REMEDY);
            }
            return new FileEntry(file, "", root);
        } catch (MarkedYAMLException wrong) {
            Mark mark = wrong.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            int column = mark == null ? 1 : mark.getColumn() + 1;
            String problem = "is neither YAML nor JSON: " + wrong.getProblem();
            throw new ConfigurationException(
                    file + ", line " + line + ": " + problem,
                    REMEDY,
                    new InvalidDataException(
                            List.of(new DataProblem(file, line, column, "", problem, FORM))));
        } catch (YAMLException wrong) {
            throw new ConfigurationException(
                    file + " is neither YAML nor JSON: " + wrong.getMessage(), REMEDY, wrong);
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    <T> T value(String name, Function<String, T> parse) {
        return optional(name, parse)
                .orElseThrow(() -> problem(node, field(name), "is missing", null));
    }

    String text(String name) {
        return value(name, text -> text);
    }

    <T> Optional<T> optional(String name, Function<String, T> parse) {
        Node value = take(name);
        return value == null ? Optional.empty() : Optional.of(parsed(name, value, parse));
    }

    Optional<String> optional(String name) {
        return optional(name, text -> text);
    }

    Optional<Integer> number(String name) {
        return optional(
                name,
                text -> {
                    if (!text.matches("\\d{1,9}")) {
                        throw new InvalidInputException(name, "is no number", "0 or more");
                    }
                    return Integer.valueOf(text);
                });
    }

    /** An entry below; empty when it is not there. */
    Optional<FileEntry> entry(String name) {
        Node value = take(name);
        return value == null
                ? Optional.empty()
                : Optional.of(new FileEntry(file, field(name), value));
    }

    List<FileEntry> entries(String name) {
        List<FileEntry> all = new ArrayList<>();
        for (Node each : items(name)) {
            all.add(new FileEntry(file, field(name) + "[" + all.size() + "]", each));
        }
        return all;
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (Node each : items(name)) {
            all.add(scalar(field(name) + "[" + all.size() + "]", each));
        }
        return all;
    }

    /** All values as texts. */
    Map<String, String> map() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : values.keySet()) {
            all.put(name, text(name));
        }
        return all;
    }

    /** Runs what makes something of this entry, and tells the line if it cannot be made. */
    <T> T make(Function<FileEntry, T> maker) {
        try {
            T made = maker.apply(this);
            for (Map.Entry<String, Node> each : values.entrySet()) {
                if (!read.contains(each.getKey())) {
                    throw problem(
                            each.getValue(),
                            field(each.getKey()),
                            "is no name known here; known are " + String.join(", ", read),
                            null);
                }
            }
            return made;
        } catch (InvalidInputException invalid) {
            throw problem(node, path, String.valueOf(invalid.getMessage()), invalid);
        }
    }

    ConfigurationException problem(String text) {
        return problem(node, path, text, null);
    }

    private String field(String name) {
        return path.isEmpty() ? name : path + "." + name;
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
        throw problem(value, field(name), "is not a list", null);
    }

    private <T> T parsed(String name, Node value, Function<String, T> parse) {
        try {
            return parse.apply(scalar(field(name), value));
        } catch (InvalidInputException | DateTimeException | ArithmeticException invalid) {
            throw problem(value, field(name), String.valueOf(invalid.getMessage()), invalid);
        }
    }

    private String scalar(String where, Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(value, where, "a single value is expected here", null);
    }

    private ConfigurationException problem(
            Node where, String field, String text, @Nullable Exception cause) {
        int line = where.getStartMark().getLine() + 1;
        int column = where.getStartMark().getColumn() + 1;
        InvalidInputException invalid = cause instanceof InvalidInputException it ? it : null;
        DataProblem problem =
                new DataProblem(
                        file,
                        line,
                        column,
                        field,
                        invalid == null ? text : invalid.problem(),
                        invalid == null ? FORM : invalid.expected());
        return new ConfigurationException(
                file
                        + ", line "
                        + line
                        + (field.isEmpty() ? "" : ", \"" + field + "\"")
                        + ": "
                        + text,
                REMEDY,
                new InvalidDataException(List.of(problem)));
    }
}
