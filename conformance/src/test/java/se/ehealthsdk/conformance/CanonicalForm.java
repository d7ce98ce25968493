package se.ehealthsdk.conformance;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What a document says by its schema, one line for each element, in order: without prefixes, without
 * what the schema does not declare, with one form for each boolean, time and point in time, and
 * without optional elements that are false or empty, or lists of nothing.
 */
final class CanonicalForm {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final QName CERTIFICATE =
            new QName("urn:riv:clinicalprocess:healthcond:certificate:3", "Intyg");

    private static final QName WORDS_FOR_A_CODE =
            new QName("urn:riv:clinicalprocess:healthcond:certificate:types:3", "displayName");

    private final List<String> lines = new ArrayList<>();

    private final boolean extensionsToo;

    private CanonicalForm(boolean extensionsToo) {
        this.extensionsToo = extensionsToo;
    }

    /** What the schema declares. */
    static List<String> of(OfficialInteraction interaction, Element root) {
        return of(interaction, root, false);
    }

    /** What the schema declares, and of a certificate what it does not declare too. */
    static List<String> withExtensions(OfficialInteraction interaction, Element root) {
        return of(interaction, root, true);
    }

    private static List<String> of(
            OfficialInteraction interaction, Element root, boolean extensionsToo) {
        QName name = new QName(root.getNamespaceURI(), root.getLocalName());
        CanonicalForm form = new CanonicalForm(extensionsToo);
        form.add("", root, OfficialSchema.of(interaction).element(name));
        return form.lines;
    }

    /** What one says and the other does not; empty when they say the same in the same order. */
    static Optional<String> difference(List<String> expected, List<String> actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        List<String> lost = new ArrayList<>(expected);
        actual.forEach(lost::remove);
        List<String> added = new ArrayList<>(actual);
        expected.forEach(added::remove);
        return Optional.of(
                lost.isEmpty() && added.isEmpty()
                        ? "in another order: " + actual
                        : "lost " + lost + "\nadded " + added);
    }

    private void add(String indent, Element element, XmlSchemaElement declared) {
        String line = indent + "{" + element.getNamespaceURI() + "}" + element.getLocalName();
        if (isKeptWhole(declared)) {
            addWhole(indent, element);
            return;
        }
        XmlSchemaParticle content = OfficialSchema.content(declared).orElse(null);
        if (content == null) {
            String value = value(element, declared);
            if (!isAbsence(value, declared)) {
                lines.add(line + " = " + value);
            }
            return;
        }
        List<Element> children = Xml.children(element);
        if (children.isEmpty() && isOptionalList(declared, content)) {
            return;
        }
        lines.add(line);
        Map<QName, XmlSchemaElement> own = new HashMap<>();
        OfficialSchema.elements(content)
                .forEach(child -> own.put(OfficialSchema.name(child), child));
        for (Element child : children) {
            XmlSchemaElement known =
                    own.get(new QName(child.getNamespaceURI(), child.getLocalName()));
            if (known != null) {
                add(indent + "  ", child, known);
            }
        }
    }

    /** A certificate loses nothing: what the schema does not declare neither. */
    private static boolean isKeptWhole(XmlSchemaElement declared) {
        return CERTIFICATE.equals(OfficialSchema.declaration(declared).getSchemaType().getQName());
    }

    private void addWhole(String indent, Element element) {
        StringBuilder line =
                new StringBuilder(
                        indent + "{" + element.getNamespaceURI() + "}" + element.getLocalName());
        NamedNodeMap attributes = element.getAttributes();
        Set<String> sorted = new TreeSet<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node each = attributes.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(each.getNamespaceURI())) {
                sorted.add(
                        "{"
                                + each.getNamespaceURI()
                                + "}"
                                + each.getLocalName()
                                + "="
                                + each.getNodeValue());
            }
        }
        List<Element> children = Xml.children(element);
        line.append(sorted);
        lines.add(line + (children.isEmpty() ? " = " + element.getTextContent() : ""));
        for (Element child : children) {
            if (extensionsToo || !SchemaSamples.FOREIGN.equals(child.getNamespaceURI())) {
                addWhole(indent + "  ", child);
            }
        }
    }

    private static boolean isOptionalList(XmlSchemaElement declared, XmlSchemaParticle content) {
        List<XmlSchemaElement> entries = OfficialSchema.elements(content);
        return declared.getMinOccurs() == 0
                && !entries.isEmpty()
                && entries.stream().allMatch(entry -> entry.getMaxOccurs() > 1);
    }

    /**
     * An optional mark that is not set, or text that is empty, says the same as none; and so do the words that
     * certificates' contracts let stand beside a code.
     */
    private static boolean isAbsence(String value, XmlSchemaElement declared) {
        return declared.getMinOccurs() == 0
                && (value.isEmpty()
                        || WORDS_FOR_A_CODE.equals(OfficialSchema.name(declared))
                        || value.equals("false") && primitive(declared).equals("boolean"));
    }

    private static String primitive(XmlSchemaElement declared) {
        return SampleValues.primitive(
                (XmlSchemaSimpleType) OfficialSchema.declaration(declared).getSchemaType());
    }

    private static String value(Element element, XmlSchemaElement declared) {
        String text = element.getTextContent();
        return switch (primitive(declared)) {
            case "boolean" -> String.valueOf(text.equals("true") || text.equals("1"));
            // midnight at the end of a day is not midnight at its beginning
            case "time" -> text.startsWith("24:") ? "24:00" : LocalTime.parse(text).toString();
            case "dateTime" -> instant(text);
            case "int", "long" -> String.valueOf(Long.parseLong(text));
            case "double" -> String.valueOf(Double.parseDouble(text));
            default -> text;
        };
    }

    private static String instant(String text) {
        XMLGregorianCalendar time =
                DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text);
        boolean local = time.getTimezone() == DatatypeConstants.FIELD_UNDEFINED;
        return time.toGregorianCalendar(local ? TimeZone.getTimeZone(SWEDEN) : null, null, null)
                .toInstant()
                .toString();
    }
}
