package se.ehealthsdk.core.xml;

import java.time.Instant;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the elements of one message.
 *
 * <pre>{@code
 * while (in.nextChild()) {
 *     switch (in.name()) {
 *         case "unitHsaId" -> unit.hsaId(HsaId.of(in.text()));
 *         case "mail" -> unit.mail(in.text());
 *         default -> in.skip();
 *     }
 * }
 * }</pre>
 *
 * <p>Each child is consumed by exactly one of {@link #text()} (or a typed reading of it), {@link
 * #skip()}, or a loop like this one over its own children. Elements outside the contract's domain, such
 * as a producer's own extension, never carry the name of an element of the contract: {@link #name()}
 * gives them as {@code {namespace}name}, so that they end in {@code default}. Not for use by more than
 * one thread.
 */
public final class ElementReader {

    private final XMLStreamReader in;
    private final String domainPrefix;
    private @Nullable String ownNamespace;

    /**
     * @param in stands on a start element
     * @param domainPrefix what the namespaces of the contract's own elements start with, for example
     *     {@code urn:riv:infrastructure:directory:organization:}
     */
    public ElementReader(XMLStreamReader in, String domainPrefix) {
        this.in = in;
        this.domainPrefix = domainPrefix;
    }

    /**
     * Moves to the next child of the current element.
     *
     * @return true when standing on the start of a child; false when standing on the end of the parent
     */
    public boolean nextChild() throws XMLStreamException {
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("the document ended inside an element");
                default -> {
                    // text between elements, comments and processing instructions carry nothing
                }
            }
        }
    }

    /** The local name of the current element, or {@code {namespace}name} if it is not of the domain. */
    public String name() {
        String namespace = in.getNamespaceURI();
        return isOwn(namespace) ? in.getLocalName() : "{" + namespace + "}" + in.getLocalName();
    }

    @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // the parser interns namespaces
    private boolean isOwn(@Nullable String namespace) {
        if (namespace == ownNamespace && namespace != null) {
            return true;
        }
        if (namespace == null || !namespace.startsWith(domainPrefix)) {
            return false;
        }
        ownNamespace = namespace;
        return true;
    }

    /** The text of the current element, as it stands; child elements, which have no place there, fail. */
    public String text() throws XMLStreamException {
        return in.getElementText();
    }

    /** The text of the current element without white space around it. */
    public String token() throws XMLStreamException {
        return in.getElementText().strip();
    }

    /** The current element as {@code xs:boolean}. */
    public boolean bool() throws XMLStreamException {
        String name = in.getLocalName();
        String value = token();
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new XMLStreamException(name + " is not an xs:boolean");
        };
    }

    /** The current element as {@code xs:dateTime}; without zone it is Swedish local time. */
    public Instant dateTime() throws XMLStreamException {
        String name = in.getLocalName();
        return SwedishTime.parse(token())
                .orElseThrow(() -> new XMLStreamException(name + " is not an xs:dateTime"));
    }

    /**
     * The stream beneath, for content that no cursor over elements can give, such as attributes and mixed
     * text. Whoever uses it leaves it on the end of the current element, as if it were skipped.
     */
    public XMLStreamReader stream() {
        return in;
    }

    /** Passes over the current element and everything in it. */
    public void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("the document ended inside an element");
                default -> {
                    // passed over
                }
            }
        }
    }
}
