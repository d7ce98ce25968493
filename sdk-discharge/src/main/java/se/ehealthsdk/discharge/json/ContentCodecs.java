package se.ehealthsdk.discharge.json;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipFollowedUp;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.event.UnknownContent;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.event.WithdrawalReason;
import se.ehealthsdk.discharge.internal.json.JsonFields;
import se.ehealthsdk.discharge.internal.json.JsonReading;
import se.ehealthsdk.discharge.internal.json.JsonValue;
import se.ehealthsdk.discharge.internal.json.JsonWriting;

/** Each kind of content, and how it stands in JSON. A new kind is a new entry in the table. */
final class ContentCodecs {

    private static final String KIND = "kind";

    private static final List<ContentCodec<?>> ALL =
            List.of(
                    codec(
                            "admission",
                            Admission.class,
                            Parts::writeAdmission,
                            Parts::readAdmission),
                    codec(
                            "admissionNotice",
                            AdmissionNotice.class,
                            (notice, json) -> {
                                json.object(
                                        "admission",
                                        at -> Parts.writeAdmission(notice.admission(), at));
                                json.object(
                                        "patient", at -> Parts.writePatient(notice.patient(), at));
                                json.optionalDay("estimatedDischarge", notice.estimatedDischarge());
                            },
                            fields ->
                                    new AdmissionNotice(
                                            fields.object("admission").make(Parts::readAdmission),
                                            Parts.readPatient(fields.object("patient")),
                                            fields.optionalDay("estimatedDischarge"))),
                    codec(
                            "estimateChanged",
                            EstimateChanged.class,
                            (changed, json) ->
                                    json.day("estimatedDischarge", changed.estimatedDischarge()),
                            fields -> new EstimateChanged(fields.day("estimatedDischarge"))),
                    codec(
                            "fastVardkontaktAppointed",
                            FastVardkontaktAppointed.class,
                            (appointed, json) -> {
                                json.optionalText("name", appointed.name());
                                json.optionalCode("professional", appointed.professional());
                            },
                            fields ->
                                    new FastVardkontaktAppointed(
                                            fields.optionalText("name"),
                                            fields.optionalCode("professional", HsaId::of))),
                    codec(
                            "planning",
                            Planning.class,
                            (planning, json) -> json.constant("stage", planning.stage()),
                            fields -> new Planning(fields.constant("stage", Planning.Stage.class))),
                    codec(
                            "consent",
                            Consent.class,
                            (consent, json) -> {
                                json.constant("scope", consent.scope());
                                json.constant("decision", consent.decision());
                                json.constant("givenBy", consent.givenBy());
                                json.optionalDay("validUntil", consent.validUntil());
                                json.optionalText("refusalReason", consent.refusalReason());
                            },
                            fields ->
                                    new Consent(
                                            fields.constant("scope", Consent.Scope.class),
                                            fields.constant("decision", Consent.Decision.class),
                                            fields.constant("givenBy", Consent.GivenBy.class),
                                            fields.optionalDay("validUntil"),
                                            fields.optionalText("refusalReason"))),
                    codec(
                            "residenceEstablished",
                            ResidenceEstablished.class,
                            (established, json) ->
                                    json.object(
                                            "residence",
                                            at ->
                                                    Parts.writeResidence(
                                                            established.residence(), at)),
                            fields ->
                                    new ResidenceEstablished(
                                            Parts.readResidence(fields.object("residence")))),
                    codec(
                            "readyNotice",
                            ReadyNotice.class,
                            (notice, json) -> {
                                json.moment("judgedAt", notice.judgedAt());
                                json.optionalCode("physician", notice.physician());
                                json.constant("basis", notice.basis());
                            },
                            fields ->
                                    new ReadyNotice(
                                            fields.moment("judgedAt"),
                                            fields.optionalCode("physician", HsaId::of),
                                            fields.constant("basis", ReadyNotice.Basis.class))),
                    codec(
                            "readyWithdrawn",
                            ReadyWithdrawn.class,
                            (withdrawn, json) -> json.code("reason", withdrawn.reason().code()),
                            fields ->
                                    new ReadyWithdrawn(
                                            fields.code("reason", WithdrawalReason::of))),
                    codec(
                            "availability",
                            Availability.class,
                            (availability, json) -> {
                                json.constant("answer", availability.answer());
                                json.optionalDay("from", availability.from());
                            },
                            fields ->
                                    new Availability(
                                            fields.constant("answer", Availability.Answer.class),
                                            fields.optionalDay("from"))),
                    codec(
                            "homeReadyChecklist",
                            HomeReadyChecklist.class,
                            (checklist, json) -> json.constants("done", checklist.done()),
                            fields ->
                                    new HomeReadyChecklist(
                                            fields.constants("done", HomeReadyItem.class))),
                    codec(
                            "patientInformed",
                            PatientInformed.class,
                            (informed, json) -> {
                                json.flag("orally", informed.orally());
                                json.flag("inWriting", informed.inWriting());
                            },
                            fields ->
                                    new PatientInformed(
                                            fields.flag("orally"), fields.flag("inWriting"))),
                    codec(
                            "dischargeInformation",
                            DischargeInformation.class,
                            (information, json) ->
                                    json.textUnlessBlank("reference", information.reference()),
                            fields -> new DischargeInformation(fields.textOrBlank("reference"))),
                    codec(
                            "dischargeNotice",
                            DischargeNotice.class,
                            (notice, json) -> {
                                json.moment("dischargedAt", notice.dischargedAt());
                                json.code("destination", notice.destination().code());
                            },
                            fields ->
                                    new DischargeNotice(
                                            fields.moment("dischargedAt"),
                                            fields.code("destination", Destination::of))),
                    codec(
                            "leaveStarted",
                            LeaveStarted.class,
                            (leave, json) ->
                                    json.optionalMoment("expectedBack", leave.expectedBack()),
                            fields -> new LeaveStarted(fields.optionalMoment("expectedBack"))),
                    codec(
                            "leaveEnded",
                            LeaveEnded.class,
                            (none, json) -> {},
                            f -> new LeaveEnded()),
                    codec(
                            "interruption",
                            Interruption.class,
                            (interruption, json) -> json.constant("reason", interruption.reason()),
                            fields ->
                                    new Interruption(
                                            fields.constant("reason", Interruption.Reason.class))),
                    codec(
                            "sipNeed",
                            SipNeed.class,
                            (need, json) -> json.flag("needed", need.needed()),
                            fields -> new SipNeed(fields.flag("needed"))),
                    codec(
                            "sipCall",
                            SipCall.class,
                            (call, json) -> {
                                json.optionalMoment("meetingAt", call.meetingAt());
                                json.textUnlessBlank("place", call.place());
                                json.objects("called", call.called(), Parts::writeParticipant);
                                json.texts("invited", call.invited());
                            },
                            fields ->
                                    new SipCall(
                                            fields.optionalMoment("meetingAt"),
                                            fields.textOrBlank("place"),
                                            Parts.readParticipants(fields, "called"),
                                            fields.texts("invited"))),
                    codec(
                            "sipMade",
                            SipMade.class,
                            (made, json) -> json.text("reference", made.reference()),
                            fields -> new SipMade(fields.text("reference"))),
                    codec(
                            "sipFollowedUp",
                            SipFollowedUp.class,
                            (followed, json) ->
                                    json.optionalDay("nextFollowUp", followed.nextFollowUp()),
                            fields -> new SipFollowedUp(fields.optionalDay("nextFollowUp"))),
                    codec(
                            "compulsoryCarePlan",
                            CompulsoryCarePlan.class,
                            (plan, json) -> {
                                json.constant("statute", plan.statute());
                                json.textUnlessBlank("reference", plan.reference());
                            },
                            fields ->
                                    new CompulsoryCarePlan(
                                            fields.constant(
                                                    "statute", CompulsoryCarePlan.Statute.class),
                                            fields.textOrBlank("reference"))),
                    codec(
                            "planApproved",
                            PlanApproved.class,
                            (approved, json) -> json.code("of", approved.of()),
                            fields -> new PlanApproved(of(fields))),
                    codec(
                            "delivered",
                            Delivered.class,
                            (delivered, json) -> json.code("of", delivered.of()),
                            fields -> new Delivered(of(fields))),
                    codec(
                            "receipt",
                            Receipt.class,
                            (receipt, json) -> json.code("of", receipt.of()),
                            fields -> new Receipt(of(fields))),
                    codec(
                            "declined",
                            Declined.class,
                            (declined, json) -> {
                                json.code("of", declined.of());
                                json.code("reason", declined.reason().code());
                            },
                            fields ->
                                    new Declined(
                                            of(fields), fields.code("reason", DeclineReason::of))),
                    codec(
                            "correction",
                            Correction.class,
                            (correction, json) -> {
                                json.code("of", correction.of());
                                json.object(
                                        "replacement", at -> write(correction.replacement(), at));
                                json.text("reason", correction.reason());
                            },
                            fields ->
                                    new Correction(
                                            of(fields),
                                            read(fields.object("replacement")),
                                            fields.text("reason"))),
                    codec(
                            "voiding",
                            Voiding.class,
                            (voiding, json) -> {
                                json.code("of", voiding.of());
                                json.text("reason", voiding.reason());
                            },
                            fields -> new Voiding(of(fields), fields.text("reason"))),
                    codec("closed", Closed.class, (none, json) -> {}, f -> new Closed()));

