package se.ehealthsdk.testkit.internal.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/** XML as indented lines, each with the way to its element: for people to read, so nothing of the original's blanks is kept. */
final class XmlLines {

    private static final int MAX_LINES = 200_000;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /** An element that is open. */
    private static final class Open {

        private final String name;
        private final String path;
        private final String start;
        private final Map<String, Integer> children = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private boolean written;

        Open(String name, String path, String start) {
            this.name = name;
            this.path = path;
            this.start = start;
        }
    }

    private XmlLines() {}

    /** The lines; empty when it is no XML that can be read. */
    static Optional<XmlLines> of(String xml) {
        XmlLines lines = new XmlLines();
        try {
            XMLStreamReader reader =
                    new SecureXml(XmlLimits.DEFAULT)
                            .reader(
                                    new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                                    "UTF-8");
            lines.read(reader);
            reader.close();
            return Optional.of(lines);
        } catch (IOException | XMLStreamException | EHealthException none) {
            return Optional.empty();
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (reader.hasNext() && lines.size() < MAX_LINES) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader, open);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    Open inner = open.peek();
                    if (inner != null) {
                        inner.text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.COMMENT -> {
                    flush(open);
                    lines.add(indent(open.size()) + "<!--" + reader.getText() + "-->");
                }
                case XMLStreamConstants.END_ELEMENT -> end(open);
                default -> {
                    // nothing to show
                }
            }
        }
    }

    private void start(XMLStreamReader reader, Deque<Open> open) {
        flush(open);
        String local = reader.getLocalName();
        Open outer = open.peek();
        int nth = outer == null ? 1 : outer.children.merge(local, 1, Integer::sum);
        String path =
                (outer == null ? "" : outer.path + "/") + local + (nth == 1 ? "" : "[" + nth + "]");
        String name = name(reader.getPrefix(), local);
        StringBuilder tag = new StringBuilder("<").append(name);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            attribute(tag, prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(
                    tag,
                    name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        open.push(new Open(name, path, tag.toString()));
    }

    private static String name(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static void attribute(StringBuilder tag, String name, @Nullable String value) {
        tag.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value == null ? "" : value).replace("\"", "&quot;"))
                .append('"');
    }

    /** Writes the start of the innermost open element, which turns out to have something in it. */
    private void flush(Deque<Open> open) {
        Open inner = open.peek();
        if (inner == null) {
            return;
        }
        if (!inner.written) {
            inner.written = true;
            place(inner.path);
            lines.add(indent(open.size() - 1) + inner.start + ">");
        }
        text(inner, open.size());
    }

    private void text(Open element, int depth) {
        String text = element.text.toString().strip();
        element.text.setLength(0);
        if (!text.isEmpty()) {
            lines.add(indent(depth) + escaped(text));
        }
    }

    private void end(Deque<Open> open) {
        Open element = open.pop();
        String indent = indent(open.size());
        if (element.written) {
            text(element, open.size() + 1);
            lines.add(indent + "</" + element.name + ">");
            return;
        }
        place(element.path);
        String text = element.text.toString();
        texts.putIfAbsent(element.path, text.strip());
        lines.add(
                text.isEmpty()
                        ? indent + element.start + "/>"
                        : indent + element.start + ">" + escaped(text) + "</" + element.name + ">");
    }

    private void place(String path) {
        places.putIfAbsent(path, lines.size() + 1);
    }

    private static String indent(int depth) {
        return "  ".repeat(Math.min(depth, 40));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A line of text that spans several is several here too. */
    List<String> lines() {
        return lines;
    }

    /** The line of an element, from 1; empty when there is none. Where an attribute is meant, that of its element. */
    OptionalInt line(String path) {
        String wanted = path.replace("[1]", "");
        int at = wanted.indexOf("/@");
        Integer line = places.get(at < 0 ? wanted : wanted.substring(0, at));
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** The text of an element that has nothing else in it. */
    Optional<String> textAt(String path) {
        return Optional.ofNullable(texts.get(path));
    }
}
