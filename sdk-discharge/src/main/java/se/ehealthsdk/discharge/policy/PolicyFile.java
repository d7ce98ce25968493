package se.ehealthsdk.discharge.policy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.policy.PolicyValues.Setting;

/** Reads a policy file: its head, its sources, and what it says in place of the policy that it extends. */
final class PolicyFile {

    private static final Set<String> HEAD =
            Set.of("id", "name", "extends", "from", "to", "sources");
    private static final Set<String> SETTING =
            Set.of("value", "source", "paragraph", "confidence", "note");

    private PolicyFile() {}

    /**
     * @param known finds a policy that is extended; empty when there is none of that id
     */
    static Policy read(InputStream in, Function<String, Optional<Policy>> known)
            throws IOException {
        Map<String, Object> file = JsonTree.read(in);
        String id = text(file, "id");
        Optional<Policy> parent =
                file.containsKey("extends")
                        ? Optional.of(parent(text(file, "extends"), known))
                        : Optional.empty();
        Map<String, Setting> settings = new LinkedHashMap<>();
        parent.ifPresent(extended -> settings.putAll(extended.settings()));
        Map<String, String> sources = sources(file);
        for (Map.Entry<String, Object> section : file.entrySet()) {
            if (!HEAD.contains(section.getKey())) {
                if (!Policy.SECTIONS.contains(section.getKey())) {
                    throw PolicyValues.unknown(section.getKey(), Policy.SECTIONS);
                }
                for (Map.Entry<?, ?> each :
                        object(section.getKey(), section.getValue()).entrySet()) {
                    String key = section.getKey() + "." + each.getKey();
                    settings.put(key, setting(key, object(key, each.getValue()), sources));
                }
            }
        }
        return Policy.of(
                new Policy.Head(
                        id,
                        text(file, "name"),
                        day(file, "from"),
                        file.containsKey("to") ? Optional.of(day(file, "to")) : Optional.empty(),
                        parent.map(Policy::id),
                        List.copyOf(sources.values())),
                settings);
    }

    private static Policy parent(String id, Function<String, Optional<Policy>> known) {
        return known.apply(id)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "policy.extends",
                                        "names a policy that is not there",
                                        "the id of one that is shipped or was given"));
    }

    private static Map<String, String> sources(Map<String, Object> file) {
        Map<String, String> sources = new LinkedHashMap<>();
        if (file.containsKey("sources")) {
            for (Map.Entry<?, ?> each : object("sources", file.get("sources")).entrySet()) {
                sources.put(
                        String.valueOf(each.getKey()),
                        string("sources." + each.getKey(), each.getValue()));
            }
        }
        return sources;
    }

    private static Setting setting(String key, Map<?, ?> object, Map<String, String> sources) {
        for (Object part : object.keySet()) {
            if (!SETTING.contains(part)) {
                throw PolicyValues.unknown(key + "." + part, SETTING);
            }
        }
        Object value = there(key + ".value", object.get("value"));
        String source = string(key + ".source", object.get("source"));
        String act = sources.get(source);
        if (act == null) {
            throw new InvalidInputException(
                    "policy." + key + ".source",
                    "is not among the file's sources",
                    "one of " + sources.keySet());
        }
        return new Setting(
                value.equals(Optional.empty()) ? Optional.empty() : Optional.of(value),
                new Origin(
                        new LegalReference(
                                act, optional(key, object, "paragraph"), confidence(key, object)),
                        optional(key, object, "note")));
    }

    private static LegalReference.Confidence confidence(String key, Map<?, ?> object) {
        String name = string(key + ".confidence", object.get("confidence"));
        for (LegalReference.Confidence each : LegalReference.Confidence.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new InvalidInputException(
                "policy." + key + ".confidence",
                "is not of the right form",
                "one of " + List.of(LegalReference.Confidence.values()));
    }

    private static Optional<String> optional(String key, Map<?, ?> object, String part) {
        return object.containsKey(part)
                ? Optional.of(string(key + "." + part, object.get(part)))
                : Optional.empty();
    }

    private static LocalDate day(Map<String, Object> file, String key) {
        try {
            return LocalDate.parse(text(file, key));
        } catch (DateTimeParseException noDate) {
            throw new InvalidInputException(
                    "policy." + key, "is no date", "a Swedish date, as 2020-01-01");
        }
    }

    private static String text(Map<String, Object> file, String key) {
        return string(key, file.get(key));
    }

    private static String string(String key, @Nullable Object value) {
        if (!(there(key, value) instanceof String text) || text.isBlank()) {
            throw new InvalidInputException("policy." + key, "is no text", "a text");
        }
        return text;
    }

    private static Map<?, ?> object(String key, @Nullable Object value) {
        if (!(there(key, value) instanceof Map<?, ?> object)) {
            throw new InvalidInputException(
                    "policy." + key,
                    "is no object",
                    "{\"value\": ..., \"source\": ..., \"confidence\": ...} by key");
        }
        return object;
    }

    private static Object there(String key, @Nullable Object value) {
        if (value == null) {
            throw new InvalidInputException("policy." + key, "is missing", "a value");
        }
        return value;
    }
}
