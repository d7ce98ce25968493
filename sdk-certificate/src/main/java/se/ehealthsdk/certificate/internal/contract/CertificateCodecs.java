package se.ehealthsdk.certificate.internal.contract;

import static se.ehealthsdk.certificate.internal.contract.Fields.required;

import java.time.LocalDateTime;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.certificate.contract.GetCertificate;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.RegisterCertificate;
import se.ehealthsdk.certificate.contract.RevokeCertificate;
import se.ehealthsdk.certificate.contract.SendCertificateToRecipient;
import se.ehealthsdk.certificate.contract.SendCertificateToRecipient.Sender;
import se.ehealthsdk.certificate.contract.SetCertificateStatus;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Status;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages about one certificate: register, get, revoke, send, set status. */
public final class CertificateCodecs {

    /** The request of RegisterCertificate 3. */
    public static final MessageCodec<RegisterCertificate> REGISTER =
            new Codec<>(CertificateCodecs::writeRegister, CertificateCodecs::readRegister);

    /** The request of GetCertificate 2. */
    public static final MessageCodec<GetCertificate> GET =
            new Codec<>(CertificateCodecs::writeGet, CertificateCodecs::readGet);

    /** The response of GetCertificate 2. */
    public static final MessageCodec<Intyg> GET_ANSWER =
            new Codec<>(CertificateCodecs::writeGetAnswer, CertificateCodecs::readGetAnswer);

    /** The request of RevokeCertificate 2. */
    public static final MessageCodec<RevokeCertificate> REVOKE =
            new Codec<>(CertificateCodecs::writeRevoke, CertificateCodecs::readRevoke);

    /** The request of SendCertificateToRecipient 2. */
    public static final MessageCodec<SendCertificateToRecipient> SEND =
            new Codec<>(CertificateCodecs::writeSend, CertificateCodecs::readSend);

    /** The request of SetCertificateStatus 2. */
    public static final MessageCodec<SetCertificateStatus> SET_STATUS =
            new Codec<>(CertificateCodecs::writeSetStatus, CertificateCodecs::readSetStatus);

    private static final String GET_CERTIFICATE = Namespaces.DOMAIN + "GetCertificateResponder:2";

    private CertificateCodecs() {}

    private static void writeRegister(RegisterCertificate request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        Fields.reference("svarPa", request.answerTo(), out);
        WireParts.intyg(request.certificate(), Namespaces.REGISTER, out);
    }

