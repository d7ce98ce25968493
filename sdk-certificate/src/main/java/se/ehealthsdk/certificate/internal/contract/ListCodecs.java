package se.ehealthsdk.certificate.internal.contract;

import static se.ehealthsdk.certificate.internal.contract.Fields.required;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.certificate.contract.CertificateEvent;
import se.ehealthsdk.certificate.contract.CertificateWithQuestions;
import se.ehealthsdk.certificate.contract.ListCertificatesForCare;
import se.ehealthsdk.certificate.contract.ListCertificatesForCareWithQA;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages of the two lists of certificates. */
public final class ListCodecs {

    /** The request of ListCertificatesForCare 3. */
    public static final MessageCodec<ListCertificatesForCare> FOR_CARE =
            new Codec<>(ListCodecs::writeForCare, ListCodecs::readForCare);

    /** The response of ListCertificatesForCare 3. */
    public static final MessageCodec<List<Intyg>> FOR_CARE_ANSWER =
            new Codec<>(ListCodecs::writeForCareAnswer, ListCodecs::readForCareAnswer);

    /** The request of ListCertificatesForCareWithQA 3. */
    public static final MessageCodec<ListCertificatesForCareWithQA> WITH_QA =
            new Codec<>(ListCodecs::writeWithQa, ListCodecs::readWithQa);

    /** The response of ListCertificatesForCareWithQA 3. */
    public static final MessageCodec<List<CertificateWithQuestions>> WITH_QA_ANSWER =
            new Codec<>(ListCodecs::writeWithQaAnswer, ListCodecs::readWithQaAnswer);

    private static final String FOR_CARE_NAMESPACE =
            Namespaces.DOMAIN + "ListCertificatesForCareResponder:3";

    private static final String WITH_QA_NAMESPACE =
            Namespaces.DOMAIN + "ListCertificatesForCareWithQAResponder:3";

    private ListCodecs() {}

    private static void writeForCare(ListCertificatesForCare request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        WireParts.person("person-id", request.patient(), out);
        if (request.careProvider().isPresent()) {
            Fields.hsaId("vardgivar-id", request.careProvider().get(), out);
        }
        for (HsaId unit : request.units()) {
            Fields.hsaId("enhets-id", unit, out);
        }
    }

    private static ListCertificatesForCare readForCare(ElementReader in) throws XMLStreamException {
        Identifier patient = null;
        HsaId careProvider = null;
        List<HsaId> units = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "person-id" -> patient = WireParts.identifier(in);
                case "vardgivar-id" -> careProvider = Fields.hsaId(in);
                case "enhets-id" -> units.add(Fields.hsaId(in));
                default -> in.skip();
            }
        }
        return new ListCertificatesForCare(
                required(patient, "person-id"), Optional.ofNullable(careProvider), units);
    }

    private static void writeForCareAnswer(List<Intyg> certificates, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        out.start("intygsLista");
        for (Intyg certificate : certificates) {
            WireParts.intyg(certificate, FOR_CARE_NAMESPACE, out);
        }
        out.end();
    }

    private static List<Intyg> readForCareAnswer(ElementReader in) throws XMLStreamException {
        List<Intyg> certificates = null;
        while (in.nextChild()) {
            if (!in.name().equals("intygsLista")) {
                in.skip();
                continue;
            }
            certificates = new ArrayList<>();
            while (in.nextChild()) {
                if (in.name().equals("intyg")) {
                    certificates.add(WireParts.intyg(in));
                } else {
                    in.skip();
                }
            }
        }
        return List.copyOf(required(certificates, "intygsLista"));
    }

    private static void writeWithQa(ListCertificatesForCareWithQA request, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        WireParts.person("person-id", request.patient(), out);
        for (HsaId unit : request.units()) {
            Fields.hsaId("enhets-id", unit, out);
        }
        if (request.careProvider().isPresent()) {
            Fields.hsaId("vardgivar-id", request.careProvider().get(), out);
        }
        Fields.time("fromTidpunkt", request.from(), out);
        Fields.time("tomTidpunkt", request.to(), out);
    }

    private static ListCertificatesForCareWithQA readWithQa(ElementReader in)
            throws XMLStreamException {
        Identifier patient = null;
        List<HsaId> units = new ArrayList<>();
        HsaId careProvider = null;
        LocalDateTime from = null;
        LocalDateTime to = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "person-id" -> patient = WireParts.identifier(in);
                case "enhets-id" -> units.add(Fields.hsaId(in));
                case "vardgivar-id" -> careProvider = Fields.hsaId(in);
                case "fromTidpunkt" -> from = Fields.time(in);
                case "tomTidpunkt" -> to = Fields.time(in);
                default -> in.skip();
            }
        }
        return new ListCertificatesForCareWithQA(
                required(patient, "person-id"),
                units,
                Optional.ofNullable(careProvider),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }

    private static void writeWithQaAnswer(List<CertificateWithQuestions> items, ElementWriter out)
            throws XMLStreamException {
        WireParts.declare(out);
        out.start("list");
        for (CertificateWithQuestions item : items) {
            out.start("item");
            WireParts.intyg(item.certificate(), WITH_QA_NAMESPACE, out);
            out.start("handelser");
            for (CertificateEvent event : item.events()) {
                EventFields.event("handelse", event, out);
            }
            out.end();
            EventFields.counts("skickadeFragor", item.sent(), out);
            EventFields.counts("mottagnaFragor", item.received(), out);
            out.text("ref", item.reference());
            out.end();
        }
        out.end();
    }

    /** A list that is left out is empty, as the schema has it. */
    private static List<CertificateWithQuestions> readWithQaAnswer(ElementReader in)
            throws XMLStreamException {
        List<CertificateWithQuestions> items = new ArrayList<>();
        while (in.nextChild()) {
            if (!in.name().equals("list")) {
                in.skip();
                continue;
            }
            while (in.nextChild()) {
                if (in.name().equals("item")) {
                    items.add(readItem(in));
                } else {
                    in.skip();
                }
            }
        }
        return List.copyOf(items);
    }

    private static CertificateWithQuestions readItem(ElementReader in) throws XMLStreamException {
        Intyg certificate = null;
        List<CertificateEvent> events = new ArrayList<>();
        QuestionCounts sent = QuestionCounts.NONE;
        QuestionCounts received = QuestionCounts.NONE;
        String reference = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "intyg" -> certificate = WireParts.intyg(in);
                case "handelser" -> readEvents(in, events);
                case "skickadeFragor" -> sent = EventFields.counts(in);
                case "mottagnaFragor" -> received = EventFields.counts(in);
                case "ref" -> reference = in.text();
                default -> in.skip();
            }
        }
        return new CertificateWithQuestions(
                required(certificate, "intyg"),
                events,
                sent,
                received,
                Optional.ofNullable(reference));
    }

    private static void readEvents(ElementReader in, List<CertificateEvent> events)
            throws XMLStreamException {
        while (in.nextChild()) {
            if (in.name().equals("handelse")) {
                events.add(EventFields.event(in));
            } else {
                in.skip();
            }
        }
    }
}
