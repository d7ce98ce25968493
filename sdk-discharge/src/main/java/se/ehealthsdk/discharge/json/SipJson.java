package se.ehealthsdk.discharge.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.internal.json.JsonFields;
import se.ehealthsdk.discharge.internal.json.JsonReading;
import se.ehealthsdk.discharge.internal.json.JsonValue;
import se.ehealthsdk.discharge.internal.json.JsonWriting;
import se.ehealthsdk.discharge.internal.json.JsonWriting.Style;
import se.ehealthsdk.discharge.sip.ContactPerson;
import se.ehealthsdk.discharge.sip.FollowUp;
import se.ehealthsdk.discharge.sip.Funder;
import se.ehealthsdk.discharge.sip.Huvudman;
import se.ehealthsdk.discharge.sip.Intervention;
import se.ehealthsdk.discharge.sip.Invited;
import se.ehealthsdk.discharge.sip.Meeting;
import se.ehealthsdk.discharge.sip.OtherMeasure;
import se.ehealthsdk.discharge.sip.Sip;
import se.ehealthsdk.discharge.sip.SipConsent;

/**
 * A plan (SIP) as JSON in UTF-8, by the same rules as {@link CaseJson}: what is written is read as the same, the same plan
 * gives the same bytes, and a refusal's {@code field()} is the path and holds nothing of what stood there. Whether the plan
 * is complete is not asked here.
 */
public final class SipJson {

    /** The version that is written. */
    public static final int FORMAT_VERSION = 1;

    private static final String VERSION = "sipVersion";
    private static final String OTHERS = "byOthers";
    private static final String NO_OTHERS = "noMeasuresByOthers";
    private static final String EXPECTED_NUMBER = "a whole number from 1";
    private static final Pattern WHOLE_FROM_ONE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT;
    private static final Style STYLE = Style.indented(LIMITS.maxDepth(), LIMITS.maxTextLength());

    private SipJson() {}

    /**
     * A plan, indented for people. Holds personal data.
     *
     * @throws InvalidInputException when something in it cannot be read again: a year above 9999, a text of more than
     *     100 000 characters or with half a character
     */
    public static byte[] write(Sip sip) {
        byte[] json = STYLE.object(at -> write(sip, at));
        requireSize(json);
        return json;
    }

    /**
     * @throws InvalidInputException when it is no plan in this format; the field is the path
     */
    public static Sip read(byte[] json) {
        requireSize(json);
        JsonFields fields =
                JsonFields.of(
                        JsonReading.limitedTo(LIMITS.maxDepth(), LIMITS.maxTextLength()).read(json),
                        "");
        number(fields, VERSION);
        return fields.make(SipJson::read);
    }

    private static void requireSize(byte[] json) {
        if (json.length > LIMITS.maxBytes()) {
            throw new InvalidInputException(
                    "json", "is too large", "at most " + LIMITS.maxBytes() + " bytes");
        }
    }

    private static int number(JsonFields fields, String name) {
        if (!(fields.value(name, EXPECTED_NUMBER) instanceof JsonValue.Figure figure)
                || !WHOLE_FROM_ONE.matcher(figure.literal()).matches()) {
            throw fields.refused(name, "is no number of one", EXPECTED_NUMBER);
        }
        return Integer.parseInt(figure.literal());
    }

    private static void write(Sip sip, JsonWriting json) {
        json.figure(VERSION, FORMAT_VERSION);
        json.text("id", sip.id());
        json.figure("revision", sip.revision());
        Parts.writePerson("patient", sip.patient(), json);
        json.optionalText("patientName", sip.patientName());
        json.optionalCode("dischargeCase", sip.dischargeCase());
        sip.consent().ifPresent(consent -> json.object("consent", at -> write(consent, at)));
        json.optionalText("whatMatters", sip.whatMatters());
        json.optionalText("ownActions", sip.ownActions());
        json.texts("goals", sip.goals());
        json.objects("interventions", sip.interventions(), SipJson::write);
        // an empty list is not written, and "none" is something else than "not said"
        if (sip.byOthers().filter(List::isEmpty).isPresent()) {
            json.flag(NO_OTHERS, true);
        }
        json.objects(
                OTHERS,
                sip.byOthers().orElse(List.of()),
                (measure, at) -> {
                    at.text("who", measure.who());
                    at.text("what", measure.what());
                });
        sip.overallResponsibility()
                .ifPresent(huvudman -> json.constant("overallResponsibility", huvudman));
        sip.contact()
                .ifPresent(
                        person ->
                                json.object(
                                        "contact",
                                        at -> {
                                            at.text("name", person.name());
                                            at.textUnlessBlank("reachedAt", person.reachedAt());
                                        }));
        json.objects("called", sip.called(), Parts::writeParticipant);
        json.objects(
                "invited",
                sip.invited(),
                (guest, at) -> {
                    at.text("name", guest.name());
                    at.textUnlessBlank("role", guest.role());
                });
        sip.meeting()
                .ifPresent(
                        meeting ->
                                json.object(
                                        "meeting",
                                        at -> {
                                            at.moment("at", meeting.at());
                                            at.textUnlessBlank("place", meeting.place());
                                        }));
        json.optionalDay("followUp", sip.followUp());
        json.objects(
                "followUps",
                sip.followUps(),
                (done, at) -> {
                    at.day("on", done.on());
                    at.textUnlessBlank("outcome", done.outcome());
                    at.optionalDay("next", done.next());
                });
        json.objects(
                "confirmations",
                List.copyOf(sip.confirmations().entrySet()),
                (confirmed, at) -> {
                    at.object("by", unit -> Parts.writeParticipant(confirmed.getKey(), unit));
                    at.moment("at", confirmed.getValue());
                });
        json.optionalDay("closedOn", sip.closedOn());
    }