    private static final Map<String, ContentCodec<?>> BY_KIND =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ContentCodec::kind, codec -> codec));

    private ContentCodecs() {}

    private static <C extends Content> ContentCodec<C> codec(
            String kind,
            Class<C> type,
            BiConsumer<C, JsonWriting> write,
            Function<JsonFields, C> read) {
        return new ContentCodec<>(kind, type, write, read);
    }

    private static MessageId of(JsonFields fields) {
        return fields.code("of", MessageId::of);
    }

    static void write(Content content, JsonWriting json) {
        if (content instanceof UnknownContent unknown) {
            writeUnknown(unknown, json);
            return;
        }
        ContentCodec<?> codec = BY_KIND.get(content.kind());
        if (codec == null) {
            throw new IllegalStateException("no entry for the kind " + content.kind());
        }
        json.text(KIND, codec.kind());
        codec.write(content, json);
    }

    static Content read(JsonFields fields) {
        String kind = fields.text(KIND);
        ContentCodec<?> codec = BY_KIND.get(kind);
        if (codec != null) {
            return fields.make(codec.read());
        }
        return fields.make(
                all -> new UnknownContent(kind, CaseJson.compact(all.members().without(KIND))));
    }

    private static void writeUnknown(UnknownContent unknown, JsonWriting json) {
        if (BY_KIND.containsKey(unknown.name())) {
            throw new InvalidInputException(
                    KIND, "is known, though the content is unknown", "a record of that kind");
        }
        JsonLimits limits = JsonLimits.DEFAULT;
        JsonValue said =
                JsonReading.limitedTo(limits.maxDepth(), limits.maxTextLength())
                        .read(unknown.json());
        JsonValue.Members members = JsonFields.of(said, "content").members();
        if (members.values().containsKey(KIND)) {
            throw new InvalidInputException(
                    KIND, "stands in the JSON of unknown content", "JSON without it");
        }
        json.text(KIND, unknown.name());
        json.members(members);
    }
}