    private static RegisterCertificate readRegister(ElementReader in) throws XMLStreamException {
        MessageReference answerTo = null;
        Intyg certificate = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "svarPa" -> answerTo = Fields.reference(in);
                case "intyg" -> certificate = WireParts.intyg(in);
                default -> in.skip();
            }
        }
        return new RegisterCertificate(
                Optional.ofNullable(answerTo), required(certificate, "intyg"));
    }

    private static void writeGet(GetCertificate request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        WireParts.identifier("intygs-id", request.certificate(), out);
        WireParts.codedValue("part", request.part().coded(), out);
    }

    private static GetCertificate readGet(ElementReader in) throws XMLStreamException {
        Identifier certificate = null;
        Part part = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "intygs-id" -> certificate = WireParts.identifier(in);
                case "part" -> part = Fields.part(in);
                default -> in.skip();
            }
        }
        return new GetCertificate(required(certificate, "intygs-id"), required(part, "part"));
    }

    private static void writeGetAnswer(Intyg certificate, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        WireParts.intyg(certificate, GET_CERTIFICATE, out);
    }

    private static Intyg readGetAnswer(ElementReader in) throws XMLStreamException {
        Intyg certificate = null;
        while (in.nextChild()) {
            if (in.name().equals("intyg")) {
                certificate = WireParts.intyg(in);
            } else {
                in.skip();
            }
        }
        return required(certificate, "intyg");
    }

    private static void writeRevoke(RevokeCertificate request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        out.text("meddelande", request.message());
        Fields.time("skickatTidpunkt", request.sentAt(), out);
        WireParts.identifier("intygs-id", request.certificate(), out);
        WireParts.person("patientPerson-id", request.patient(), out);
        WireParts.professional("skickatAv", request.sentBy(), out);
    }

    private static RevokeCertificate readRevoke(ElementReader in) throws XMLStreamException {
        String message = null;
        LocalDateTime sentAt = null;
        Identifier certificate = null;
        Identifier patient = null;
        HealthcareProfessional sentBy = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "meddelande" -> message = in.text();
                case "skickatTidpunkt" -> sentAt = Fields.time(in);
                case "intygs-id" -> certificate = WireParts.identifier(in);
                case "patientPerson-id" -> patient = WireParts.identifier(in);
                case "skickatAv" -> sentBy = WireParts.professional(in);
                default -> in.skip();
            }
        }
        return new RevokeCertificate(
                Optional.ofNullable(message),
                required(sentAt, "skickatTidpunkt"),
                required(certificate, "intygs-id"),
                required(patient, "patientPerson-id"),
                required(sentBy, "skickatAv"));
    }

    private static void writeSend(SendCertificateToRecipient request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        Fields.time("skickatTidpunkt", request.sentAt(), out);
        WireParts.identifier("intygs-id", request.certificate(), out);
        WireParts.person("patientPerson-id", request.patient(), out);
        WireParts.codedValue("mottagare", request.recipient().coded(), out);
        out.start("skickatAv");
        if (request.sentBy() instanceof Sender.Professional professional) {
            WireParts.professional("hosPersonal", professional.value(), out);
        } else if (request.sentBy() instanceof Sender.Person person) {
            WireParts.person("person-id", person.value(), out);
        }
        out.end();
    }

    private static SendCertificateToRecipient readSend(ElementReader in) throws XMLStreamException {
        LocalDateTime sentAt = null;
        Identifier certificate = null;
        Identifier patient = null;
        Part recipient = null;
        Sender sentBy = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "skickatTidpunkt" -> sentAt = Fields.time(in);
                case "intygs-id" -> certificate = WireParts.identifier(in);
                case "patientPerson-id" -> patient = WireParts.identifier(in);
                case "mottagare" -> recipient = Fields.part(in);
                case "skickatAv" -> sentBy = readSender(in);
                default -> in.skip();
            }
        }
        return new SendCertificateToRecipient(
                required(sentAt, "skickatTidpunkt"),
                required(certificate, "intygs-id"),
                required(patient, "patientPerson-id"),
                required(recipient, "mottagare"),
                required(sentBy, "skickatAv"));
    }

    private static Sender readSender(ElementReader in) throws XMLStreamException {
        Sender sender = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "hosPersonal" -> sender = new Sender.Professional(WireParts.professional(in));
                case "person-id" -> sender = new Sender.Person(WireParts.identifier(in));
                default -> in.skip();
            }
        }
        return required(sender, "hosPersonal or person-id");
    }

    private static void writeSetStatus(SetCertificateStatus request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        WireParts.identifier("intygs-id", request.certificate(), out);
        WireParts.codedValue("part", request.part().coded(), out);
        WireParts.codedValue("status", CodedValue.of(request.status(), Status.CODE_SYSTEM), out);
        Fields.time("tidpunkt", request.time(), out);
    }

    private static SetCertificateStatus readSetStatus(ElementReader in) throws XMLStreamException {
        Identifier certificate = null;
        Part part = null;
        String status = null;
        LocalDateTime time = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "intygs-id" -> certificate = WireParts.identifier(in);
                case "part" -> part = Fields.part(in);
                case "status" -> status = Fields.coded(in, code -> code);
                case "tidpunkt" -> time = Fields.time(in);
                default -> in.skip();
            }
        }
        return new SetCertificateStatus(
                required(certificate, "intygs-id"),
                required(part, "part"),
                required(status, "status"),
                required(time, "tidpunkt"));
    }
}
