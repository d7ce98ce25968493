package se.ehealthsdk.testkit.internal.admin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.testkit.certificate.CertificateMessage;
import se.ehealthsdk.testkit.certificate.CertificateMessage.Completion;
import se.ehealthsdk.testkit.certificate.CertificateStandIn;
import se.ehealthsdk.testkit.certificate.RecipientStandIn;
import se.ehealthsdk.testkit.certificate.RecipientStandIn.MessageReceipt;
import se.ehealthsdk.testkit.certificate.StatusEvent;
import se.ehealthsdk.testkit.certificate.StoredCertificate;
import se.ehealthsdk.testkit.certificate.WebcertStandIn;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Certificates (intyg): how they are, what has happened to them, and what people and recipients do with them. */
final class CertificateResource {

    private static final Map<String, Shape> EVENTS =
            Map.ofEntries(
                    event("SKAPAT", "Utkast skapat", "Draft created"),
                    event("ANDRAT", "Utkast ändrat", "Draft changed"),
                    event("RADERA", "Utkast raderat", "Draft deleted"),
                    event("KFSIGN", "Klart för signering", "Ready to be signed"),
                    event("SIGNAT", "Signerat", "Signed"),
                    event("SKICKA", "Skickat till mottagare", "Sent to a recipient"),
                    event("MAKULE", "Makulerat", "Revoked"),
                    event("NYFRFM", "Ny fråga från mottagare", "New question from a recipient"),
                    event("NYFRFV", "Ny fråga från vården", "New question from care"),
                    event("NYSVFM", "Nytt svar från mottagare", "New answer from a recipient"),
                    event(
                            "HANFRFM",
                            "Fråga från mottagare hanterad",
                            "Question from a recipient handled"),
                    event("HANFRFV", "Fråga från vården hanterad", "Question from care handled"),
                    event("RECEIV", "Mottaget av Intygstjänster", "Received by Intygstjänster"),
                    event("SENTTO", "Skickat till mottagare", "Sent to a recipient"),
                    event("SENT", "Skickat till mottagare", "Sent to a recipient"),
                    event("CANCEL", "Makulerat i Intygstjänster", "Revoked in Intygstjänster"));

    private CertificateResource() {}

    private static Map.Entry<String, Shape> event(String code, String swedish, String english) {
        return Map.entry(code, Shape.text(swedish, english));
    }

    static void on(Router router) {
        router.get("/certificates", CertificateResource::list, "state", "type", "unit", "text")
                .get("/certificates/{id}", (call, space) -> Replies.json(call, detail(call, space)))
                .post("/certificates/{id}/actions", CertificateResource::act);
    }

    /** Where a certificate stands. */
    private enum State {
        DRAFT,
        SIGNED,
        SENT,
        REVOKED
    }

    private static State state(StoredCertificate certificate) {
        if (certificate.revoked()) {
            return State.REVOKED;
        }
        if (certificate.draft()) {
            return State.DRAFT;
        }
        return certificate.sentTo().isEmpty() ? State.SIGNED : State.SENT;
    }

    private static HttpReply list(Call call, Space space) {
        Optional<State> state =
                call.parameter("state").map(word -> Words.read(State.class, "state", word));
        Optional<String> type = call.parameter("type");
        Optional<String> unit = call.parameter("unit");
        Optional<String> text = call.parameter("text").map(ExchangeResource::lower);
        CertificateStandIn certificates = space.services().certificates();
        List<StoredCertificate> all = new ArrayList<>(certificates.stored());
        Collections.reverse(all);
        return Replies.json(
                call,
                Shape.of(
                        "certificates",
                        all.stream()
                                .filter(each -> state.filter(one -> state(each) != one).isEmpty())
                                .filter(
                                        each ->
                                                type.filter(
                                                                one ->
                                                                        !each.type()
                                                                                .equalsIgnoreCase(
                                                                                        one))
                                                        .isEmpty())
                                .filter(
                                        each ->
                                                unit.filter(
                                                                one ->
                                                                        !each.unit()
                                                                                .equalsIgnoreCase(
                                                                                        one))
                                                        .isEmpty())
                                .map(each -> summary(each, certificates))
                                .filter(
                                        each ->
                                                text.filter(
                                                                part ->
                                                                        !ExchangeResource.lower(
                                                                                        Json.text(
                                                                                                each))
                                                                                .contains(part))
                                                        .isEmpty())
                                .toList()));
    }

