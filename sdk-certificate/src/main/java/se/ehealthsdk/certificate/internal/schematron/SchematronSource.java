package se.ehealthsdk.certificate.internal.schematron;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * A Schematron file made ready: every assert and report has an id, its place in the file where it had none, and no
 * message quotes the certificate.
 */
final class SchematronSource {

    private static final String ISO = "http://purl.oclc.org/dsdl/schematron";
    static final SecureXml XML = new SecureXml(XmlLimits.DEFAULT);

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private int tests;

    private SchematronSource(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    /**
     * @return the file as UTF-8
     * @throws ConfigurationException if the file cannot be read or is no ISO Schematron
     */
    static byte[] read(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamWriter out = SecureXml.writer(bytes);
            new SchematronSource(XML.reader(stream, null), out).copy();
            out.close();
        } catch (IOException | XMLStreamException unreadable) {
            throw new ConfigurationException(
                    "The Schematron file " + file.getFileName() + " cannot be read",
                    "See whether the file is whole and may be read by this program: an ISO"
                            + " Schematron without DOCTYPE, as the owner of the rules publishes"
                            + " it.",
                    unreadable);
        }
        return bytes.toByteArray();
    }

    private void copy() throws XMLStreamException {
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
            if (in.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a DOCTYPE has no place in a rule file");
            }
        }
        if (!in.getLocalName().equals("schema") || !ISO.equals(in.getNamespaceURI())) {
            throw new XMLStreamException("the root is not a schema of ISO Schematron");
        }
        do {
            event();
        } while (in.next() != XMLStreamConstants.END_DOCUMENT);
    }

    private void event() throws XMLStreamException {
        switch (in.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> out.writeEndElement();
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE ->
                    out.writeCharacters(in.getText());
            case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                // no part of a rule
            }
            default -> throw new XMLStreamException("an entity has no place in a rule file");
        }
    }

    private void start() throws XMLStreamException {
        boolean iso = ISO.equals(in.getNamespaceURI());
        if (iso && in.getLocalName().equals("value-of")) {
            // its value would be what the certificate says, which no finding may hold
            skip();
            out.writeCharacters("…");
            return;
        }
        out.writeStartElement(
                given(in.getPrefix()), in.getLocalName(), given(in.getNamespaceURI()));
        for (int n = 0; n < in.getNamespaceCount(); n++) {
            out.writeNamespace(given(in.getNamespacePrefix(n)), given(in.getNamespaceURI(n)));
        }
        for (int n = 0; n < in.getAttributeCount(); n++) {
            out.writeAttribute(
                    given(in.getAttributePrefix(n)),
                    given(in.getAttributeNamespace(n)),
                    in.getAttributeLocalName(n),
                    in.getAttributeValue(n));
        }
        if (iso && (in.getLocalName().equals("assert") || in.getLocalName().equals("report"))) {
            tests++;
            if (in.getAttributeValue(null, "id") == null) {
                out.writeAttribute("id", Integer.toString(tests));
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // goes with it
                }
            }
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
