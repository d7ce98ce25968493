package se.ehealthsdk.certificate.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlNode;

/** Looking things up in trees, and putting trees together. */
final class Tree {

    private Tree() {}

    static boolean is(XmlElement element, String namespace, String localName) {
        return element.name().getLocalPart().equals(localName)
                && element.name().getNamespaceURI().equals(namespace);
    }

    /** The first child of a name. */
    static @Nullable XmlElement child(XmlElement parent, String namespace, String localName) {
        for (XmlNode node : parent.children()) {
            if (node instanceof XmlElement element && is(element, namespace, localName)) {
                return element;
            }
        }
        return null;
    }

    /** All children of a name. */
    static List<XmlElement> children(XmlElement parent, String namespace, String localName) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlNode node : parent.children()) {
            if (node instanceof XmlElement element && is(element, namespace, localName)) {
                found.add(element);
            }
        }
        return found;
    }

    /** The text of the first child of a name; empty where there is none. */
    static String text(@Nullable XmlElement parent, String namespace, String localName) {
        return optionalText(parent, namespace, localName).orElse("");
    }

    /** The text of the first child of a name. */
    static Optional<String> optionalText(
            @Nullable XmlElement parent, String namespace, String localName) {
        XmlElement child = parent == null ? null : child(parent, namespace, localName);
        return child == null ? Optional.empty() : Optional.of(text(child));
    }

    /** The text directly in an element, as {@link XmlElement#text()}. */
    static String text(XmlElement element) {
        List<XmlNode> children = element.children();
        if (children.isEmpty()) {
            return "";
        }
        return children.size() == 1 && children.get(0) instanceof XmlNode.Text text
                ? text.value()
                : element.text();
    }

    static XmlElement element(QName name, List<? extends XmlNode> children) {
        return new XmlElement(name, List.of(), List.of(), List.copyOf(children));
    }

    /**
     * An element with text.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if XML cannot carry the text
     */
    static XmlElement element(QName name, String text) {
        List<XmlNode> children =
                text.isEmpty()
                        ? List.of()
                        : List.of(new XmlNode.Text(XmlText.check(name.getLocalPart(), text)));
        return new XmlElement(name, List.of(), List.of(), children);
    }
}
