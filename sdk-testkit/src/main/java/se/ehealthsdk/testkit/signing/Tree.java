package se.ehealthsdk.testkit.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads and builds XML. */
final class Tree {

    private static final Map<String, String> PREFIXES =
            Map.of(
                    "dss",
                    Names.DSS,
                    "csig",
                    Names.CSIG,
                    "saml",
                    Names.SAML,
                    "md",
                    Names.MD,
                    "ds",
                    Names.DS);

    private Tree() {}

    static Element parse(byte[] xml) throws Refused {
        try {
            DocumentBuilder builder = builder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new Refused("is no XML without DOCTYPE");
        }
    }

    static Document newDocument() {
        return builder().newDocument();
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] write(Document document) {
        try {
            Transformer identity = TransformerFactory.newDefaultInstance().newTransformer();
            identity.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            identity.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).toList();
    }

    /** The child on a path, as {@code csig:Signer/saml:Attribute}; the first where there are several. */
    static Element child(Element parent, String path) throws Refused {
        Element at = parent;
        for (String name : path.split("/")) {
            List<Element> found = children(at, name);
            if (found.isEmpty()) {
                throw new Refused("lacks " + name + " in " + at.getNodeName());
            }
            at = found.get(0);
        }
        return at;
    }

    static String text(Element parent, String path) throws Refused {
        return child(parent, path).getTextContent().strip();
    }

    static byte[] bytes(Element element) throws Refused {
        try {
            return Base64.getMimeDecoder().decode(element.getTextContent());
        } catch (IllegalArgumentException e) {
            throw new Refused("has bytes that are not in base64 in " + element.getNodeName());
        }
    }

    static boolean is(Element element, String name) {
        String[] parts = name.split(":");
        return parts[1].equals(element.getLocalName())
                && Objects.equals(PREFIXES.get(parts[0]), element.getNamespaceURI());
    }

    /**
     * Refuses an element whose children are not these, in this order.
     *
     * @param model as a schema would have it: a name, with ? where there may be one, + for one or more
     */
    static void requireOrder(Element parent, String... model) throws Refused {
        Iterator<Element> children = children(parent).iterator();
        Element next = children.hasNext() ? children.next() : null;
        for (String each : model) {
            char count = each.charAt(each.length() - 1);
            String name =
                    count == '?' || count == '+' ? each.substring(0, each.length() - 1) : each;
            boolean found = false;
            while (next != null && is(next, name) && (!found || count == '+')) {
                found = true;
                next = children.hasNext() ? children.next() : null;
            }
            if (!found && count != '?') {
                throw new Refused("lacks " + name + " at its place in " + parent.getNodeName());
            }
        }
        if (next != null) {
            throw new Refused(
                    "has " + next.getNodeName() + " out of place in " + parent.getNodeName());
        }
    }

    static void require(Element element, String attribute, String... values) throws Refused {
        if (Stream.of(values).noneMatch(element.getAttribute(attribute)::equals)) {
            throw new Refused(
                    "has not " + attribute + "=" + values[0] + " on " + element.getNodeName());
        }
    }

    /** Adds a child on the same prefixes, and returns it. */
    static Element add(Element parent, String name) {
        Element child =
                parent.getOwnerDocument().createElementNS(PREFIXES.get(name.split(":")[0]), name);
        parent.appendChild(child);
        return child;
    }

    static Element add(Element parent, String name, String text) {
        Element child = add(parent, name);
        child.setTextContent(text);
        return child;
    }

    static Element root(String name, String... prefixes) {
        Document document = newDocument();
        Element root = document.createElementNS(PREFIXES.get(name.split(":")[0]), name);
        for (String prefix : prefixes) {
            root.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, PREFIXES.get(prefix));
        }
        document.appendChild(root);
        return root;
    }
}
