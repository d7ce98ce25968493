package se.ehealthsdk.discharge.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.internal.json.JsonReading;
import se.ehealthsdk.discharge.internal.json.JsonValue;
import se.ehealthsdk.discharge.internal.json.JsonWriting.Style;

/**
 * An event, or the log of events of a case, as JSON in UTF-8. What is written is read as the same; kinds of events that this
 * version does not know are kept with all that they say.
 *
 * <p>Written: moments with Swedish offset, days as {@code yyyy-MM-dd}, fields in one order, so that the same events give the
 * same bytes. Read: other fields than the known ones are passed over; a moment without offset is Swedish time; names that come
 * twice, {@code NaN}, comments and what exceeds {@link JsonLimits} are refused. No rule of the case is applied: hold what was
 * read against {@link DischargeCase}.
 *
 * <p>A refusal is an {@link InvalidInputException} whose {@code field()} is the path, for example {@code
 * events[3].content.judgedAt}, and which holds nothing of what stood there.
 *
 * <p>Format: {@code docs/discharge-json.md}.
 */
public final class CaseJson {

    /** The version that is written. Documents of later versions are read too, as far as they are understood. */
    public static final int FORMAT_VERSION = 1;

    private static final JsonLimits LIMITS = JsonLimits.DEFAULT;
    private static final Style EVENT = Style.compact(LIMITS.eventDepth(), LIMITS.maxTextLength());
    private static final Style CASE = Style.indented(LIMITS.maxDepth(), LIMITS.maxTextLength());
    private static final JsonReading EVENT_READING =
            JsonReading.limitedTo(LIMITS.eventDepth(), LIMITS.maxTextLength());

    private CaseJson() {}

    /**
     * One event, on one line.
     *
     * @throws InvalidInputException when something in it cannot be read again: a year above 9999, a text of more than
     *     100 000 characters or with half a character, unknown content that is no JSON object
     */
    public static byte[] write(CaseEvent event) {
        return sized(EVENT.object(json -> EventCodec.writeEvent(event, json)));
    }

    /**
     * A case, indented for people.
     *
     * @throws InvalidInputException as {@link #write(CaseEvent)}
     */
    public static byte[] write(DischargeCase dischargeCase) {
        return write(dischargeCase.events());
    }

    /**
     * The log of a case, indented for people. What differs from the first event in case or patient is written too.
     *
     * @param log at least one event, in the order in which they were accepted
     * @throws InvalidInputException as {@link #write(CaseEvent)}, and when there is none or more than 10 000
     */
    public static byte[] write(List<CaseEvent> log) {
        EventCodec.requireNumber(log.size(), LIMITS);
        return sized(CASE.object(json -> EventCodec.writeLog(log, json)));
    }

    /**
     * @throws InvalidInputException when it is no event in this format; the field is the path
     */
    public static CaseEvent readEvent(byte[] json) {
        requireSize(json, LIMITS);
        return EventCodec.readEvent(EVENT_READING.read(json));
    }

    /** As {@link #readEvent(byte[])}, within other limits. */
    public static CaseEvent readEvent(byte[] json, JsonLimits limits) {
        return EventCodec.readEvent(parse(json, limits, limits.eventDepth()));
    }

    /**
     * The log of a case, in the order in which it is written. What {@link DischargeCase} makes of it is for the caller to ask.
     *
     * @return at least one event
     * @throws InvalidInputException when it is no case in this format; the field is the path
     */
    public static List<CaseEvent> readCase(byte[] json) {
        return readCase(json, LIMITS);
    }

    /** As {@link #readCase(byte[])}, within other limits. */
    public static List<CaseEvent> readCase(byte[] json, JsonLimits limits) {
        return EventCodec.readLog(parse(json, limits, limits.maxDepth()), limits);
    }

    /**
     * As {@link #readCase(byte[])}, of a stream, which is read to its end or to the limit and not closed.
     *
     * @throws IOException when the stream cannot be read
     */
    public static List<CaseEvent> readCase(InputStream json) throws IOException {
        return readCase(json.readNBytes(LIMITS.maxBytes() + 1), LIMITS);
    }

    private static JsonValue parse(byte[] json, JsonLimits limits, int depth) {
        requireSize(json, limits);
        return JsonReading.limitedTo(depth, limits.maxTextLength()).read(json);
    }

    private static byte[] sized(byte[] json) {
        requireSize(json, LIMITS);
        return json;
    }

    private static void requireSize(byte[] json, JsonLimits limits) {
        if (json.length > limits.maxBytes()) {
            throw new InvalidInputException(
                    "json", "is too large", "at most " + limits.maxBytes() + " bytes");
        }
    }

    /** An object that was read, on one line. */
    static String compact(JsonValue.Members members) {
        return new String(EVENT.object(json -> json.members(members)), StandardCharsets.UTF_8);
    }
}
