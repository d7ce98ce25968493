package se.ehealthsdk.siths.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The child elements of an element, taken one after the other. What nobody expects is refused: attributes,
 * text, processing instructions, elements. Comments are not there, as they are not in the canonical form.
 */
final class Parts {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final SignatureFinding code;
    private final String name;
    private final List<Element> children = new ArrayList<>();
    private int next;

    private Parts(SignatureFinding code, String name) {
        this.code = code;
        this.name = name;
    }

    /** The parts of an element that may have these attributes and child elements only. */
    static Parts of(Element element, SignatureFinding code, String... attributes) throws Refusal {
        Parts parts = new Parts(code, element.getLocalName());
        parts.checkAttributes(element, attributes);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.ELEMENT_NODE -> parts.children.add((Element) child);
                case Node.COMMENT_NODE -> {}
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> {
                    if (!Blank.is(child.getNodeValue())) {
                        throw parts.refusal("has text between its elements");
                    }
                }
                default -> throw parts.refusal("has a processing instruction");
            }
        }
        return parts;
    }

    /** The text of an element that may have these attributes and no child elements. */
    static String text(Element element, SignatureFinding code, String... attributes)
            throws Refusal {
        StringBuilder text = new StringBuilder();
        Parts parts = new Parts(code, element.getLocalName());
        parts.checkAttributes(element, attributes);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.COMMENT_NODE -> {}
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> text.append(child.getNodeValue());
                default -> throw parts.refusal("has more than text");
            }
        }
        return text.toString();
    }

    /** The next element, which has to be this one. */
    Element take(String namespace, String localName) throws Refusal {
        return takeIf(namespace, localName)
                .orElseThrow(() -> refusal("lacks " + localName + ", or has it at another place"));
    }

    /** The next element, when it is this one. */
    Optional<Element> takeIf(String namespace, String localName) {
        if (next < children.size()
                && localName.equals(children.get(next).getLocalName())
                && namespace.equals(children.get(next).getNamespaceURI())) {
            return Optional.of(children.get(next++));
        }
        return Optional.empty();
    }

    /** The next element, whatever it is; empty after the last. */
    Optional<Element> takeAny() {
        return next < children.size() ? Optional.of(children.get(next++)) : Optional.empty();
    }

    /** How many are left. */
    int left() {
        return children.size() - next;
    }

    /** Refuses anything that is left. */
    void end() throws Refusal {
        if (next < children.size()) {
            throw refusal("has an element that does not belong there");
        }
    }

    private void checkAttributes(Element element, String... attributes) throws Refusal {
        Set<String> allowed = Set.of(attributes);
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr attribute = (Attr) all.item(i);
            boolean known =
                    attribute.getNamespaceURI() == null && allowed.contains(attribute.getName());
            if (!known && !XMLNS.equals(attribute.getNamespaceURI())) {
                throw refusal("has an attribute that does not belong there");
            }
        }
    }

    private Refusal refusal(String what) {
        return new Refusal(code, name + " " + what);
    }
}
