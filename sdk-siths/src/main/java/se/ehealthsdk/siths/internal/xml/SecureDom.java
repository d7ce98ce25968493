package se.ehealthsdk.siths.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Reads and writes document trees. The JDK's own parser and writer are taken, whatever else is on the class
 * path: another one could see another tree.
 */
public final class SecureDom {

    private static final String MAX_DEPTH = "jdk.xml.maxElementDepth";
    private static final String MAX_ATTRIBUTES = "jdk.xml.elementAttributeLimit";
    private static final List<String> ENTITY_LIMITS =
            List.of(
                    "jdk.xml.entityExpansionLimit",
                    "jdk.xml.entityReplacementLimit",
                    "jdk.xml.maxGeneralEntitySizeLimit",
                    "jdk.xml.totalEntitySizeLimit");
    private static final String DISALLOW_DOCTYPE =
            "http://apache.org/xml/features/disallow-doctype-decl";

    private SecureDom() {}

    /**
     * The tree of a document, aware of namespaces, with comments, processing instructions and CDATA sections
     * as they stand.
     *
     * @param maxBytes the size from which on it is refused unread
     * @throws InvalidInputException when it is no well-formed XML 1.0 document, has a DOCTYPE, or is larger,
     *     deeper or wider than any real one
     */
    public static Document parse(byte[] document, int maxBytes) {
        if (document.length > maxBytes) {
            throw new InvalidInputException(
                    "document",
                    "is larger than " + maxBytes + " bytes",
                    "a document of usual size");
        }
        try {
            Document tree = builder().parse(new ByteArrayInputStream(document));
            if (!"1.0".equals(tree.getXmlVersion())) {
                // The canonical form of XML 1.1 may be no XML 1.0, and is read as that.
                throw new InvalidInputException(
                        "document", "is of another version than XML 1.0", "XML 1.0");
            }
            return tree;
        } catch (SAXException e) {
            // The parser's message may quote the document, so it is not passed on.
            throw new InvalidInputException(
                    "document", "is no well-formed XML" + place(e), "XML without a DOCTYPE");
        } catch (IOException e) {
            throw new InvalidInputException(
                    "document", "has bytes that are none in its encoding", "XML in UTF-8");
        }
    }

    /** The node and all in it as UTF-8, without XML declaration; no white space is added. */
    public static byte[] serialize(Node node) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Transformer identity = TransformerFactory.newDefaultInstance().newTransformer();
            identity.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            identity.transform(new DOMSource(node), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("Could not write a tree", e);
        }
        return bytes.toByteArray();
    }

    /** An empty tree, to build in. */
    public static Document newDocument() {
        return builder().newDocument();
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DISALLOW_DOCTYPE, true);
            factory.setAttribute(MAX_DEPTH, "100");
            // The parser looks a prefix up among all that are declared in all open elements.
            factory.setAttribute(MAX_ATTRIBUTES, "100");
            // Without DOCTYPE there is nothing to expand, but newer JDKs count each &amp; against
            // these.
            for (String entities : ENTITY_LIMITS) {
                factory.setAttribute(entities, "0");
            }
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser lacks a guard", e);
        }
    }

    private static String place(SAXException e) {
        return e instanceof SAXParseException at && at.getLineNumber() > 0
                ? " at line " + at.getLineNumber() + ", column " + at.getColumnNumber()
                : "";
    }

    /** Throws, where the default handler would print to the error stream. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
