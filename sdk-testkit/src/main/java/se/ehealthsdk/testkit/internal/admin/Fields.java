package se.ehealthsdk.testkit.internal.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/** The fields of a JSON object on its way in; each that is wrong is refused by its name. */
final class Fields {

    private final JsonNode node;
    private final String where;

    private Fields(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    /** An object with no other fields than these. */
    static Fields of(JsonNode node, String... known) {
        return of(node, "", known);
    }

    private static Fields of(JsonNode node, String where, String... known) {
        if (!node.isObject()) {
            throw where.isEmpty()
                    ? Refusal.of(400, "The body is no JSON object.")
                    : Refusal.field(400, where, "is no object", "a JSON object");
        }
        Set<String> names = Set.of(known);
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!names.contains(name)) {
                                throw Refusal.of(
                                        400,
                                        "There is a field that is not known"
                                                + (where.isEmpty() ? "" : " in " + where)
                                                + "; expected "
                                                + String.join(", ", known)
                                                + ".");
                            }
                        });
        return new Fields(node, where);
    }

    private String path(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    private @Nullable JsonNode at(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String name) {
        return at(name) != null;
    }

    Optional<String> text(String name) {
        JsonNode value = at(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(name, "is no text", "a text");
        }
        return Optional.of(value.textValue());
    }

    String required(String name) {
        return text(name)
                .filter(each -> !each.isBlank())
                .orElseThrow(() -> wrong(name, "is missing", "a text"));
    }

    OptionalLong whole(String name) {
        JsonNode value = at(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw wrong(name, "is no whole number", "a whole number");
        }
        return OptionalLong.of(value.longValue());
    }

    OptionalInt count(String name) {
        OptionalLong value = whole(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.getAsLong() < 0 || value.getAsLong() > Integer.MAX_VALUE) {
            throw wrong(name, "is out of range", "0 to " + Integer.MAX_VALUE);
        }
        return OptionalInt.of((int) value.getAsLong());
    }

    Optional<Double> number(String name) {
        JsonNode value = at(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw wrong(name, "is no number", "a number");
        }
        return Optional.of(value.doubleValue());
    }

    boolean isTrue(String name) {
        JsonNode value = at(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "is not true or false", "true or false");
        }
        return value != null && value.booleanValue();
    }

    Optional<Instant> moment(String name) {
        return text(name)
                .map(
                        text -> {
                            try {
                                return OffsetDateTime.parse(text).toInstant();
                            } catch (DateTimeException none) {
                                throw wrong(name, "is no moment", "as 2026-11-24T08:00:00Z");
                            }
                        });
    }

    Optional<LocalDate> day(String name) {
        return text(name)
                .map(
                        text -> {
                            try {
                                return LocalDate.parse(text);
                            } catch (DateTimeException none) {
                                throw wrong(name, "is no day", "as 2026-11-24");
                            }
                        });
    }

    Optional<HsaId> hsaId(String name) {
        return text(name).map(text -> hsaId(path(name), text));
    }

    HsaId requiredHsaId(String name) {
        return hsaId(path(name), required(name));
    }

    static HsaId hsaId(String field, String text) {
        try {
            return HsaId.of(text);
        } catch (InvalidInputException none) {
            throw Refusal.field(400, field, "is no HSA-id", "as SE2321000016-1001");
        }
    }

    Optional<URI> address(String name) {
        return text(name)
                .map(
                        text -> {
                            try {
                                URI uri = new URI(text);
                                String scheme = String.valueOf(uri.getScheme());
                                if (uri.getHost() != null
                                        && uri.getUserInfo() == null
                                        && (scheme.equals("https") || scheme.equals("http"))) {
                                    return uri;
                                }
                            } catch (URISyntaxException none) {
                                // told below
                            }
                            throw wrong(name, "is no address", "https://host:port/path");
                        });
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list(name)) {
            if (!each.isTextual()) {
                throw wrong(name, "has something that is no text", "a list of texts");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    List<Fields> objects(String name, String... known) {
        List<Fields> objects = new ArrayList<>();
        int index = 0;
        for (JsonNode each : list(name)) {
            objects.add(of(each, path(name) + "[" + index++ + "]", known));
        }
        return objects;
    }

    private Iterable<JsonNode> list(String name) {
        JsonNode value = at(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "is no list", "a list");
        }
        return value;
    }

    Optional<Fields> object(String name, String... known) {
        JsonNode value = at(name);
        return value == null ? Optional.empty() : Optional.of(of(value, path(name), known));
    }

    JsonNode requiredNode(String name) {
        JsonNode value = at(name);
        if (value == null || !value.isObject()) {
            throw wrong(name, value == null ? "is missing" : "is no object", "a JSON object");
        }
        return value;
    }

    /** Names and texts; numbers and truth values are taken as they are written. */
    Map<String, String> map(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode value = at(name);
        if (value == null) {
            return values;
        }
        if (!value.isObject()) {
            throw wrong(name, "is no object", "a JSON object of texts");
        }
        value.fields()
                .forEachRemaining(
                        each -> {
                            if (!each.getValue().isValueNode() || each.getValue().isNull()) {
                                throw wrong(
                                        name, "has a value that is no text", "texts and numbers");
                            }
                            values.put(each.getKey(), each.getValue().asText());
                        });
        return values;
    }

    Refusal wrong(String name, String problem, String expected) {
        return Refusal.field(400, path(name), problem, expected);
    }
}
