package se.ehealthsdk.testkit.internal.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reading and writing JSON. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            com.fasterxml.jackson.core.JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(64)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    static byte[] write(Shape shape) {
        try {
            return MAPPER.writeValueAsBytes(shape.fields());
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    static String text(Shape shape) {
        return new String(write(shape), java.nio.charset.StandardCharsets.UTF_8);
    }

    static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    /** An object as names and values. */
    static java.util.Map<String, Object> map(@org.jspecify.annotations.Nullable JsonNode node) {
        return node == null
                ? java.util.Map.of()
                : MAPPER.convertValue(
                        node,
                        new com.fasterxml.jackson.core.type.TypeReference<
                                java.util.Map<String, Object>>() {});
    }

    /** What is read; refused when it is no JSON. */
    static JsonNode read(byte[] json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node == null || node.isMissingNode()) {
                throw Refusal.of(400, "The body is empty; expected a JSON object.");
            }
            return node;
        } catch (JsonProcessingException wrong) {
            throw Refusal.of(
                    400,
                    "The body is no JSON, in line "
                            + wrong.getLocation().getLineNr()
                            + ", column "
                            + wrong.getLocation().getColumnNr()
                            + ".");
        } catch (IOException wrong) {
            throw Refusal.of(400, "The body is no JSON in UTF-8.");
        }
    }
}
