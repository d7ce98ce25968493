package se.ehealthsdk.certificate.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * An element as it came: its name with prefix, declarations, attributes and children in their order. What is
 * written from it has the same canonical form (Canonical XML 1.0) as what was read.
 *
 * @param name namespace, local name and prefix
 * @param namespaces declarations on this element, in their order
 * @param attributes in their order
 * @param children text, elements, comments and instructions, in their order
 */
public record XmlElement(
        QName name,
        List<Declaration> namespaces,
        List<Attribute> attributes,
        List<XmlNode> children)
        implements XmlNode {

    /**
     * A namespace declaration.
     *
     * @param prefix empty for the default namespace
     * @param namespace empty where a default namespace is taken back
     */
    public record Declaration(String prefix, String namespace) {}

    /**
     * An attribute.
     *
     * @param name with prefix
     * @param value normalised as XML says
     */
    public record Attribute(QName name, String value) {
        /** The name, never the value. */
        @Override
        public String toString() {
            return "Attribute[" + name + "]";
        }
    }

    /** Copies. */
    public XmlElement {
        namespaces = List.copyOf(namespaces);
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** Its child elements. */
    public List<XmlElement> elements() {
        List<XmlElement> elements = new ArrayList<>();
        for (XmlNode child : children) {
            if (child instanceof XmlElement element) {
                elements.add(element);
            }
        }
        return List.copyOf(elements);
    }

    /** The value of an attribute without namespace. */
    public Optional<String> attribute(String localName) {
        for (Attribute each : attributes) {
            if (each.name().getNamespaceURI().isEmpty()
                    && each.name().getLocalPart().equals(localName)) {
                return Optional.of(each.value());
            }
        }
        return Optional.empty();
    }

    /** The text directly in it, pieces put together; elements, comments and instructions left out. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (XmlNode child : children) {
            if (child instanceof Text part) {
                text.append(part.value());
            }
        }
        return text.toString();
    }

    /** The name, never the content. */
    @Override
    public String toString() {
        return "XmlElement[" + name + "]";
    }
}
