package se.ehealthsdk.core.internal.soap;

import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a SOAP 1.1 envelope: {@link #openBody()}, then the message or {@link #fault()}, then {@link
 * #finish()}, which tells a whole document from one that was cut off.
 */
public final class EnvelopeReader {

    private static final int MAX_FAULT_TEXT = 16_384;

    private final XMLStreamReader in;
    private final HeaderPart.Reader headerParts;
    private @Nullable String logicalAddress;

    public EnvelopeReader(XMLStreamReader in) {
        this(in, HeaderPart.Reader.NONE);
    }

    /**
     * @param headerParts is shown each part of the header but the address
     */
    public EnvelopeReader(XMLStreamReader in, HeaderPart.Reader headerParts) {
        this.in = in;
        this.headerParts = headerParts;
    }

    /** Moves to the element in the Body and gives its name. */
    public QName openBody() throws XMLStreamException {
        root();
        while (nextElement()) {
            QName name = in.getName();
            if (name.equals(Soap.BODY)) {
                if (!nextElement()) {
                    throw new XMLStreamException("the SOAP Body is empty");
                }
                return in.getName();
            }
            if (name.equals(Soap.HEADER)) {
                header();
            } else {
                skip();
            }
        }
        throw new XMLStreamException("the envelope has no Body");
    }

    /** The value of the address header of either profile (2.1, 2.0); empty when there was none. */
    public Optional<String> logicalAddress() {
        return Optional.ofNullable(logicalAddress);
    }

    /** Reads the fault that the body turned out to hold. */
    public SoapFault fault() throws XMLStreamException {
        String code = "Server";
        String string = "";
        String detail = "";
        while (nextElement()) {
            switch (in.getLocalName()) {
                case "faultcode" -> {
                    String qualified = allText(in).strip();
                    code = qualified.substring(qualified.indexOf(':') + 1);
                }
                case "faultstring" -> string = allText(in);
                case "detail" -> detail = allText(in);
                default -> skip();
            }
        }
        return new SoapFault(code.isEmpty() ? "Server" : code, string, detail);
    }

    /** Reads to the end of the document; call when the element in the Body has been read to its end. */
    public void finish() throws XMLStreamException {
        while (in.hasNext()) {
            in.next();
        }
        // the parser's buffers go back to be used again
        in.close();
    }

    private void root() throws XMLStreamException {
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
            if (in.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a DOCTYPE is not allowed");
            }
        }
        if (!in.getName().equals(Soap.ENVELOPE)) {
            throw new XMLStreamException("the document is not a SOAP 1.1 envelope");
        }
    }

    private void header() throws XMLStreamException {
        while (nextElement()) {
            String name = in.getLocalName();
            if (name.equals(Soap.LOGICAL_ADDRESS) || name.equals("To")) {
                logicalAddress = allText(in).strip();
            } else if (!headerParts.read(in)) {
                skip();
            }
        }
    }

    private boolean nextElement() throws XMLStreamException {
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
                    // nothing of interest between elements
                }
            }
        }
    }

    private void skip() throws XMLStreamException {
        while (nextElement()) {
            skip();
        }
    }

    /** The text of the element and of everything in it, up to a bound: a fault's detail may be long. */
    public static String allText(XMLStreamReader in) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < MAX_FAULT_TEXT) {
                        text.append(in.getText());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("the document ended inside an element");
                default -> {
                    // comments and processing instructions are no text
                }
            }
        }
        return text.length() > MAX_FAULT_TEXT ? text.substring(0, MAX_FAULT_TEXT) : text.toString();
    }
}
