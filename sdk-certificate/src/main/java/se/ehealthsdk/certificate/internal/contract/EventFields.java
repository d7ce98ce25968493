package se.ehealthsdk.certificate.internal.contract;

import static se.ehealthsdk.certificate.internal.contract.Fields.required;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.certificate.contract.CertificateEvent;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.internal.wire.Lexical;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;

/** Events and counts of questions, which lists and status updates have in common. */
final class EventFields {

    private EventFields() {}

    /** A Handelse. */
    static void event(String name, CertificateEvent event, ElementWriter out)
            throws XMLStreamException {
        out.start(name);
        ElementWriter core = out.in(Namespaces.CORE);
        WireParts.codedValue("handelsekod", event.code().coded(), core);
        core.text("tidpunkt", Lexical.formatWithMilliseconds("tidpunkt", event.time()));
        if (event.subject().isPresent()) {
            WireParts.codedValue("amne", event.subject().get().coded(), core);
        }
        Fields.date("sistaDatumForSvar", event.lastDayForAnswer(), core);
        if (event.handledBy().isPresent()) {
            // not among the namespaces of every message: it declares its own
            out.stream().writeStartElement("m2", "hanteratAv", Namespaces.EXTENSION_3_4);
            out.stream().writeNamespace("m2", Namespaces.EXTENSION_3_4);
            ElementWriter types = out.in(Namespaces.TYPES);
            types.text("root", Identifier.HSA_ID);
            types.text("extension", event.handledBy().get());
            out.stream().writeEndElement();
        }
        out.end();
    }

    /** A Handelse. */
    static CertificateEvent event(ElementReader in) throws XMLStreamException {
        EventCode code = null;
        LocalDateTime time = null;
        MessageSubject subject = null;
        LocalDate lastDay = null;
        Optional<String> handledBy = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "handelsekod" -> code = Fields.coded(in, EventCode::new);
                case "tidpunkt" -> time = Fields.time(in);
                case "amne" -> subject = Fields.subject(in);
                case "sistaDatumForSvar" -> lastDay = Fields.date(in);
                case "hanteratAv" -> handledBy = WireParts.identifier(in).extension();
                default -> in.skip();
            }
        }
        return new CertificateEvent(
                required(code, "handelsekod"),
                required(time, "tidpunkt"),
                Optional.ofNullable(subject),
                Optional.ofNullable(lastDay),
                handledBy);
    }

    /** Arenden. */
    static void counts(String name, QuestionCounts counts, ElementWriter out)
            throws XMLStreamException {
        out.start(name);
        ElementWriter core = out.in(Namespaces.CORE);
        Fields.number("totalt", counts.total(), core);
        Fields.number("ejBesvarade", counts.unanswered(), core);
        Fields.number("besvarade", counts.answered(), core);
        Fields.number("hanterade", counts.handled(), core);
        out.end();
    }

    /** Arenden; what is missing counts as none. */
    static QuestionCounts counts(ElementReader in) throws XMLStreamException {
        int total = 0;
        int unanswered = 0;
        int answered = 0;
        int handled = 0;
        while (in.nextChild()) {
            switch (in.name()) {
                case "totalt" -> total = Fields.number(in);
                case "ejBesvarade" -> unanswered = Fields.number(in);
                case "besvarade" -> answered = Fields.number(in);
                case "hanterade" -> handled = Fields.number(in);
                default -> in.skip();
            }
        }
        return new QuestionCounts(total, unanswered, answered, handled);
    }
}
