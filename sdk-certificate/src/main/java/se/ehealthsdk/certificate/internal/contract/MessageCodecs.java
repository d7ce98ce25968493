package se.ehealthsdk.certificate.internal.contract;

import static se.ehealthsdk.certificate.internal.contract.Fields.required;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.SendMessageToRecipient;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages that carry questions and answers. */
public final class MessageCodecs {

    /** The request of SendMessageToRecipient 2. */
    public static final MessageCodec<SendMessageToRecipient> TO_RECIPIENT =
            new Codec<>(MessageCodecs::writeToRecipient, MessageCodecs::readToRecipient);

    private MessageCodecs() {}

    private static void writeToRecipient(SendMessageToRecipient request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        out.text("meddelande-id", request.messageId());
        out.text("referens-id", request.referenceId());
        Fields.time("skickatTidpunkt", request.sentAt(), out);
        WireParts.identifier("intygs-id", request.certificate(), out);
        WireParts.person("patientPerson-id", request.patient(), out);
        out.text("logiskAdressMottagare", request.recipientAddress());
        WireParts.codedValue("amne", request.subject().coded(), out);
        out.text("rubrik", request.heading());
        out.text("meddelande", request.message());
        out.text("paminnelseMeddelande-id", request.remindedMessageId());
        Fields.reference("svarPa", request.answerTo(), out);
        WireParts.professional("skickatAv", request.sentBy(), out);
        Fields.date("sistaDatumForSvar", request.lastDayForAnswer(), out);
    }

    private static SendMessageToRecipient readToRecipient(ElementReader in)
            throws XMLStreamException {
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
        HealthcareProfessional sentBy = null;
        LocalDate lastDayForAnswer = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "meddelande-id" -> messageId = in.text();
                case "referens-id" -> referenceId = in.text();
                case "skickatTidpunkt" -> sentAt = Fields.time(in);
                case "intygs-id" -> certificate = WireParts.identifier(in);
                case "patientPerson-id" -> patient = WireParts.identifier(in);
                case "logiskAdressMottagare" -> recipientAddress = in.text();
                case "amne" -> subject = Fields.subject(in);
                case "rubrik" -> heading = in.text();
                case "meddelande" -> message = in.text();
                case "paminnelseMeddelande-id" -> remindedMessageId = in.text();
                case "svarPa" -> answerTo = Fields.reference(in);
                case "skickatAv" -> sentBy = WireParts.professional(in);
                case "sistaDatumForSvar" -> lastDayForAnswer = Fields.date(in);
                default -> in.skip();
            }
        }
        return new SendMessageToRecipient(
                required(messageId, "meddelande-id"),
                Optional.ofNullable(referenceId),
                required(sentAt, "skickatTidpunkt"),
                required(certificate, "intygs-id"),
                required(patient, "patientPerson-id"),
                required(recipientAddress, "logiskAdressMottagare"),
                required(subject, "amne"),
                Optional.ofNullable(heading),
                required(message, "meddelande"),
                Optional.ofNullable(remindedMessageId),
                Optional.ofNullable(answerTo),
                required(sentBy, "skickatAv"),
                Optional.ofNullable(lastDayForAnswer));
    }
}