    private static Sip read(JsonFields fields) {
        return new Sip(
                fields.text("id"),
                number(fields, "revision"),
                Parts.readPerson(fields, "patient"),
                fields.optionalText("patientName"),
                fields.optionalCode("dischargeCase", CaseId::of),
                fields.optionalObject("consent").map(at -> at.make(SipJson::readConsent)),
                fields.optionalText("whatMatters"),
                fields.optionalText("ownActions"),
                fields.texts("goals"),
                list(fields, "interventions", SipJson::readIntervention),
                byOthers(fields),
                optional(fields, "overallResponsibility", Huvudman.class),
                fields.optionalObject("contact")
                        .map(at -> new ContactPerson(at.text("name"), at.textOrBlank("reachedAt"))),
                Parts.readParticipants(fields, "called"),
                list(fields, "invited", at -> new Invited(at.text("name"), at.textOrBlank("role"))),
                fields.optionalObject("meeting")
                        .map(at -> new Meeting(at.moment("at"), at.textOrBlank("place"))),
                fields.optionalDay("followUp"),
                list(
                        fields,
                        "followUps",
                        at ->
                                new FollowUp(
                                        at.day("on"),
                                        at.textOrBlank("outcome"),
                                        at.optionalDay("next"))),
                confirmations(fields),
                fields.optionalDay("closedOn"));
    }

    private static Optional<List<OtherMeasure>> byOthers(JsonFields fields) {
        List<OtherMeasure> all =
                list(fields, OTHERS, at -> new OtherMeasure(at.text("who"), at.text("what")));
        boolean none = fields.has(NO_OTHERS) && fields.flag(NO_OTHERS);
        if (none && !all.isEmpty()) {
            throw fields.refused(NO_OTHERS, "is said, and yet there are some", "one of the two");
        }
        return none || !all.isEmpty() ? Optional.of(all) : Optional.empty();
    }

    private static void write(SipConsent consent, JsonWriting json) {
        json.constant("decision", consent.decision());
        json.constant("givenBy", consent.givenBy());
        json.day("decidedOn", consent.decidedOn());
        json.textUnlessBlank("covers", consent.covers());
        json.optionalDay("validUntil", consent.validUntil());
        json.optionalText("refusalReason", consent.refusalReason());
        json.optionalDay("withdrawnOn", consent.withdrawnOn());
        json.optionalCode("recordedBy", consent.recordedBy());
    }

    private static SipConsent readConsent(JsonFields fields) {
        return new SipConsent(
                fields.constant("decision", Consent.Decision.class),
                fields.constant("givenBy", Consent.GivenBy.class),
                fields.day("decidedOn"),
                fields.textOrBlank("covers"),
                fields.optionalDay("validUntil"),
                fields.optionalText("refusalReason"),
                fields.optionalDay("withdrawnOn"),
                fields.optionalCode("recordedBy", HsaId::of));
    }

    private static void write(Intervention intervention, JsonWriting json) {
        json.text("what", intervention.what());
        intervention.responsible().ifPresent(value -> json.constant("responsible", value));
        intervention.funder().ifPresent(value -> json.constant("funder", value));
        intervention
                .unit()
                .ifPresent(unit -> json.object("unit", at -> Parts.writeParticipant(unit, at)));
        json.optionalText("person", intervention.person());
        json.optionalText("goal", intervention.goal());
        json.optionalDay("due", intervention.due());
    }

    private static Intervention readIntervention(JsonFields fields) {
        return new Intervention(
                fields.text("what"),
                optional(fields, "responsible", Huvudman.class),
                optional(fields, "funder", Funder.class),
                fields.optionalObject("unit").map(Parts::readParticipant),
                fields.optionalText("person"),
                fields.optionalText("goal"),
                fields.optionalDay("due"));
    }

    private static Map<Participant, Instant> confirmations(JsonFields fields) {
        Map<Participant, Instant> all = new LinkedHashMap<>();
        fields.each(
                "confirmations",
                (value, path) -> {
                    JsonFields at = JsonFields.of(value, path);
                    Participant by = Parts.readParticipant(at.object("by"));
                    if (all.putIfAbsent(by, at.moment("at")) != null) {
                        throw at.refused("by", "has confirmed before", "each unit once");
                    }
                });
        return all;
    }

    private static <E extends Enum<E>> Optional<E> optional(
            JsonFields fields, String name, Class<E> type) {
        return fields.has(name) ? Optional.of(fields.constant(name, type)) : Optional.empty();
    }

    private interface Reader<T> {
        T of(JsonFields fields);
    }

    private static <T> List<T> list(JsonFields fields, String name, Reader<T> reader) {
        List<T> all = new ArrayList<>();
        fields.each(name, (value, path) -> all.add(reader.of(JsonFields.of(value, path))));
        return all;
    }
}
