package se.ehealthsdk.siths.signature.remote;

import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.ehealthsdk.siths.internal.xml.SecureDom;

/** Builds a tree, top down. All namespaces are declared at the root, so that a signature can be made on it. */
final class XmlWriter {

    private final Document document;
    private final Element element;

    private XmlWriter(Document document, Element element) {
        this.document = document;
        this.element = element;
    }

    /** Starts with a root. */
    static XmlWriter root(String namespace, String name) {
        Document document = SecureDom.newDocument();
        Element root = document.createElementNS(namespace, name);
        document.appendChild(root);
        return new XmlWriter(document, root);
    }

    Element element() {
        return element;
    }

    XmlWriter declare(String prefix, String namespace) {
        element.setAttributeNS(
                XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                XMLConstants.XMLNS_ATTRIBUTE + ":" + prefix,
                namespace);
        return this;
    }

    XmlWriter attribute(String name, String value) {
        element.setAttributeNS(null, name, value);
        return this;
    }

    XmlWriter attribute(String namespace, String name, String value) {
        element.setAttributeNS(namespace, name, value);
        return this;
    }

    /** Adds an element, and goes on in it. */
    XmlWriter child(String namespace, String name) {
        Element child = document.createElementNS(namespace, name);
        element.appendChild(child);
        return new XmlWriter(document, child);
    }

    XmlWriter dss(String name) {
        return child(Dss.CORE, "dss:" + name);
    }

    XmlWriter csig(String name) {
        return child(Dss.EXTENSION, "csig:" + name);
    }

    XmlWriter saml(String name) {
        return child(Dss.ASSERTION, "saml2:" + name);
    }

    XmlWriter text(String text) {
        element.appendChild(document.createTextNode(text));
        return this;
    }
}
