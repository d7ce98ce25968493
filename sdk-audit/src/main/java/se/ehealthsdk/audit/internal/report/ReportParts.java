package se.ehealthsdk.audit.internal.report;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.internal.LogTypeCodec;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SwedishTime;

/** What the messages of the reports have in common. */
final class ReportParts {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private ReportParts() {}

    /** The components' namespace, declared on the element that was just started. */
    static ElementWriter components(ElementWriter out) throws XMLStreamException {
        out.declare("log", LogTypeCodec.NAMESPACE);
        return out.in(LogTypeCodec.NAMESPACE);
    }

    static String local(LocalDateTime time) {
        return LOCAL.format(time);
    }

    /** Kept as it is written when it has no zone, since an hour of it may not exist, or exist twice. */
    static LocalDateTime local(ElementReader in, String element) throws XMLStreamException {
        String text = in.token();
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException zonedOrWrong) {
            return SwedishTime.parse(text)
                    .map(time -> LocalDateTime.ofInstant(time, SwedishTime.ZONE))
                    .orElseThrow(() -> new XMLStreamException(element + " is not an xs:dateTime"));
        }
    }

    static void person(String element, PersonId person, ElementWriter out, ElementWriter components)
            throws XMLStreamException {
        out.start(element);
        components.text("root", person.oid());
        components.text("extension", person.value());
        out.end();
    }

    /** Reads whom a report is asked about, which must be known to be a person. */
    static PersonId person(ElementReader in, String element) throws XMLStreamException {
        return LogTypeCodec.readPerson(in)
                .personId()
                .orElseThrow(
                        () -> new XMLStreamException(element + " is not the identity of a person"));
    }

    /** An element's text, none when it is blank. */
    static @Nullable String name(ElementReader in) throws XMLStreamException {
        String text = in.text();
        return text.isBlank() ? null : text;
    }
}