    private static Shape summary(StoredCertificate certificate, CertificateStandIn certificates) {
        return Shape.of("id", certificate.id())
                .and("type", certificate.type())
                .and("version", certificate.version())
                .and("unit", certificate.unit())
                .and("careProvider", certificate.careProvider())
                .and(
                        "patient",
                        XmlLines.of(certificate.xml())
                                .flatMap(xml -> xml.textAt("intyg/patient/person-id/extension")))
                .and("state", state(certificate))
                .and("test", certificate.test())
                .and("sentTo", certificate.sentTo())
                .and("questions", certificates.messages(certificate.id()).size());
    }

    private static StoredCertificate find(Call call, Space space) {
        return space.services()
                .certificates()
                .stored(call.variable("id"))
                .orElseThrow(() -> Refusal.notFound("certificate"));
    }

    private static Shape detail(Call call, Space space) {
        CertificateStandIn certificates = space.services().certificates();
        StoredCertificate certificate = find(call, space);
        Optional<XmlLines> xml = XmlLines.of(certificate.xml());
        List<CertificateMessage> messages = certificates.messages(certificate.id());
        return Shape.of("summary", summary(certificate, certificates))
                .and("timeline", timeline(certificate, certificates, xml))
                .and("messages", messages.stream().map(CertificateResource::message).toList())
                .and("actions", actions(certificate, messages))
                .and("xml", certificate.xml())
                .and("formatted", xml.map(XmlLines::lines));
    }

    /** A moment of the timeline, to be put in its place. */
    private record Moment(Instant at, Shape shape) {}

