package se.ehealthsdk.certificate.internal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Attribute;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.certificate.document.XmlNode;

/**
 * The namespaces in force at an element, for taking it out of its document: what it uses and does not declare is
 * declared on it then. Values that begin with a prefix, as {@code xsi:type} has them, count as use.
 */
final class Scope {

    private static final int LONGEST_PREFIX = 40;

    /** Each element that is cut out declares its own: a long one, declared once, would fill the memory. */
    static final int LONGEST_NAMESPACE = 1_000;

    private final Function<String, @Nullable String> around;

    private Scope(Function<String, @Nullable String> around) {
        this.around = around;
    }

    /**
     * @param around gives the namespace of a prefix, null where it has none
     */
    static Scope of(Function<String, @Nullable String> around) {
        return new Scope(around);
    }

    /** Nothing is declared. */
    static Scope none() {
        return new Scope(prefix -> null);
    }

    /** The scope within an element. */
    Scope within(XmlElement element) {
        return new Scope(
                prefix -> {
                    String declared = declared(element, prefix);
                    return declared == null ? around.apply(prefix) : declared;
                });
    }

    /** The element with all that it uses declared on it. */
    XmlElement cutOut(XmlElement element) {
        Map<String, String> missing = new LinkedHashMap<>();
        collect(element, List.of(), true, missing);
        return with(element, missing);
    }

    /** The element with what its values use declared on it; what its names use is declared when it is written. */
    XmlElement detach(XmlElement element) {
        Map<String, String> missing = new LinkedHashMap<>();
        collect(element, List.of(), false, missing);
        return with(element, missing);
    }

    /** As {@link #detach(XmlElement)} for each element among nodes. */
    List<XmlNode> detach(List<XmlNode> nodes) {
        List<XmlNode> detached = new ArrayList<>(nodes.size());
        for (XmlNode node : nodes) {
            detached.add(node instanceof XmlElement element ? detach(element) : node);
        }
        return detached;
    }

    private static XmlElement with(XmlElement element, Map<String, String> missing) {
        if (missing.isEmpty()) {
            return element;
        }
        List<Declaration> declarations = new ArrayList<>(element.namespaces());
        missing.forEach(
                (prefix, namespace) -> declarations.add(new Declaration(prefix, namespace)));
        return new XmlElement(
                element.name(), declarations, element.attributes(), element.children());
    }

    private void collect(
            XmlElement element,
            List<XmlElement> above,
            boolean names,
            Map<String, String> missing) {
        List<XmlElement> path = above;
        if (!element.namespaces().isEmpty()) {
            path = new ArrayList<>(above);
            path.add(element);
        }
        if (names) {
            use(element.name().getPrefix(), path, missing);
        }
        for (Attribute attribute : element.attributes()) {
            if (names && !attribute.name().getPrefix().isEmpty()) {
                use(attribute.name().getPrefix(), path, missing);
            }
            useValue(attribute.value(), path, missing);
        }
        for (XmlNode node : element.children()) {
            if (node instanceof XmlElement child) {
                collect(child, path, names, missing);
            } else if (node instanceof XmlNode.Text text) {
                useValue(text.value(), path, missing);
            }
        }
    }

    private void useValue(String value, List<XmlElement> path, Map<String, String> missing) {
        int colon = value.indexOf(':');
        if (colon > 0 && colon < LONGEST_PREFIX) {
            use(Lexical.trim(value.substring(0, colon)), path, missing);
        }
    }

    private void use(String prefix, List<XmlElement> path, Map<String, String> missing) {
        if (prefix.equals(XMLConstants.XML_NS_PREFIX)
                || prefix.equals(XMLConstants.XMLNS_ATTRIBUTE)
                || missing.containsKey(prefix)) {
            return;
        }
        for (XmlElement element : path) {
            if (declared(element, prefix) != null) {
                return;
            }
        }
        String namespace = around.apply(prefix);
        if (namespace != null && !namespace.isEmpty() && namespace.length() <= LONGEST_NAMESPACE) {
            missing.put(prefix, namespace);
        }
    }

    private static @Nullable String declared(XmlElement element, String prefix) {
        for (Declaration each : element.namespaces()) {
            if (each.prefix().equals(prefix)) {
                return each.namespace();
            }
        }
        return null;
    }
}
