package se.ehealthsdk.discharge.statistics;

import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of a page: each text is escaped by the writer beneath. */
final class Markup {

    private final XMLStreamWriter out;

    Markup(XMLStreamWriter out) {
        this.out = out;
    }

    /** Starts an element with attributes, given as name and value in turn. */
    Markup start(String name, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    Markup end() throws XMLStreamException {
        // never <p/>, which a browser reads as a start tag
        out.writeCharacters("");
        out.writeEndElement();
        return this;
    }

    Markup text(String text) throws XMLStreamException {
        out.writeCharacters(clean(text));
        return this;
    }

    /** An element with text. */
    Markup element(String name, String text, String... attributes) throws XMLStreamException {
        return start(name, attributes).text(text).end();
    }

    /** An element without content, in SVG or one that HTML closes itself. */
    Markup empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    /** A table; the first column heads its rows, and numbers stand to the right. */
    void table(String caption, List<String> head, List<List<String>> rows)
            throws XMLStreamException {
        start("table");
        element("caption", caption);
        start("thead").start("tr");
        for (String cell : head) {
            element("th", cell, "scope", "col");
        }
        end().end();
        start("tbody");
        for (List<String> row : rows) {
            start("tr");
            for (int i = 0; i < row.size(); i++) {
                if (i == 0) {
                    element("th", row.get(0), "scope", "row");
                } else if (isNumber(row.get(i))) {
                    element("td", row.get(i), "class", "n");
                } else {
                    element("td", row.get(i));
                }
            }
            end();
        }
        end().end();
    }

    private static boolean isNumber(String cell) {
        return cell.equals("–") || !cell.isEmpty() && Character.isDigit(cell.charAt(0));
    }

    /** A length in a drawing. */
    static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Without characters that no document may hold. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(
                        c ->
                                (c >= 0x20 || c == '\n' || c == '\t')
                                        && (c < 0xd800 || c > 0xdfff)
                                        && c != 0xfffe
                                        && c != 0xffff)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
