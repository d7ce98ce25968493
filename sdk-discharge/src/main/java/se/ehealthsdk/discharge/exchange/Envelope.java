package se.ehealthsdk.discharge.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;

/**
 * What is around a message on the wire. New for each sending, but for what it says of the message.
 *
 * @param id its own
 * @param sentAt when this envelope was sent
 * @param message the event's id
 * @param caseId the event's case
 * @param recipients the units of the receiving system that it is for
 * @param sequence the message's place among those of its case from one system to another; rising, with gaps
 * @param after the highest place below it that the sender knows to have been taken; 0 for none
 * @param letter the event, as JSON, the same bytes each time
 */
record Envelope(
        String id,
        Instant sentAt,
        MessageId message,
        CaseId caseId,
        List<HsaId> recipients,
        long sequence,
        long after,
        byte[] letter) {

    private static final int MOST_RECIPIENTS = 1000;
    private static final int LONGEST_ID = 64;

    static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(64)
                                    .maxNumberLength(40)
                                    .maxStringLength(1 << 20)
                                    .maxNameLength(256)
                                    .build())
                    .build();

    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(letter.length + 512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("envelopeId", id);
            json.writeStringField("sentAt", sentAt.toString());
            json.writeStringField("messageId", message.value());
            json.writeStringField("caseId", caseId.value());
            json.writeArrayFieldStart("recipients");
            for (HsaId unit : recipients) {
                json.writeString(unit.value());
            }
            json.writeEndArray();
            json.writeNumberField("sequence", sequence);
            json.writeNumberField("after", after);
            json.writeFieldName("event");
            json.writeRawValue(new String(letter, StandardCharsets.UTF_8));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * Reads one. Fields that it does not know are left out.
     *
     * @throws InvalidInputException when it is no envelope; names the field, never what is in it
     */
    static Envelope read(byte[] bytes) {
        Fields fields = new Fields();
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("envelope", "is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                fields.read(json, bytes);
            }
            if (json.nextToken() != null) {
                throw wrong("envelope", "is followed by something");
            }
        } catch (IOException malformed) {
            // its message may quote what it could not read
            throw wrong("envelope", "is no JSON, or damaged, or nested too deep");
        }
        return fields.envelope();
    }

    private static InvalidInputException wrong(String field, String problem) {
        return new InvalidInputException(field, problem, "as docs/openapi/discharge-exchange.yaml");
    }

    private static final class Fields {
        private @Nullable String id;
        private @Nullable Instant sentAt;
        private @Nullable MessageId message;
        private @Nullable CaseId caseId;
        private final List<HsaId> recipients = new ArrayList<>();
        private long sequence = -1;
        private long after = -1;
        private byte @Nullable [] letter;

        void read(JsonParser json, byte[] bytes) throws IOException {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "envelopeId" -> id = id(json);
                case "sentAt" -> sentAt = instant(json);
                case "messageId" -> message = MessageId.of(text(json, field));
                case "caseId" -> caseId = CaseId.of(text(json, field));
                case "recipients" -> recipients(json);
                case "sequence" -> sequence = number(json, field);
                case "after" -> after = number(json, field);
                case "event" -> letter = letter(json, bytes);
                default -> json.skipChildren();
            }
        }

        private static String id(JsonParser json) throws IOException {
            String value = text(json, "envelopeId");
            if (value.isEmpty()
                    || value.length() > LONGEST_ID
                    || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw wrong("envelopeId", "is no identifier of 1 to 64 visible characters");
            }
            return value;
        }

        private static Instant instant(JsonParser json) throws IOException {
            try {
                return Instant.parse(text(json, "sentAt"));
            } catch (DateTimeException notOne) {
                throw wrong("sentAt", "is no time in UTC");
            }
        }

        private void recipients(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw wrong("recipients", "is no array");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (recipients.size() == MOST_RECIPIENTS) {
                    throw wrong("recipients", "are too many");
                }
                recipients.add(HsaId.of(text(json, "recipients")));
            }
        }

        private static long number(JsonParser json, String field) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw wrong(field, "is no whole number");
            }
            return json.getLongValue();
        }

        private static String text(JsonParser json, String field) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw wrong(field, "is no text");
            }
            return json.getText();
        }

        /** The very bytes, so that one letter can be told from another. */
        private static byte[] letter(JsonParser json, byte[] bytes) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw wrong("event", "is no object");
            }
            int from = (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            int to = (int) json.currentLocation().getByteOffset();
            if (from < 0) {
                throw wrong("envelope", "is not in UTF-8");
            }
            return Arrays.copyOfRange(bytes, from, to);
        }

        Envelope envelope() {
            if (id == null
                    || sentAt == null
                    || message == null
                    || caseId == null
                    || letter == null
                    || recipients.isEmpty()) {
                throw wrong("envelope", "lacks a field that it has to have");
            }
            if (after < 0 || sequence <= after) {
                throw wrong("sequence", "is missing, or not above after");
            }
            return new Envelope(
                    id, sentAt, message, caseId, List.copyOf(recipients), sequence, after, letter);
        }
    }

    /** Its id and the message's. */
    @Override
    public String toString() {
        return "Envelope[" + id + " with " + message + "]";
    }
}
