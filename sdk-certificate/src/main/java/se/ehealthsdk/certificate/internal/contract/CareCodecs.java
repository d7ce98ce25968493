package se.ehealthsdk.certificate.internal.contract;

import static se.ehealthsdk.certificate.internal.contract.Fields.required;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.contract.CertificateEvent;
import se.ehealthsdk.certificate.contract.CertificateStatusUpdateForCare;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.contract.SendMessageToCare.Completion;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages that a care system is sent. */
public final class CareCodecs {

    /**
     * The request of CertificateStatusUpdateForCare 3. Written as schema 3.2 has it; read as either has it, {@code
     * hanteratAv} inside the event or beside it.
     */
    public static final MessageCodec<CertificateStatusUpdateForCare> STATUS_UPDATE =
            new Codec<>(CareCodecs::writeUpdate, CareCodecs::readUpdate);

    /** The request of SendMessageToCare 2. */
    public static final MessageCodec<SendMessageToCare> MESSAGE =
            new Codec<>(CareCodecs::writeMessage, CareCodecs::readMessage);

    private static final String STATUS_UPDATE_NAMESPACE =
            Namespaces.DOMAIN + "CertificateStatusUpdateForCareResponder:3";
    private static final String HANDLED_BY_NAMESPACE = STATUS_UPDATE_NAMESPACE + ".2";

    private CareCodecs() {}

    private static void writeUpdate(CertificateStatusUpdateForCare update, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        WireParts.intyg(update.certificate(), STATUS_UPDATE_NAMESPACE, out);
        EventFields.event("handelse", update.event(), out);
        EventFields.counts("skickadeFragor", update.sent(), out);
        EventFields.counts("mottagnaFragor", update.received(), out);
        out.text("ref", update.reference());
        if (update.handledBy().isPresent()) {
            out.stream().writeStartElement("m3", "hanteratAv", HANDLED_BY_NAMESPACE);
            out.stream().writeNamespace("m3", HANDLED_BY_NAMESPACE);
            ElementWriter types = out.in(Namespaces.TYPES);
            types.text("root", Identifier.HSA_ID);
            types.text("extension", update.handledBy().get());
            out.stream().writeEndElement();
        }
    }

    private static CertificateStatusUpdateForCare readUpdate(ElementReader in)
            throws XMLStreamException {
        Intyg certificate = null;
        CertificateEvent event = null;
        QuestionCounts sent = QuestionCounts.NONE;
        QuestionCounts received = QuestionCounts.NONE;
        String reference = null;
        Optional<String> handledBy = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "intyg" -> certificate = WireParts.intyg(in);
                case "handelse" -> event = EventFields.event(in);
                case "skickadeFragor" -> sent = EventFields.counts(in);
                case "mottagnaFragor" -> received = EventFields.counts(in);
                case "ref" -> reference = in.text();
                case "hanteratAv" -> handledBy = WireParts.identifier(in).extension();
                default -> in.skip();
            }
        }
        return new CertificateStatusUpdateForCare(
                required(certificate, "intyg"),
                required(event, "handelse"),
                sent,
                received,
                Optional.ofNullable(reference),
                handledBy);
    }

    private static void writeMessage(SendMessageToCare message, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        out.text("meddelande-id", message.messageId());
        out.text("referens-id", message.referenceId());
        Fields.time("skickatTidpunkt", message.sentAt(), out);
        WireParts.identifier("intygs-id", message.certificate(), out);
        WireParts.person("patientPerson-id", message.patient(), out);
        out.text("logiskAdressMottagare", message.recipientAddress());
        WireParts.codedValue("amne", message.subject().coded(), out);
        out.text("rubrik", message.heading());
        out.text("meddelande", message.message());
        out.text("paminnelseMeddelande-id", message.remindedMessageId());
        Fields.reference("svarPa", message.answerTo(), out);
        out.start("skickatAv");
        WireParts.codedValue("part", message.sender().coded(), out);
        out.text("kontaktInfo", message.contactInformation());
        out.end();
        for (Completion completion : message.completions()) {
            out.start("komplettering");
            out.text("frage-id", completion.questionId());
            if (completion.instance().isPresent()) {
                Fields.number("instans", completion.instance().get(), out);
            }
            out.text("text", completion.text());
            out.end();
        }
        Fields.date("sistaDatumForSvar", message.lastDayForAnswer(), out);
    }

    private static SendMessageToCare readMessage(ElementReader in) throws XMLStreamException {
        String messageId = null;
        String referenceId = null;
        LocalDateTime sentAt = null;
        Identifier certificate = null;
        Identifier patient = null;
        String recipientAddress = null;
        MessageSubject subject = null;
        String heading = null;
        String message = null;
        String remindedMessageId = null;
        MessageReference answerTo = null;
        Sender sender = null;
        List<Completion> completions = new ArrayList<>();
        LocalDate lastDayForAnswer = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "meddelande-id" -> messageId = in.token();
                case "referens-id" -> referenceId = in.text();
                case "skickatTidpunkt" -> sentAt = Fields.time(in);
                case "intygs-id" -> certificate = WireParts.identifier(in);
                case "patientPerson-id" -> patient = WireParts.identifier(in);
                case "logiskAdressMottagare" -> recipientAddress = in.token();
                case "amne" -> subject = Fields.subject(in);
                case "rubrik" -> heading = in.text();
                case "meddelande" -> message = in.text();
                case "paminnelseMeddelande-id" -> remindedMessageId = in.token();
                case "svarPa" -> answerTo = Fields.reference(in);
                case "skickatAv" -> sender = readSender(in);
                case "komplettering" -> completions.add(readCompletion(in));
                case "sistaDatumForSvar" -> lastDayForAnswer = Fields.date(in);
                default -> in.skip();
            }
        }
        Sender known = required(sender, "skickatAv");
        return new SendMessageToCare(
                required(messageId, "meddelande-id"),
                Optional.ofNullable(referenceId),
                required(sentAt, "skickatTidpunkt"),
                required(certificate, "intygs-id"),
                required(patient, "patientPerson-id"),
                required(recipientAddress, "logiskAdressMottagare"),
                required(subject, "amne"),
                Optional.ofNullable(heading),
                required(message, "meddelande"),
                Optional.ofNullable(remindedMessageId).filter(id -> !id.isEmpty()),
                Optional.ofNullable(answerTo),
                required(known.part, "part"),
                known.contactInformation,
                completions,
                Optional.ofNullable(lastDayForAnswer));
    }

    private record Sender(@Nullable Part part, List<String> contactInformation) {}

    private static Sender readSender(ElementReader in) throws XMLStreamException {
        Part part = null;
        List<String> contactInformation = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "part" -> part = Fields.part(in);
                case "kontaktInfo" -> contactInformation.add(in.text());
                default -> in.skip();
            }
        }
        return new Sender(part, contactInformation);
    }

    private static Completion readCompletion(ElementReader in) throws XMLStreamException {
        String question = null;
        Integer instance = null;
        String text = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "frage-id" -> question = in.token();
                case "instans" -> instance = Fields.number(in);
                case "text" -> text = in.text();
                default -> in.skip();
            }
        }
        return new Completion(
                required(question, "frage-id"),
                Optional.ofNullable(instance),
                required(text, "text"));
    }
}
