package se.ehealthsdk.person.internal;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementWriter;

/** Writes elements that have parts, and the few kinds of values that {@link ElementWriter} leaves to the caller. */
final class Out {

    /** Writes what is inside an element. */
    interface Content<T> {
        void write(T value, ElementWriter out) throws XMLStreamException;
    }

    private Out() {}

    static <T> void element(ElementWriter out, String name, T value, Content<T> content)
            throws XMLStreamException {
        out.start(name);
        content.write(value, out);
        out.end();
    }

    static <T> void optional(ElementWriter out, String name, Optional<T> value, Content<T> content)
            throws XMLStreamException {
        if (value.isPresent()) {
            element(out, name, value.get(), content);
        }
    }

    static <T> void all(ElementWriter out, String name, List<T> values, Content<T> content)
            throws XMLStreamException {
        for (T value : values) {
            element(out, name, value, content);
        }
    }

    /** A number, a boolean or a date as XML Schema writes it. */
    static void value(ElementWriter out, String name, Optional<?> value) throws XMLStreamException {
        out.text(name, value.map(Object::toString));
    }
}
