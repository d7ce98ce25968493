package se.ehealthsdk.conformance;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.w3c.dom.Element;

/**
 * What a document says by its schema, one line for each element, in order: without prefixes, without
 * what the schema does not declare, and with one form for each boolean, time and point in time.
 */
final class CanonicalForm {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final List<String> lines = new ArrayList<>();

    private CanonicalForm() {}

    static List<String> of(OfficialInteraction interaction, Element root) {
        QName name = new QName(root.getNamespaceURI(), root.getLocalName());
        CanonicalForm form = new CanonicalForm();
        form.add("", root, OfficialSchema.of(interaction).element(name));
        return form.lines;
    }

    private void add(String parent, Element element, XmlSchemaElement declared) {
        String path = parent + "/{" + element.getNamespaceURI() + "}" + element.getLocalName();
        OfficialSchema.content(declared)
                .ifPresentOrElse(
                        content -> {
                            lines.add(path);
                            Map<QName, XmlSchemaElement> own = new HashMap<>();
                            OfficialSchema.elements(content)
                                    .forEach(child -> own.put(OfficialSchema.name(child), child));
                            for (Element child : Xml.children(element)) {
                                XmlSchemaElement known =
                                        own.get(
                                                new QName(
                                                        child.getNamespaceURI(),
                                                        child.getLocalName()));
                                if (known != null) {
                                    add(path, child, known);
                                }
                            }
                        },
                        () -> lines.add(path + " = " + value(element, declared)));
    }

    private static String value(Element element, XmlSchemaElement declared) {
        String text = element.getTextContent();
        return switch (SampleValues.primitive(
                (XmlSchemaSimpleType) OfficialSchema.declaration(declared).getSchemaType())) {
            case "boolean" -> String.valueOf(text.equals("true") || text.equals("1"));
            // midnight at the end of a day is not midnight at its beginning
            case "time" -> text.startsWith("24:") ? "24:00" : LocalTime.parse(text).toString();
            case "dateTime" -> instant(text);
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
