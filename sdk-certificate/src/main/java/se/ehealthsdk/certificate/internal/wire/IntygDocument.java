package se.ehealthsdk.certificate.internal.wire;

import static se.ehealthsdk.certificate.internal.wire.Namespaces.REGISTER;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.REGISTER_PREFIX;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.certificate.document.XmlNode;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * A document that holds exactly one intyg.
 *
 * @param intyg the element, with all that it needs declared on it
 * @param message what the document is made of, where its root is a RegisterCertificate 3 around the intyg
 */
public record IntygDocument(XmlElement intyg, Optional<List<XmlNode>> message) {

    private static final String FIELD = "document";
    private static final SecureXml XML = new SecureXml(XmlLimits.DEFAULT);

    /** Larger documents are refused. */
    public static final long MAX_BYTES = XmlLimits.DEFAULT.maxBytes();

    /**
     * @throws InvalidInputException if it is no XML, is over a limit, or does not hold exactly one intyg
     */
    public static IntygDocument read(byte[] bytes) {
        if (bytes.length == 0) {
            throw new InvalidInputException(FIELD, "is empty", "an XML document with an intyg");
        }
        XMLStreamReader in = null;
        try {
            in = XML.reader(new ByteArrayInputStream(bytes), null);
            return of(nodes(in));
        } catch (XMLStreamException broken) {
            Location location = in == null ? broken.getLocation() : in.getLocation();
            throw new InvalidInputException(
                    FIELD,
                    "is not well-formed XML, or is over a limit" + at(location),
                    "XML 1.0 without DOCTYPE, at most %d MiB, %d levels deep, %d characters in one text"
                            .formatted(
                                    MAX_BYTES >> 20,
                                    XmlLimits.DEFAULT.maxDepth(),
                                    XmlLimits.DEFAULT.maxTextLength()));
        } catch (IOException unreadable) {
            throw new InvalidInputException(
                    FIELD,
                    "has bytes that are none in its character set, or too many",
                    "XML in UTF-8, at most " + (MAX_BYTES >> 20) + " MiB");
        }
    }

    private static List<XmlNode> nodes(XMLStreamReader in) throws XMLStreamException {
        if ("1.1".equals(in.getVersion())) {
            throw new InvalidInputException(FIELD, "is XML 1.1", "XML 1.0");
        }
        XmlCapture capture = new XmlCapture(in);
        List<XmlNode> nodes = new ArrayList<>(1);
        while (in.hasNext()) {
            int event = in.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> nodes.add(capture.element());
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        nodes.add(capture.aside(event));
                case XMLStreamConstants.DTD ->
                        throw new InvalidInputException(
                                FIELD,
                                "has a DOCTYPE" + at(in.getLocation()),
                                "XML without DOCTYPE");
                default -> {
                    // blanks around the root
                }
            }
        }
        return nodes;
    }

    private static IntygDocument of(List<XmlNode> nodes) {
        XmlElement root = root(nodes);
        List<Found> found = new ArrayList<>(1);
        find(root, Scope.none(), found);
        if (found.size() != 1) {
            throw new InvalidInputException(
                    FIELD,
                    found.isEmpty()
                            ? "holds no intyg of clinicalprocess:healthcond:certificate"
                            : "holds more than one intyg",
                    "a RegisterCertificate, a GetCertificateResponse, or an intyg alone");
        }
        Found only = found.get(0);
        boolean whole =
                Tree.is(root, REGISTER, "RegisterCertificate")
                        && root.children().stream().anyMatch(each -> each == only.intyg);
        return new IntygDocument(
                only.around.cutOut(only.intyg), whole ? Optional.of(nodes) : Optional.empty());
    }

    private static XmlElement root(List<XmlNode> nodes) {
        for (XmlNode node : nodes) {
            if (node instanceof XmlElement element) {
                return element;
            }
        }
        throw new InvalidInputException(FIELD, "has no root element", "an XML document");
    }

    private static void find(XmlElement element, Scope around, List<Found> found) {
        if (element.name().getLocalPart().equals("intyg")
                && element.name().getNamespaceURI().startsWith(Namespaces.DOMAIN)) {
            found.add(new Found(element, around));
        }
        Scope within = element.namespaces().isEmpty() ? around : around.within(element);
        for (XmlNode node : element.children()) {
            if (node instanceof XmlElement child) {
                find(child, within, found);
            }
        }
    }

    private record Found(XmlElement intyg, Scope around) {}

    /** The document in UTF-8: the message as it was read, or a RegisterCertificate 3 around the intyg. */
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
        try {
            XMLStreamWriter out = SecureXml.writer(bytes);
            out.writeStartDocument("UTF-8", "1.0");
            XmlOutput trees = new XmlOutput(out);
            for (XmlNode node : message.orElseGet(() -> List.of(wrapped(intyg)))) {
                trees.write(node);
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static XmlElement wrapped(XmlElement intyg) {
        return new XmlElement(
                new QName(REGISTER, "RegisterCertificate", REGISTER_PREFIX),
                List.of(
                        new Declaration(REGISTER_PREFIX, REGISTER),
                        new Declaration(Namespaces.CORE_PREFIX, Namespaces.CORE),
                        new Declaration(Namespaces.TYPES_PREFIX, Namespaces.TYPES),
                        new Declaration(Namespaces.EXTENSION_3_2_PREFIX, Namespaces.EXTENSION_3_2)),
                List.of(),
                List.of(intyg));
    }

    private static String at(@Nullable Location location) {
        return location == null || location.getLineNumber() < 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (line %d, column %d)",
                        location.getLineNumber(),
                        location.getColumnNumber());
    }
}
