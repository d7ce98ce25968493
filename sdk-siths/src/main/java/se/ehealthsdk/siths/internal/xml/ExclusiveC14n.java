package se.ehealthsdk.siths.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Exclusive XML canonicalization without comments and without a list of inclusive namespaces.
 *
 * <p>Source: Exclusive XML Canonicalization 1.0 and Canonical XML 1.0 (W3C).
 */
public final class ExclusiveC14n {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final Comparator<Attr> ORDER =
            Comparator.<Attr, String>comparing(attribute -> orEmpty(attribute.getNamespaceURI()))
                    .thenComparing(Attr::getLocalName);

    private final boolean elementNamespaces;
    private final Predicate<Element> leftOut;
    private final StringBuilder out = new StringBuilder(4096);

    /** What is declared by the elements that are open, by prefix. */
    private final Map<String, String> declared = new HashMap<>();

    private ExclusiveC14n(boolean elementNamespaces, Predicate<Element> leftOut) {
        this.elementNamespaces = elementNamespaces;
        this.leftOut = leftOut;
    }

    /** The canonical form of an element and all in it. */
    public static byte[] of(Element element) {
        return new ExclusiveC14n(true, any -> false).write(element);
    }

    /**
     * The canonical form that an element would have, were it and every element in it in no namespace, and some
     * elements not there. Attributes keep their namespaces.
     */
    public static byte[] withoutNamespaces(Element element, Predicate<Element> leftOut) {
        return new ExclusiveC14n(false, leftOut).write(element);
    }

    private byte[] write(Element apex) {
        element(apex);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(Element element) {
        String name = elementNamespaces ? element.getNodeName() : element.getLocalName();
        List<Attr> attributes = new ArrayList<>();
        Map<String, String> used = new TreeMap<>();
        if (elementNamespaces) {
            used.put(orEmpty(element.getPrefix()), orEmpty(element.getNamespaceURI()));
        } else {
            used.put("", "");
        }
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr attribute = (Attr) all.item(i);
            if (!XMLNS.equals(attribute.getNamespaceURI())) {
                attributes.add(attribute);
                String prefix = attribute.getPrefix();
                if (prefix != null && !prefix.equals("xml")) {
                    used.put(prefix, orEmpty(attribute.getNamespaceURI()));
                }
            }
        }
        out.append('<').append(name);
        Map<String, String> before = declare(used);
        attributes.sort(ORDER);
        for (Attr attribute : attributes) {
            out.append(' ').append(attribute.getNodeName()).append("=\"");
            escape(attribute.getValue(), true);
            out.append('"');
        }
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            node(child);
        }
        out.append("</").append(name).append('>');
        declared.putAll(before);
    }

    /** Declares what is not declared so; gives back what was declared before. */
    private Map<String, String> declare(Map<String, String> used) {
        Map<String, String> before = new HashMap<>();
        for (Map.Entry<String, String> each : used.entrySet()) {
            String prefix = each.getKey();
            String above = declared.getOrDefault(prefix, "");
            if (!each.getValue().equals(above)) {
                before.put(prefix, above);
                declared.put(prefix, each.getValue());
                out.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
                escape(each.getValue(), true);
                out.append('"');
            }
        }
        return before;
    }

    private void node(Node node) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> {
                Element child = (Element) node;
                if (!leftOut.test(child)) {
                    element(child);
                }
            }
            case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> escape(node.getNodeValue(), false);
            case Node.PROCESSING_INSTRUCTION_NODE -> {
                out.append("<?").append(node.getNodeName());
                if (!node.getNodeValue().isEmpty()) {
                    out.append(' ').append(node.getNodeValue());
                }
                out.append("?>");
            }
            default -> {
                // Comments, and nothing else: the parser expands or refuses the rest.
            }
        }
    }

    private void escape(String value, boolean inAttribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '\r' -> out.append("&#xD;");
                case '>' -> out.append(inAttribute ? ">" : "&gt;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\t' -> out.append(inAttribute ? "&#x9;" : "\t");
                case '\n' -> out.append(inAttribute ? "&#xA;" : "\n");
                default -> out.append(c);
            }
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
