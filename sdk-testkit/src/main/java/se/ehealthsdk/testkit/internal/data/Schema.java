package se.ehealthsdk.testkit.internal.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The JSON Schema (draft 7, which editors know) of a form: what follows from the same table that text is checked by. */
public final class Schema {

    private static final String ABOUT = "description";

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private Schema() {}

    /** That of a whole file, with a definition for each thing in it. */
    public static Map<String, Object> ofFile() {
        Schema schema = new Schema();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("$schema", "http://json-schema.org/draft-07/schema#");
        all.put("title", "Data for the stand-in national services");
        all.putAll(schema.mapping(Forms.FILE));
        all.put("definitions", schema.definitions);
        return all;
    }

    private Map<String, Object> mapping(Form form) {
        Map<String, Object> fields = new LinkedHashMap<>();
        form.fields()
                .forEach(
                        (name, field) -> {
                            Map<String, Object> kind = new LinkedHashMap<>(kind(field.kind()));
                            if (!field.about().isEmpty() && !kind.containsKey("$ref")) {
                                kind.put(ABOUT, field.about());
                            }
                            fields.put(name, kind);
                        });
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(ABOUT, form.about());
        out.put("type", "object");
        out.put("additionalProperties", false);
        if (!form.required().isEmpty()) {
            out.put("required", List.copyOf(form.required()));
        }
        List<Object> never = new ArrayList<>();
        form.exclusive().forEach(each -> never.add(Map.of("required", each)));
        if (!never.isEmpty()) {
            out.put("not", never.size() == 1 ? never.get(0) : Map.of("anyOf", never));
        }
        out.put("properties", fields);
        return out;
    }

    private Map<String, Object> kind(Kind kind) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (kind instanceof Kind.Text text) {
            out.put("type", "string");
            text.pattern().map(Pattern::pattern).ifPresent(it -> out.put("pattern", it));
            if (text.pattern().isPresent()) {
                out.put("examples", List.of(text.example()));
            }
        } else if (kind instanceof Kind.Flag) {
            out.put("type", "boolean");
        } else if (kind instanceof Kind.Whole whole) {
            out.put("type", "integer");
            out.put("minimum", whole.least());
            out.put("maximum", whole.most());
        } else if (kind instanceof Kind.Listed listed) {
            out.put("type", "array");
            if (listed.least() > 0) {
                out.put("minItems", listed.least());
            }
            out.put("maxItems", listed.most());
            out.put("items", kind(listed.of()));
        } else if (kind instanceof Kind.Either either) {
            out.put("anyOf", List.of(kind(either.first()), kind(either.second())));
        } else if (kind instanceof Kind.Nested nested) {
            Form form = nested.form().get();
            if (!definitions.containsKey(form.name())) {
                definitions.put(form.name(), Map.of());
                definitions.put(form.name(), mapping(form));
            }
            out.put("$ref", "#/definitions/" + form.name());
        }
        return out;
    }
}
