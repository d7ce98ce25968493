package se.ehealthsdk.discharge.policy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.internal.json.JsonReading;
import se.ehealthsdk.discharge.internal.json.JsonValue;

/** A small JSON object as maps, lists, texts, numbers and truths; {@code null} is an empty Optional. */
final class JsonTree {

    private static final int LONGEST_FILE = 1_000_000;
    private static final JsonReading JSON = JsonReading.limitedTo(20, 100_000);

    private JsonTree() {}

    static Map<String, Object> read(InputStream in) throws IOException {
        byte[] file = in.readNBytes(LONGEST_FILE + 1);
        if (file.length > LONGEST_FILE) {
            throw new InvalidInputException("policy", "is too long", "at most 1 000 000 bytes");
        }
        if (!(tree(file) instanceof JsonValue.Members object)) {
            throw new InvalidInputException("policy", "is no JSON object", "a policy file");
        }
        return plain(object);
    }

    private static JsonValue tree(byte[] file) {
        try {
            return JSON.read(file);
        } catch (InvalidInputException noJson) {
            throw new InvalidInputException("policy", noJson.problem(), noJson.expected());
        }
    }

    private static Map<String, Object> plain(JsonValue.Members object) {
        Map<String, Object> all = new LinkedHashMap<>();
        object.values().forEach((name, value) -> all.put(name, plain(value)));
        return all;
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonValue.Members object) {
            return plain(object);
        } else if (value instanceof JsonValue.Items items) {
            return items.values().stream().map(JsonTree::plain).toList();
        } else if (value instanceof JsonValue.Figure number) {
            return decimal(number.literal());
        } else if (value instanceof JsonValue.Flag flag) {
            return flag.value();
        }
        return value instanceof JsonValue.Text text ? text.value() : Optional.empty();
    }

    private static BigDecimal decimal(String literal) {
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException exponentTooLarge) {
            throw new InvalidInputException(
                    "policy", "holds a number that is too large", "numbers below 1000");
        }
    }
}
