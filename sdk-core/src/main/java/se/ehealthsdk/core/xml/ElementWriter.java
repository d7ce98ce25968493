package se.ehealthsdk.core.xml;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the elements of one message, in one namespace at a time.
 *
 * <pre>{@code
 * out.text("unitHsaId", request.unit().value());
 * out.text("searchBase", request.searchBase());     // an empty Optional writes nothing
 * out.declare("core", CORE);
 * out.in(CORE).text("addressLine", lines);          // one element for each
 * }</pre>
 *
 * <p>Not for use by more than one thread.
 */
public final class ElementWriter {

    private final XMLStreamWriter out;
    private final String namespace;

    /**
     * @param out a writer that does not repair namespaces
     * @param namespace the namespace of the elements written
     */
    public ElementWriter(XMLStreamWriter out, String namespace) {
        this.out = out;
        this.namespace = namespace;
    }

    /** The same stream, writing elements of another namespace, which has been declared. */
    public ElementWriter in(String otherNamespace) {
        return new ElementWriter(out, otherNamespace);
    }

    /**
     * Declares a namespace on the element that was just started.
     *
     * @param prefix its prefix; must not be in use
     * @param declared the namespace
     */
    public void declare(String prefix, String declared) throws XMLStreamException {
        out.setPrefix(prefix, declared);
        out.writeNamespace(prefix, declared);
    }

    /** The stream beneath, for content such as attributes; what is started on it is ended on it. */
    public XMLStreamWriter stream() {
        return out;
    }

    /** Starts an element, to be ended with {@link #end()}. */
    public void start(String name) throws XMLStreamException {
        out.writeStartElement(namespace, name);
    }

    /** Ends the element started last. */
    public void end() throws XMLStreamException {
        out.writeEndElement();
    }

    /** One element with text; nothing when the text is null. */
    public void text(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            out.writeStartElement(namespace, name);
            out.writeCharacters(text);
            out.writeEndElement();
        }
    }

    /** One element when there is a value, nothing otherwise. */
    public void text(String name, Optional<String> text) throws XMLStreamException {
        text(name, text.orElse(null));
    }

    /** One element for each text. */
    public void text(String name, Collection<String> texts) throws XMLStreamException {
        for (String text : texts) {
            text(name, text);
        }
    }

    /** One element as {@code xs:boolean}. */
    public void bool(String name, boolean value) throws XMLStreamException {
        text(name, Boolean.toString(value));
    }

    /** One element as {@code xs:boolean} when it is true, nothing otherwise. */
    public void ifTrue(String name, boolean value) throws XMLStreamException {
        if (value) {
            bool(name, true);
        }
    }

    /** One element as {@code xs:dateTime}, Swedish time with offset, when there is a value. */
    public void dateTime(String name, Optional<Instant> time) throws XMLStreamException {
        text(name, time.map(SwedishTime::format).orElse(null));
    }
}
