package se.ehealthsdk.testkit.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Makes things that a schema permits, with values from short lists where only some texts are right. */
final class RandomData {

    static final List<String> NUMBERS =
            List.of(
                    "191212121212",
                    "189001069807",
                    "190002289809",
                    "201212121212",
                    "200002299816",
                    "189912319820",
                    "197010632391",
                    "199001012385",
                    "202406019832");

    private static final List<String> TEXTS =
            List.of(
                    "x",
                    "Ängen",
                    "två ord",
                    "0100000001",
                    "true",
                    "no",
                    "~",
                    "- a: b",
                    "\"quoted\" 'and' \\ more",
                    "# not a comment",
                    "rad ett\nrad två",
                    "<script>alert(1)</script>",
                    "0o17",
                    "1e3",
                    "2020-01-01",
                    "& * ! % @ `",
                    "\uD83D\uDE00");

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final JsonNode definitions;
    private final Random random;
    private int ids;

    RandomData(JsonNode schema, Random random) {
        this.definitions = schema.get("definitions");
        this.random = random;
    }

    String text(String definition) {
        return make(definition).toString();
    }

    ObjectNode make(String definition) {
        JsonNode form = definitions.get(definition);
        ObjectNode out = MAKE.objectNode();
        boolean careUnit = random.nextBoolean();
        form.get("properties")
                .fields()
                .forEachRemaining(
                        each -> {
                            boolean must = false;
                            for (JsonNode name : form.path("required")) {
                                must |= name.asText().equals(each.getKey());
                            }
                            boolean excluded =
                                    each.getKey().equals("careProvider") && !careUnit
                                            || each.getKey().equals("memberOf") && careUnit;
                            if (must || !excluded && random.nextInt(3) == 0) {
                                out.set(each.getKey(), value(each.getValue()));
                            }
                        });
        if (definition.equals("address")) {
            boolean parts = out.has("postCode") || out.has("town");
            if (parts) {
                out.put("postCode", "123 45").put("town", "Påhittad");
            } else {
                out.remove(List.of("addressees", "street", "premisesNumber", "premisesLetter"));
            }
        }
        return out;
    }

    private JsonNode value(JsonNode kind) {
        if (kind.has("$ref")) {
            return make(kind.get("$ref").asText().replace("#/definitions/", ""));
        }
        if (kind.has("anyOf")) {
            return value(kind.get("anyOf").get(random.nextInt(2)));
        }
        return switch (kind.get("type").asText()) {
            case "boolean" -> MAKE.booleanNode(random.nextBoolean());
            case "integer" ->
                    MAKE.numberNode(
                            kind.get("minimum").asInt()
                                    + random.nextInt(
                                            kind.get("maximum").asInt()
                                                    - kind.get("minimum").asInt()
                                                    + 1));
            case "array" -> {
                ArrayNode all = MAKE.arrayNode();
                int least = kind.path("minItems").asInt(0);
                int most = Math.min(3, kind.get("maxItems").asInt());
                for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
                    all.add(value(kind.get("items")));
                }
                yield all;
            }
            default -> MAKE.textNode(string(kind));
        };
    }

    private String string(JsonNode kind) {
        String pattern = kind.path("pattern").asText("");
        if (pattern.isEmpty() || pattern.startsWith("[^ ")) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
        String example = kind.get("examples").get(0).asText();
        if (pattern.contains("[1-7]")) {
            return hours();
        }
        if (example.startsWith("TSTNMT")) {
            return "T-" + ids++;
        }
        if (example.equals("191212121212")) {
            return random.nextInt(8) == 0
                    ? "1.2.752.97.3.1.3 19121212ABCD"
                    : NUMBERS.get(random.nextInt(NUMBERS.size()));
        }
        if (example.equals("02-99")) {
            return random.nextBoolean() ? "02-99" : "00-17 # bara barn";
        }
        return example;
    }

    private String hours() {
        return List.of(
                        "1-5 08:00-17:00",
                        "1-7 00:00-24:00",
                        "6-1 09:30-12:00 # Sommar",
                        "1-5 08:00-17:00 #  # 20260601",
                        "1-5 08:00-17:00 # Sommar # 20260601",
                        "1-5 08:00-17:00 # Sommar # 20260601 # 20260831",
                        "1-5 08:00-17:00 #  #  # 20260831")
                .get(random.nextInt(7));
    }
}
