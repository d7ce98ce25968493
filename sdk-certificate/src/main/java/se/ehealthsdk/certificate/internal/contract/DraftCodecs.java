package se.ehealthsdk.certificate.internal.contract;

import static se.ehealthsdk.certificate.internal.contract.Fields.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.certificate.contract.CreateDraftCertificate;
import se.ehealthsdk.certificate.contract.CreateDraftCertificate.Creator;
import se.ehealthsdk.certificate.contract.CreateDraftCertificateAnswer;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages of CreateDraftCertificate 3. */
public final class DraftCodecs {

    /** The request. */
    public static final MessageCodec<CreateDraftCertificate> CREATE =
            new Codec<>(DraftCodecs::write, DraftCodecs::read);

    /** The response. */
    public static final MessageCodec<CreateDraftCertificateAnswer> CREATE_ANSWER =
            new Codec<>(DraftCodecs::writeAnswer, DraftCodecs::readAnswer);

    private DraftCodecs() {}

    private static void write(CreateDraftCertificate draft, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        out.declare("m3", Namespaces.EXTENSION_3_3);
        out.start("intyg");
        WireParts.codedValue("typAvIntyg", draft.type(), out);
        WireParts.patient("patient", draft.patient(), out);
        Creator creator = draft.createdBy();
        out.start("skapadAv");
        Fields.hsaId("personal-id", creator.hsaId(), out);
        out.text("fullstandigtNamn", creator.name());
        out.start("enhet");
        Fields.hsaId("enhets-id", creator.unit(), out);
        out.text("enhetsnamn", creator.unitName());
        out.end();
        out.end();
        out.text("ref", draft.reference());
        if (!draft.prefill().isEmpty()) {
            // forifyllnad and its svar are of 3.3, what is in a svar is of 3
            ElementWriter extension = out.in(Namespaces.EXTENSION_3_3);
            extension.start("forifyllnad");
            for (Answer answer : draft.prefill()) {
                WireParts.answer("svar", answer, extension);
            }
            extension.end();
        }
        out.end();
    }

    private static CreateDraftCertificate read(ElementReader in) throws XMLStreamException {
        CreateDraftCertificate draft = null;
        while (in.nextChild()) {
            if (in.name().equals("intyg")) {
                draft = readDraft(in);
            } else {
                in.skip();
            }
        }
        return required(draft, "intyg");
    }

    private static CreateDraftCertificate readDraft(ElementReader in) throws XMLStreamException {
        CodedValue type = null;
        Patient patient = null;
        Creator creator = null;
        String reference = null;
        List<Answer> prefill = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "typAvIntyg" -> type = WireParts.codedValue(in);
                case "patient" -> patient = WireParts.patient(in);
                case "skapadAv" -> creator = readCreator(in);
                case "ref" -> reference = in.text();
                case "forifyllnad" -> readPrefill(in, prefill);
                default -> in.skip();
            }
        }
        return new CreateDraftCertificate(
                required(type, "typAvIntyg"),
                required(patient, "patient"),
                required(creator, "skapadAv"),
                Optional.ofNullable(reference),
                prefill);
    }

    private static Creator readCreator(ElementReader in) throws XMLStreamException {
        HsaId person = null;
        String name = null;
        HsaId unit = null;
        String unitName = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "personal-id" -> person = Fields.hsaId(in);
                case "fullstandigtNamn" -> name = in.text();
                case "enhet" -> {
                    while (in.nextChild()) {
                        switch (in.name()) {
                            case "enhets-id" -> unit = Fields.hsaId(in);
                            case "enhetsnamn" -> unitName = in.text();
                            default -> in.skip();
                        }
                    }
                }
                default -> in.skip();
            }
        }
        return new Creator(
                required(person, "personal-id"),
                required(name, "fullstandigtNamn"),
                required(unit, "enhets-id"),
                required(unitName, "enhetsnamn"));
    }

    private static void readPrefill(ElementReader in, List<Answer> prefill)
            throws XMLStreamException {
        while (in.nextChild()) {
            if (in.name().equals("svar")) {
                prefill.add(WireParts.answer(in));
            } else {
                in.skip();
            }
        }
    }

    private static void writeAnswer(CreateDraftCertificateAnswer answer, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        if (answer.certificate().isPresent()) {
            WireParts.identifier("intygs-id", answer.certificate().get(), out);
        }
        WireParts.result("result", answer.result(), out);
    }

    private static CreateDraftCertificateAnswer readAnswer(ElementReader in)
            throws XMLStreamException {
        Identifier certificate = null;
        Result result = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "intygs-id" -> certificate = WireParts.identifier(in);
                case "result" -> result = WireParts.result(in);
                default -> in.skip();
            }
        }
        return new CreateDraftCertificateAnswer(
                Optional.ofNullable(certificate), required(result, "result"));
    }
}
