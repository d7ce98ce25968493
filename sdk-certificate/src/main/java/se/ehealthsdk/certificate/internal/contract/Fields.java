package se.ehealthsdk.certificate.internal.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.internal.wire.Lexical;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SwedishTime;

/** Fields that the messages have in common. What cannot be read is told without what stands there. */
final class Fields {

    private Fields() {}

    static <T> T required(@Nullable T value, String element) throws XMLStreamException {
        if (value == null) {
            throw new XMLStreamException(element + " is missing");
        }
        return value;
    }

    static void hsaId(String name, HsaId id, ElementWriter out) throws XMLStreamException {
        WireParts.identifier(name, Identifier.of(Identifier.HSA_ID, id.value()), out);
    }

    static HsaId hsaId(ElementReader in) throws XMLStreamException {
        String name = in.name();
        return WireParts.identifier(in)
                .extension()
                .flatMap(HsaId::tryParse)
                .orElseThrow(() -> new XMLStreamException(name + " is not an HSA-id"));
    }

    static void time(String name, LocalDateTime time, ElementWriter out) throws XMLStreamException {
        out.text(name, Lexical.format(name, time));
    }

    static void time(String name, Optional<LocalDateTime> time, ElementWriter out)
            throws XMLStreamException {
        if (time.isPresent()) {
            time(name, time.get(), out);
        }
    }

    /** Any xs:dateTime: what others send is read also where it has decimals or a zone. */
    static LocalDateTime time(ElementReader in) throws XMLStreamException {
        String name = in.name();
        String text = in.token();
        return Lexical.timestamp(text)
                .or(() -> Lexical.timestampWithMilliseconds(text))
                .or(() -> withZone(text))
                .orElseThrow(() -> new XMLStreamException(name + " is not an xs:dateTime"));
    }

    /** A day that does not exist would be read as one that does. */
    private static Optional<LocalDateTime> withZone(String text) {
        boolean dayExists =
                Lexical.date(text.substring(0, Math.min(10, text.length()))).isPresent();
        return dayExists
                ? SwedishTime.parse(text).map(at -> LocalDateTime.ofInstant(at, SwedishTime.ZONE))
                : Optional.empty();
    }

    static void date(String name, Optional<LocalDate> day, ElementWriter out)
            throws XMLStreamException {
        if (day.isPresent()) {
            out.text(name, Lexical.format(name, day.get()));
        }
    }

    static LocalDate date(ElementReader in) throws XMLStreamException {
        String name = in.name();
        return Lexical.date(in.token())
                .orElseThrow(() -> new XMLStreamException(name + " is not a date"));
    }

    static void number(String name, int number, ElementWriter out) throws XMLStreamException {
        out.text(name, String.valueOf(number));
    }

    static void number(String name, OptionalInt number, ElementWriter out)
            throws XMLStreamException {
        if (number.isPresent()) {
            number(name, number.getAsInt(), out);
        }
    }

    static int number(ElementReader in) throws XMLStreamException {
        String name = in.name();
        return Lexical.integer(in.token())
                .orElseThrow(() -> new XMLStreamException(name + " is not an xs:int"));
    }

    static Part part(ElementReader in) throws XMLStreamException {
        return coded(in, Part::new);
    }

    static MessageSubject subject(ElementReader in) throws XMLStreamException {
        return coded(in, MessageSubject::new);
    }

    /** A code of an open list; a blank one is none. */
    static <T> T coded(ElementReader in, Function<String, T> type) throws XMLStreamException {
        String name = in.name();
        CodedValue value = WireParts.codedValue(in);
        if (value.code().isBlank()) {
            throw new XMLStreamException(name + " has no code");
        }
        return type.apply(value.code().strip());
    }

    static void reference(String name, Optional<MessageReference> reference, ElementWriter out)
            throws XMLStreamException {
        if (reference.isPresent()) {
            out.start(name);
            ElementWriter core = out.in(Namespaces.CORE);
            core.text("meddelande-id", reference.get().messageId());
            core.text("referens-id", reference.get().referenceId());
            out.end();
        }
    }

    static MessageReference reference(ElementReader in) throws XMLStreamException {
        String id = null;
        String reference = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "meddelande-id" -> id = in.text().strip();
                case "referens-id" -> reference = in.text();
                default -> in.skip();
            }
        }
        return new MessageReference(required(id, "meddelande-id"), Optional.ofNullable(reference));
    }
}
