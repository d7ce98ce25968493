package se.ehealthsdk.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Source;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML with what the JDK has, and nothing of the SDK: what the SDK is measured against. */
final class Xml {

    private static final DocumentBuilderFactory BUILDERS =
            DocumentBuilderFactory.newDefaultNSInstance();
    private static final TransformerFactory TRANSFORMERS = TransformerFactory.newDefaultInstance();

    private Xml() {}

    static Document empty() {
        return builder().newDocument();
    }

    /** The parser finds the encoding itself, byte order mark included. */
    static Document parse(Path file) {
        return parse(new InputSource(file.toUri().toString()));
    }

    static Document parse(String text) {
        return parse(new InputSource(new StringReader(text)));
    }

    private static Document parse(InputSource source) {
        try {
            return builder().parse(source);
        } catch (SAXException | IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Whatever form a SOAP stack hands over, as text. */
    static String text(Source source) {
        try {
            Transformer transformer = TRANSFORMERS.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(source, new StreamResult(text));
            return text.toString();
        } catch (TransformerException cause) {
            throw new IllegalStateException(cause);
        }
    }

    static String text(Node node) {
        return text(new DOMSource(node));
    }

    static List<Element> descendants(Node below, String namespace, String name) {
        NodeList found =
                below instanceof Document document
                        ? document.getElementsByTagNameNS(namespace, name)
                        : ((Element) below).getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static DocumentBuilder builder() {
        try {
            return BUILDERS.newDocumentBuilder();
        } catch (ParserConfigurationException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
