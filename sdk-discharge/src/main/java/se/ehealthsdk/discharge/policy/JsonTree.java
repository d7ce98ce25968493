package se.ehealthsdk.discharge.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A small JSON document as maps, lists, texts, numbers and truths; {@code null} is an empty Optional. A key that comes twice
 * is an error.
 */
final class JsonTree {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(20)
                                    .maxDocumentLength(1_000_000)
                                    .maxNumberLength(20)
                                    .build())
                    .build();

    private JsonTree() {}

    static Map<String, Object> read(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidInputException("policy", "is no JSON object", "a policy file");
            }
            Map<String, Object> tree = object(parser);
            if (parser.nextToken() != null) {
                throw new InvalidInputException(
                        "policy", "goes on after its end", "one JSON object");
            }
            return tree;
        } catch (JsonProcessingException notJson) {
            throw new InvalidInputException(
                    "policy",
                    "is no JSON that can be read, at line " + line(notJson),
                    "a policy file, each key once, at most 1 000 000 bytes");
        }
    }

    private static String line(JsonProcessingException problem) {
        return problem.getLocation() == null
                ? "?"
                : String.valueOf(problem.getLocation().getLineNr());
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            all.put(name, value(parser, parser.nextToken()));
        }
        return all;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT:
                return object(parser);
            case START_ARRAY:
                List<Object> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken();
                        next != JsonToken.END_ARRAY;
                        next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                return items;
            case VALUE_NUMBER_INT:
            case VALUE_NUMBER_FLOAT:
                return parser.getDecimalValue();
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NULL:
                return Optional.empty();
            default:
                return parser.getText();
        }
    }
}