    private static List<Shape> timeline(
            StoredCertificate certificate,
            CertificateStandIn certificates,
            Optional<XmlLines> xml) {
        List<Moment> moments = new ArrayList<>();
        for (StatusEvent each : certificates.statusUpdates().events()) {
            if (each.certificateId().equals(certificate.id())) {
                Instant at = each.time().atZone(SwedishTime.ZONE).toInstant();
                moments.add(
                        new Moment(
                                at,
                                moment(at, each.code())
                                        .and("by", each.handledBy())
                                        .and("subject", each.subject())));
            }
        }
        for (int nth = 1; xml.isPresent(); nth++) {
            String note = "intyg/status" + (nth == 1 ? "" : "[" + nth + "]");
            Optional<String> code = xml.get().textAt(note + "/status/code");
            Optional<LocalDateTime> time =
                    xml.get().textAt(note + "/tidpunkt").flatMap(CertificateResource::time);
            if (code.isEmpty() || time.isEmpty()) {
                break;
            }
            Instant at = time.get().atZone(SwedishTime.ZONE).toInstant();
            moments.add(
                    new Moment(
                            at,
                            moment(at, code.get())
                                    .and("party", xml.get().textAt(note + "/part/code"))));
        }
        // some are told to the second, others finer: within one second the order of the lists holds
        moments.sort(Comparator.comparing(each -> each.at().truncatedTo(ChronoUnit.SECONDS)));
        return moments.stream().map(Moment::shape).toList();
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (java.time.DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Shape moment(Instant at, String code) {
        return Shape.of("at", at)
                .and("code", code)
                .and("text", EVENTS.getOrDefault(code, Shape.text(code, code)));
    }

    private static Shape message(CertificateMessage message) {
        return Shape.of("id", message.id())
                .and("subject", message.subject())
                .and("text", message.text())
                .and("fromCare", message.fromCare())
                .and("answerTo", message.answerTo())
                .and("reminderOf", message.reminderOf())
                .and("lastDateForAnswer", message.lastDateForAnswer())
                .and(
                        "completions",
                        message.completions().stream()
                                .map(
                                        each ->
                                                Shape.of("questionId", each.questionId())
                                                        .and("instance", each.instance())
                                                        .and("text", each.text()))
                                .toList());
    }

    private static List<String> actions(
            StoredCertificate certificate, List<CertificateMessage> messages) {
        List<String> actions = new ArrayList<>();
        switch (state(certificate)) {
            case DRAFT -> actions.addAll(List.of("ready-to-sign", "sign", "delete"));
            case SIGNED -> actions.addAll(List.of("send", "revoke"));
            case SENT -> {
                actions.addAll(List.of("send", "revoke", "request-completion", "ask"));
                if (messages.stream().anyMatch(each -> !each.fromCare() && each.isQuestion())) {
                    actions.addAll(List.of("remind", "mark-handled", "reopen"));
                }
                if (messages.stream().anyMatch(each -> each.fromCare() && each.isQuestion())) {
                    actions.add("answer");
                }
            }
            case REVOKED -> {
                // nothing more can be done
            }
        }
        return actions;
    }

    private static HttpReply act(Call call, Space space) {
        Fields fields =
                call.fields(
                        "action",
                        "by",
                        "recipient",
                        "text",
                        "subject",
                        "messageId",
                        "lastDateForAnswer",
                        "completions");
        String id = find(call, space).id();
        CertificateStandIn certificates = space.services().certificates();
        WebcertStandIn webcert = certificates.webcert();
        String action = fields.required("action");
        switch (action) {
            case "ready-to-sign" -> webcert.readyToSign(id, by(fields));
            case "sign" -> webcert.sign(id, by(fields));
            case "delete" -> {
                Shape before = detail(call, space);
                webcert.delete(id, by(fields));
                tell(space);
                return Replies.json(call, before);
            }
            case "send" -> {
                if (!webcert.send(id, fields.text("recipient").orElse("FKASSA"), by(fields))) {
                    throw Refusal.of(
                            422, "It has been sent to this recipient before, or was refused.");
                }
            }
            case "revoke" -> webcert.revoke(id, by(fields));
            case "mark-handled" -> webcert.handled(fields.required("messageId"), by(fields));
            case "reopen" -> webcert.reopened(fields.required("messageId"), by(fields));
            case "request-completion", "ask", "remind", "answer" ->
                    delivered(fromRecipient(action, fields, id, certificates));
            default ->
                    throw Refusal.field(
                            400,
                            "action",
                            "is not known",
                            "one of ready-to-sign, sign, delete, send, revoke, request-completion, ask, remind, answer,"
                                    + " mark-handled, reopen");
        }
        tell(space);
        return Replies.json(call, detail(call, space));
    }

    private static HsaId by(Fields fields) {
        return fields.requiredHsaId("by");
    }

    private static void tell(Space space) {
        space.changed("certificates");
        space.changed("outbox");
    }

    private static MessageReceipt fromRecipient(
            String action, Fields fields, String id, CertificateStandIn certificates) {
        RecipientStandIn recipient =
                certificates.recipient(fields.text("recipient").orElse("FKASSA"));
        return switch (action) {
            case "request-completion" -> {
                Completion[] wanted =
                        fields.objects("completions", "questionId", "text").stream()
                                .map(
                                        each ->
                                                Completion.of(
                                                        each.required("questionId"),
                                                        each.required("text")))
                                .toArray(Completion[]::new);
                yield recipient.requestCompletion(
                        id,
                        fields.text("text").orElse("Intyget behöver kompletteras."),
                        fields.day("lastDateForAnswer").orElse(null),
                        wanted);
            }
            case "ask" ->
                    recipient.ask(
                            id, fields.text("subject").orElse("KONTKT"), fields.required("text"));
            case "remind" ->
                    recipient.remind(fields.required("messageId"), fields.required("text"));
            default -> recipient.answer(fields.required("messageId"), fields.required("text"));
        };
    }

    private static void delivered(MessageReceipt receipt) {
        if (!receipt.isDelivered()) {
            throw Refusal.of(
                    422,
                    "The message was refused: "
                            + receipt.errorId().orElse("")
                            + " "
                            + Mask.in(receipt.text().orElse("")));
        }
    }
}
