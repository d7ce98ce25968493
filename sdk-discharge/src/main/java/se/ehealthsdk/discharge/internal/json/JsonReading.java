package se.ehealthsdk.discharge.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;

/** Reads strict JSON (RFC 8259) in UTF-8. A refusal tells where, and never what stood there. */
public final class JsonReading {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 100;

    /** Names of ours that a refusal may repeat; any other name could itself be personal. */
    private static final Set<String> SHOWN =
            Set.of(
                    "events",
                    "content",
                    "replacement",
                    "admission",
                    "patient",
                    "times",
                    "sender",
                    "recipients",
                    "transcription",
                    "participants");

    private final JsonFactory factory;
    private final int maxTextLength;

    private JsonReading(int maxDepth, int maxTextLength) {
        this.maxTextLength = maxTextLength;
        this.factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(maxDepth)
                                        .maxStringLength(maxTextLength)
                                        .maxNameLength(LONGEST_NAME)
                                        .maxNumberLength(LONGEST_NUMBER)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        // names from outside are not kept for the life of the JVM
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                        .build();
    }

    /** A reader with limits. */
    public static JsonReading limitedTo(int maxDepth, int maxTextLength) {
        return new JsonReading(maxDepth, maxTextLength);
    }

    /**
     * @param json UTF-8, with or without byte order mark
     * @throws InvalidInputException when it is no JSON, or exceeds a limit
     */
    public JsonValue read(byte[] json) {
        return read(decode(json));
    }

    /** As {@link #read(byte[])}, of characters. */
    public JsonValue read(String json) {
        try (JsonParser parser = factory.createParser(json)) {
            try {
                if (parser.nextToken() == null) {
                    throw new InvalidInputException("json", "is empty", "one JSON object");
                }
                JsonValue value = value(parser);
                if (parser.nextToken() != null) {
                    throw refused(parser, "more follows after the end", "one JSON object");
                }
                return value;
            } catch (StreamConstraintsException limit) {
                throw refused(
                        parser,
                        "exceeds a limit",
                        "less depth, a text of at most "
                                + maxTextLength
                                + " characters, shorter names and numbers");
            } catch (JsonParseException broken) {
                throw isDuplicate(broken)
                        ? refused(parser, "has a name twice", "each name once in an object")
                        : refused(parser, "is no JSON", "JSON as of RFC 8259, in UTF-8");
            }
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    private static String decode(byte[] json) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new InvalidInputException(
                    "json", "is not UTF-8", "JSON as of RFC 8259, in UTF-8");
        }
    }

    private JsonValue value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new JsonValue.Text(text(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Figure(parser.getText());
            case VALUE_TRUE -> new JsonValue.Flag(true);
            case VALUE_FALSE -> new JsonValue.Flag(false);
            case VALUE_NULL -> new JsonValue.Nothing();
            default -> throw refused(parser, "is no JSON", "JSON as of RFC 8259, in UTF-8");
        };
    }

    private JsonValue members(JsonParser parser) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser);
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonValue.Members(members);
    }

    private JsonValue items(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new JsonValue.Items(items);
    }

    private static String text(JsonParser parser) throws IOException {
        String text = parser.getText();
        if (!isWellFormed(text)) {
            throw refused(parser, "holds half a character", "characters of Unicode");
        }
        return text;
    }

    /** Whether each surrogate has its other half; UTF-8 cannot write others. */
    static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isDuplicate(JsonProcessingException broken) {
        return broken.getOriginalMessage().startsWith("Duplicate");
    }

    private static InvalidInputException refused(
            JsonParser parser, String problem, String expected) {
        JsonLocation at = parser.currentLocation();
        return new InvalidInputException(
                path(parser.getParsingContext()),
                problem + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")",
                expected);
    }

    private static String path(JsonStreamContext innermost) {
        Deque<JsonStreamContext> outermostFirst = new ArrayDeque<>();
        for (@Nullable JsonStreamContext at = innermost; at != null; at = at.getParent()) {
            outermostFirst.push(at);
        }
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at : outermostFirst) {
            if (at.inArray() && at.hasCurrentIndex()) {
                path.append('[').append(at.getCurrentIndex()).append(']');
            } else if (at.inObject()) {
                String name = at.getCurrentName();
                if (name == null || !SHOWN.contains(name)) {
                    break;
                }
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "json" : path.toString();
    }
}
