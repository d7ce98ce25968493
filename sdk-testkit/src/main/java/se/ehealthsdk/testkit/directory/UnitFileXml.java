package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the unit file of the tree's entries. For use once. */
final class UnitFileXml {

    private static final String NAMESPACE = "urn:riv:hsa:HsaWsResponder:3";
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final Map<String, String> publicNames;

    private UnitFileXml(Map<String, String> publicNames) throws XMLStreamException {
        this.publicNames = publicNames;
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /**
     * @param day the night that it is made
     * @param publicNames by HSA-id
     */
    static String of(
            List<Entry> entries,
            LocalDate day,
            Map<String, String> publicNames,
            Optional<UnitFileFault> fault) {
        try {
            return new UnitFileXml(publicNames).write(entries, day, fault);
        } catch (XMLStreamException defect) {
            throw new IllegalStateException("the unit file cannot be written", defect);
        }
    }

    private String write(List<Entry> entries, LocalDate day, Optional<UnitFileFault> fault)
            throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("FileGetHsaUnitsResponse");
        xml.writeDefaultNamespace(NAMESPACE);
        element("startDate", day + "T00:00:00Z");
        element("endDate", day.plusDays(1) + "T00:00:00Z");
        xml.writeStartElement("hsaUnits");
        for (Entry entry : entries) {
            if (isTold(entry)) {
                unit(entry);
            }
        }
        if (fault.filter(UnitFileFault.SAME_PLACE_TWICE::equals).isPresent()) {
            String taken = entries.stream().filter(this::isTold).findFirst().orElseThrow().getDN();
            unit(Map.of("hsaIdentity", "TSTNMT2321000156-DUP1", "DN", taken, "name", "Dubblett"));
        }
        if (fault.filter(UnitFileFault.INCOMPLETE_UNITS::equals).isPresent()) {
            unit(Map.of("DN", "ou=Utan id,o=Region Påhitt,c=SE", "name", "Utan id"));
            unit(
                    Map.of(
                            "hsaIdentity",
                            "TSTNMT2321000156-INC1",
                            "DN",
                            "ou=Utan namn,o=Region Påhitt,c=SE"));
            unit(
                    Map.of(
                            "hsaIdentity",
                            "TSTNMT2321000156-INC2",
                            "DN",
                            "ingenstans",
                            "name",
                            "Ingenstans"));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private boolean isTold(Entry entry) {
        return entry.hasAttribute("hsaIdentity")
                && (entry.hasObjectClass("organization")
                        || entry.hasObjectClass("organizationalUnit"))
                && !entry.hasObjectClass("hsaFeignedObject")
                && !entry.hasObjectClass("hiddenObject");
    }

    private void unit(Entry entry) throws XMLStreamException {
        String id = entry.getAttributeValue("hsaIdentity");
        Map<String, String> told = new LinkedHashMap<>();
        told.put("hsaIdentity", id);
        told.put("DN", entry.getDN());
        put(told, "orgNo", entry.getAttributeValue("orgNo"));
        told.put("name", name(entry));
        told.put("publicName", publicNames.getOrDefault(id, name(entry)));
        boolean provider = entry.hasObjectClass("hsaHealthCareProvider");
        boolean careUnit = entry.hasObjectClass("hsaHealthCareUnit");
        boolean archived = entry.hasObjectClass("hsaArchivedObject");
        told.put("isHsaHealthCareProvider", String.valueOf(provider));
        told.put("isHsaHealthCareUnit", String.valueOf(careUnit));
        put(
                told,
                "hsaResponsibleHealthCareProvider",
                entry.getAttributeValue("hsaResponsibleHealthCareProvider"));
        told.put("healthCareProviderIsArchived", String.valueOf(provider && archived));
        told.put("healthCareUnitIsArchived", String.valueOf(careUnit && archived));
        told.put("unitIsArchived", String.valueOf(archived));
        xml.writeStartElement("hsaUnit");
        for (Map.Entry<String, String> each : told.entrySet()) {
            element(each.getKey(), each.getValue());
        }
        members(entry.getAttribute("hsaHealthCareUnitMember"));
        time("startDate", entry.getAttributeValue("startDate"));
        time("endDate", entry.getAttributeValue("endDate"));
        xml.writeEndElement();
    }

    /** One that lacks something, or stands where another does. */
    private void unit(Map<String, String> told) throws XMLStreamException {
        xml.writeStartElement("hsaUnit");
        for (String element : List.of("hsaIdentity", "DN", "name")) {
            if (told.containsKey(element)) {
                element(element, told.getOrDefault(element, ""));
            }
        }
        xml.writeEndElement();
    }

    private static void put(Map<String, String> told, String element, String value) {
        if (value != null) {
            told.put(element, value);
        }
    }

    private static String name(Entry entry) {
        return entry.getAttributeValue(entry.hasObjectClass("organization") ? "o" : "ou");
    }

    private void members(Attribute members) throws XMLStreamException {
        if (members == null) {
            return;
        }
        xml.writeStartElement("hsaHealthCareUnitMembers");
        for (String member : members.getValues()) {
            element("hsaHealthCareUnitMember", member);
        }
        xml.writeEndElement();
    }

    private void time(String element, String value) throws XMLStreamException {
        if (value != null) {
            Instant moment = LocalDateTime.parse(value, GENERALIZED_TIME).toInstant(ZoneOffset.UTC);
            element(element, moment.toString());
        }
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
