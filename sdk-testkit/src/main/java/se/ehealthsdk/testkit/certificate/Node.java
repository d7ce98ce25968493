package se.ehealthsdk.testkit.certificate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.core.xml.SecureXml;

/**
 * An element of a message as it came, right or wrong, or as it is to be sent: read here by the stand-in's own
 * hand, so that a mistake of the client's does not meet the same mistake. Immutable.
 *
 * @param name namespace, local name and prefix
 * @param declared prefixes that the element declares, or needs from above where it is the first
 * @param attributes by name
 * @param content texts ({@link String}) and elements ({@link Node}), in their order
 */
record Node(
        QName name,
        Map<String, String> declared,
        Map<QName, String> attributes,
        List<Object> content) {

    /** Reads and writes any message: what it holds is looked at afterwards. */
    static final MessageCodec<Node> ANY =
            new MessageCodec<>() {
                @Override
                public void write(Node message, ElementWriter out) throws XMLStreamException {
                    Map<String, String> scope = new HashMap<>();
                    scope.put("", message.name.getNamespaceURI());
                    for (Object each : message.content) {
                        writeContent(each, out.stream(), scope);
                    }
                }

                @Override
                public Node read(ElementReader in) throws XMLStreamException {
                    return Node.read(in.stream(), true);
                }
            };

    Node {
        declared = Map.copyOf(declared);
        attributes = Map.copyOf(attributes);
        content = List.copyOf(content);
    }

    /** An element with parts; null and empty optional ones are left out. */
    static Node of(String namespace, String name, @Nullable Object... parts) {
        List<Object> content = new ArrayList<>();
        for (Object part : parts) {
            add(part, content);
        }
        return new Node(new QName(namespace, name), Map.of(), Map.of(), content);
    }

    private static void add(@Nullable Object part, List<Object> content) {
        if (part instanceof Optional<?> optional) {
            add(optional.orElse(null), content);
        } else if (part instanceof Iterable<?> several) {
            several.forEach(each -> add(each, content));
        } else if (part != null) {
            content.add(part);
        }
    }

    // ---- reading ----

    private static Node read(XMLStreamReader in, boolean first) throws XMLStreamException {
        QName name = in.getName();
        Map<String, String> declared = Map.of();
        if (first || in.getNamespaceCount() > 0 || in.getAttributeCount() > 0) {
            declared = new LinkedHashMap<>();
            for (int i = 0; i < in.getNamespaceCount(); i++) {
                declared.put(text(in.getNamespacePrefix(i)), text(in.getNamespaceURI(i)));
            }
            if (first) {
                declared.put(name.getPrefix(), name.getNamespaceURI());
            }
        }
        Map<QName, String> attributes = Map.of();
        if (in.getAttributeCount() > 0) {
            attributes = new LinkedHashMap<>();
            for (int i = 0; i < in.getAttributeCount(); i++) {
                attributes.put(in.getAttributeName(i), in.getAttributeValue(i));
                noteUse(in.getAttributeName(i), in, declared);
            }
        }
        List<Object> content = new ArrayList<>(4);
        StringBuilder more = new StringBuilder(0);
        String text = "";
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    flush(text, more, content);
                    text = "";
                    content.add(read(in, false));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    flush(text, more, content);
                    return new Node(name, declared, attributes, content);
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (text.isEmpty()) {
                        text = in.getText();
                    } else {
                        more.append(in.getText());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("the document ended inside an element");
                default -> {
                    // comments and processing instructions are nothing to a service
                }
            }
        }
    }

    /** A prefix from the envelope is lost with it, unless it is noted where it is used. */
    private static void noteUse(QName name, XMLStreamReader in, Map<String, String> declared) {
        if (!name.getPrefix().isEmpty() && !name.getPrefix().equals("xml")) {
            declared.putIfAbsent(
                    name.getPrefix(),
                    text(in.getNamespaceContext().getNamespaceURI(name.getPrefix())));
        }
    }

    private static void flush(String first, StringBuilder more, List<Object> content) {
        if (!first.isEmpty()) {
            content.add(more.isEmpty() ? first : first + more);
            more.setLength(0);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    // ---- looking ----

    String namespace() {
        return name.getNamespaceURI();
    }

    String local() {
        return name.getLocalPart();
    }

    List<Node> children() {
        List<Node> children = new ArrayList<>(content.size());
        for (Object each : content) {
            if (each instanceof Node child) {
                children.add(child);
            }
        }
        return children;
    }

    boolean hasChildren() {
        for (Object each : content) {
            if (each instanceof Node) {
                return true;
            }
        }
        return false;
    }

    Stream<Node> all(String local) {
        return children().stream().filter(each -> each.local().equals(local));
    }

    Optional<Node> child(String local) {
        for (Object each : content) {
            if (each instanceof Node child && child.local().equals(local)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The text of a descendant, by the names on the way; empty text where there is none. */
    String at(String... path) {
        return optional(path).orElse("");
    }

    Optional<String> optional(String... path) {
        Node found = this;
        for (String step : path) {
            Optional<Node> next = found.child(step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found = next.get();
        }
        return Optional.of(found.text());
    }

    /** Its own text, without that of its elements. */
    String text() {
        if (content.size() == 1) {
            return content.get(0) instanceof String only ? only : "";
        }
        StringBuilder text = new StringBuilder();
        for (Object each : content) {
            if (each instanceof String piece) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    String attribute(String local) {
        return attributes.getOrDefault(new QName(local), "");
    }

    // ---- changing ----

    /** The same content in an element of another name. */
    Node named(String namespace, String local) {
        return new Node(new QName(namespace, local), declared, attributes, content);
    }

    /** The same element outside the one that it stands in, with what that declares. */
    Node outOf(Node around) {
        Map<String, String> all = new LinkedHashMap<>(around.declared);
        all.putAll(declared);
        return new Node(name, all, attributes, content);
    }

    Node with(List<Object> other) {
        return new Node(name, declared, attributes, other);
    }

    // ---- writing ----

    /** As a document of its own, UTF-8 without declaration. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 << 10);
        try {
            XMLStreamWriter out = SecureXml.writer(bytes);
            Map<String, String> used = new LinkedHashMap<>(declared);
            used.put(name.getPrefix(), name.getNamespaceURI());
            noteUse(used);
            new Node(name, used, attributes, content).write(out, new HashMap<>());
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** As {@link #bytes()}. */
    String xml() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Prefixes that are used within are declared once, at the top, where that says the same. */
    private void noteUse(Map<String, String> used) {
        if (!name.getPrefix().isEmpty()) {
            used.putIfAbsent(name.getPrefix(), name.getNamespaceURI());
        }
        for (Object each : content) {
            if (each instanceof Node child) {
                child.noteUse(used);
            }
        }
    }

    private static void writeContent(Object each, XMLStreamWriter out, Map<String, String> above)
            throws XMLStreamException {
        if (each instanceof Node node) {
            node.write(out, above);
        } else {
            out.writeCharacters((String) each);
        }
    }

    private void write(XMLStreamWriter out, Map<String, String> above) throws XMLStreamException {
        out.writeStartElement(name.getPrefix(), name.getLocalPart(), name.getNamespaceURI());
        Map<String, String> scope = above;
        if (!isInScope(above)) {
            Map<String, String> needed = new LinkedHashMap<>(declared);
            needed.put(name.getPrefix(), name.getNamespaceURI());
            scope = new HashMap<>(above);
            for (Map.Entry<String, String> each : needed.entrySet()) {
                if (!each.getValue().equals(scope.put(each.getKey(), each.getValue()))) {
                    declare(each.getKey(), each.getValue(), out);
                }
            }
        }
        for (Map.Entry<QName, String> each : attributes.entrySet()) {
            QName attribute = each.getKey();
            out.writeAttribute(
                    attribute.getPrefix(),
                    attribute.getNamespaceURI(),
                    attribute.getLocalPart(),
                    each.getValue());
        }
        for (Object each : content) {
            writeContent(each, out, scope);
        }
        out.writeEndElement();
    }

    /** Whether all that it needs has been declared above, as it has for nearly every element. */
    private boolean isInScope(Map<String, String> above) {
        if (!name.getNamespaceURI().equals(above.get(name.getPrefix()))) {
            return false;
        }
        for (Map.Entry<String, String> each : declared.entrySet()) {
            if (!each.getValue().equals(above.get(each.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static void declare(String prefix, String namespace, XMLStreamWriter out)
            throws XMLStreamException {
        if (prefix.equals(XMLConstants.DEFAULT_NS_PREFIX)) {
            out.writeDefaultNamespace(namespace);
        } else {
            out.writeNamespace(prefix, namespace);
        }
    }

    /** The name alone: the rest may be personal data. */
    @Override
    public String toString() {
        return "Node[" + name + "]";
    }
}
