package se.ehealthsdk.testkit.internal.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;

/** Writes names and values as JSON. */
public final class JsonText {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonText() {}

    public static String write(Map<String, ?> all) {
        try {
            return MAPPER.writeValueAsString(all) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts, numbers and lists can be written", impossible);
        }
    }
}
