package se.ehealthsdk.discharge.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Transcription;
import se.ehealthsdk.discharge.internal.json.JsonFields;
import se.ehealthsdk.discharge.internal.json.JsonValue;
import se.ehealthsdk.discharge.internal.json.JsonWriting;

/** The envelope: an event, and the log of a case. */
final class EventCodec {

    private static final String VERSION = "formatVersion";
    private static final String EXPECTED_VERSION = "a whole number from 1";
    private static final Pattern WHOLE_FROM_ONE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String CASE_ID = "caseId";
    private static final String PATIENT = "patient";
    private static final String EVENTS = "events";

    /** What the events of a case need not repeat. */
    private record Common(
            Optional<CaseId> caseId,
            Optional<PersonId> patient,
            Map<String, Participant> participants) {

        static final Common NONE = new Common(Optional.empty(), Optional.empty(), Map.of());
    }

    private EventCodec() {}

    static void requireNumber(int events, JsonLimits limits) {
        if (events == 0) {
            throw new InvalidInputException(EVENTS, "is empty", "at least one event");
        }
        if (events > limits.maxEvents()) {
            throw new InvalidInputException(
                    EVENTS, "has too many", "at most " + limits.maxEvents() + " events");
        }
    }

    static void writeEvent(CaseEvent event, JsonWriting json) {
        json.figure(VERSION, CaseJson.FORMAT_VERSION);
        json.code("id", event.id());
        json.code(CASE_ID, event.caseId());
        Parts.writePerson(PATIENT, event.patient(), json);
        writeRest(event, json);
    }

    static void writeLog(List<CaseEvent> log, JsonWriting json) {
        CaseEvent first = log.get(0);
        json.figure(VERSION, CaseJson.FORMAT_VERSION);
        json.code(CASE_ID, first.caseId());
        Parts.writePerson(PATIENT, first.patient(), json);
        json.objects(
                EVENTS,
                log,
                (event, at) -> {
                    at.code("id", event.id());
                    if (!event.caseId().equals(first.caseId())) {
                        at.code(CASE_ID, event.caseId());
                    }
                    if (!event.patient().equals(first.patient())) {
                        Parts.writePerson(PATIENT, event.patient(), at);
                    }
                    writeRest(event, at);
                });
    }

    private static void writeRest(CaseEvent event, JsonWriting json) {
        json.object("sender", at -> Parts.writeParticipant(event.sender(), at));
        json.objects("recipients", event.recipients(), Parts::writeParticipant);
        json.object(
                "times",
                at -> {
                    at.moment("happened", event.times().happened());
                    at.moment("recorded", event.times().recorded());
                    at.optionalMoment("sent", event.times().sent());
                });
        event.transcription()
                .ifPresent(
                        transcription ->
                                json.object(
                                        "transcription",
                                        at -> {
                                            at.code("enteredBy", transcription.enteredBy());
                                            at.textUnlessBlank("form", transcription.form());
                                        }));
        json.object("content", at -> ContentCodecs.write(event.content(), at));
    }

    static CaseEvent readEvent(JsonValue json) {
        JsonFields fields = JsonFields.of(json, "");
        requireVersion(fields);
        return event(fields, Common.NONE);
    }

    static List<CaseEvent> readLog(JsonValue json, JsonLimits limits) {
        JsonFields fields = JsonFields.of(json, "");
        requireVersion(fields);
        Common common =
                new Common(
                        fields.optionalCode(CASE_ID, CaseId::of),
                        fields.has(PATIENT)
                                ? Optional.of(Parts.readPerson(fields, PATIENT))
                                : Optional.empty(),
                        participants(fields));
        List<JsonFields> all = new ArrayList<>();
        fields.value(EVENTS, "a list of events");
        fields.each(EVENTS, (value, at) -> all.add(JsonFields.of(value, at)));
        requireNumber(all.size(), limits);
        List<CaseEvent> log = new ArrayList<>();
        for (JsonFields event : all) {
            log.add(event(event, common));
        }
        return List.copyOf(log);
    }

    private static void requireVersion(JsonFields fields) {
        if (!(fields.value(VERSION, EXPECTED_VERSION) instanceof JsonValue.Figure version)
                || !WHOLE_FROM_ONE.matcher(version.literal()).matches()) {
            throw fields.refused(VERSION, "is no version", EXPECTED_VERSION);
        }
    }

    /** Those that events name by a reference, which saves writing. */
    private static Map<String, Participant> participants(JsonFields fields) {
        Map<String, Participant> participants = new HashMap<>();
        fields.each(
                "participants",
                (value, at) -> {
                    JsonFields participant = JsonFields.of(value, at);
                    if (participants.put(
                                    participant.text("ref"), Parts.readParticipant(participant))
                            != null) {
                        throw participant.refused(
                                "ref", "comes twice", "a reference of its own for each");
                    }
                });
        return participants;
    }

    private static CaseEvent event(JsonFields fields, Common common) {
        return new CaseEvent(
                fields.code("id", MessageId::of),
                common.caseId().isPresent() && !fields.has(CASE_ID)
                        ? common.caseId().get()
                        : fields.code(CASE_ID, CaseId::of),
                common.patient().isPresent() && !fields.has(PATIENT)
                        ? common.patient().get()
                        : Parts.readPerson(fields, PATIENT),
                participant(fields.value("sender", "a unit"), fields.path("sender"), common),
                recipients(fields, common),
                times(fields),
                fields.optionalObject("transcription").map(EventCodec::transcription),
                ContentCodecs.read(fields.object("content")));
    }

    private static List<Participant> recipients(JsonFields fields, Common common) {
        List<Participant> recipients = new ArrayList<>();
        fields.each("recipients", (value, at) -> recipients.add(participant(value, at, common)));
        return recipients;
    }

    private static Participant participant(JsonValue value, String at, Common common) {
        if (value instanceof JsonValue.Text reference) {
            Participant participant = common.participants().get(reference.value());
            if (participant == null) {
                throw new InvalidInputException(
                        at, "is no reference", "the ref of one of the case's participants");
            }
            return participant;
        }
        return Parts.readParticipant(JsonFields.of(value, at));
    }

    private static EventTimes times(JsonFields fields) {
        JsonValue value =
                fields.value("times", "one moment, or {\"happened\", \"recorded\", \"sent\"}");
        if (value instanceof JsonValue.Text) {
            return EventTimes.at(JsonFields.moment(value, fields.path("times")));
        }
        return fields.object("times")
                .make(
                        times ->
                                new EventTimes(
                                        times.moment("happened"),
                                        times.optionalMoment("recorded")
                                                .orElseGet(() -> times.moment("happened")),
                                        times.optionalMoment("sent")));
    }

    private static Transcription transcription(JsonFields fields) {
        return new Transcription(fields.code("enteredBy", HsaId::of), fields.textOrBlank("form"));
    }
}
