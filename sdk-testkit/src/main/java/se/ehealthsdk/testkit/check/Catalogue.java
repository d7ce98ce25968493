package se.ehealthsdk.testkit.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.ehealthsdk.core.error.InvalidInputException;

/** The rules as they stand in the resource file, with the sentences of their findings. */
final class Catalogue {

    private static final String RESOURCE = "rules.yaml";

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Text> whats = new LinkedHashMap<>();

    private Catalogue() {}

    static Catalogue shipped() {
        Catalogue catalogue = new Catalogue();
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            Map<String, Map<String, Object>> all =
                    new Yaml(new SafeConstructor(new LoaderOptions()))
                            .load(Objects.requireNonNull(in, RESOURCE));
            all.forEach(catalogue::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return catalogue;
    }

    private void add(String id, Map<String, Object> entry) {
        rules.put(
                id,
                new Rule(
                        id,
                        Severity.valueOf(string(id, entry, "severity")),
                        text(id, entry, "title"),
                        text(id, entry, "why"),
                        text(id, entry, "right"),
                        string(id, entry, "source")));
        whats.put(id, text(id, entry, "what"));
    }

    private static String string(String id, Map<String, Object> entry, String key) {
        return Objects.requireNonNull(entry.get(key), () -> id + "." + key).toString();
    }

    /** Swedish, then English. */
    private static Text text(String id, Map<String, Object> entry, String key) {
        if (!(entry.get(key) instanceof List<?> both) || both.size() != 2) {
            throw new IllegalStateException(
                    RESOURCE + ": " + id + "." + key + " is no pair of texts");
        }
        return new Text(both.get(0).toString(), both.get(1).toString());
    }

    List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    Rule rule(String id) {
        Rule found = rules.get(id);
        if (found == null) {
            throw new InvalidInputException("id", "is no rule's", "an id of Rules.all()");
        }
        return found;
    }

    Text what(Rule rule, Object... values) {
        Text template = Objects.requireNonNull(whats.get(rule.id()), rule.id());
        return new Text(
                filled(template.swedish(), values, true),
                filled(template.english(), values, false));
    }

    /** Puts values where {@code {0}} and {@code {1}} stand; values that are texts go in by language. */
    private static String filled(String template, Object[] values, boolean swedish) {
        String filled = template;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            String words =
                    value instanceof Text text
                            ? swedish ? text.swedish() : text.english()
                            : String.valueOf(value);
            filled = filled.replace("{" + i + "}", words);
        }
        return filled;
    }
}
