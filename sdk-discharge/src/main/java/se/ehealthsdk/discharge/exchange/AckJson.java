package se.ehealthsdk.discharge.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.MessageId;

/** An acknowledgement as JSON, the same bytes each time. */
final class AckJson {

    private static final int LONGEST_TEXT = 1000;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{0,63}");
    private static final Pattern RULE = Pattern.compile("[A-Z][A-Z_]{0,63}");

    private AckJson() {}

    static byte[] write(Acknowledgement ack) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = Envelope.JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("messageId", ack.message().value());
            json.writeStringField("status", wire(ack.status()));
            optional(json, "code", ack.code());
            optional(json, "rule", ack.rule());
            optional(json, "text", ack.text());
            if (!ack.unknownRecipients().isEmpty()) {
                json.writeArrayFieldStart("unknownRecipients");
                for (HsaId unit : ack.unknownRecipients().stream().sorted().toList()) {
                    json.writeString(unit.value());
                }
                json.writeEndArray();
            }
            json.writeStringField("at", ack.at().toString());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private static void optional(JsonGenerator json, String field, Optional<String> value)
            throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        }
    }

    /**
     * Reads one, leaving out what it does not know.
     *
     * @throws InvalidInputException when it is none
     */
    static Acknowledgement read(byte[] bytes) {
        Map<String, String> texts = new HashMap<>();
        Set<HsaId> unknown = new LinkedHashSet<>();
        try (JsonParser json = Envelope.JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    texts.put(field, json.getText());
                } else if (value == JsonToken.START_ARRAY && field.equals("unknownRecipients")) {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        unknown.add(HsaId.of(json.getText()));
                    }
                } else {
                    json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw wrong("ends too early");
            }
            return new Acknowledgement(
                    MessageId.of(needed(texts.get("messageId"))),
                    status(needed(texts.get("status"))),
                    token(texts.get("code"), CODE),
                    token(texts.get("rule"), RULE),
                    text(texts.get("text")),
                    unknown,
                    Instant.parse(needed(texts.get("at"))));
        } catch (IOException | DateTimeException malformed) {
            throw wrong("is no JSON, or lacks its time");
        }
    }

    static String wire(Acknowledgement.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Acknowledgement.Status status(String wire) {
        for (Acknowledgement.Status status : Acknowledgement.Status.values()) {
            if (wire(status).equals(wire)) {
                return status;
            }
        }
        throw wrong("has a status that there is not");
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(it -> it.length() > LONGEST_TEXT ? it.substring(0, LONGEST_TEXT) : it);
    }

    /** Codes are logged: what is none may hold anything. */
    private static Optional<String> token(@Nullable String value, Pattern form) {
        return Optional.ofNullable(value).map(it -> form.matcher(it).matches() ? it : "unknown");
    }

    private static String needed(@Nullable String value) {
        if (value == null) {
            throw wrong("lacks a field that it has to have");
        }
        return value;
    }

    private static InvalidInputException wrong(String problem) {
        return new InvalidInputException(
                "acknowledgement", problem, "as docs/openapi/discharge-exchange.yaml");
    }
}
