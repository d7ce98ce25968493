package se.ehealthsdk.hsa;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** Adds what later minor versions and producers may add: unknown elements, at every level. */
public final class ForeignElements {

    private static final XMLEventFactory EVENTS = XMLEventFactory.newFactory();
    private static final String FOREIGN = "urn:example:extension";

    private ForeignElements() {}

    /**
     * Before and after each element but the root: one of the same local name in a foreign namespace,
     * holding an element of the message's own namespace, and one of an unknown name in its own.
     */
    public static String in(String xml) {
        StringWriter result = new StringWriter();
        try {
            XMLEventReader in =
                    XMLInputFactory.newFactory().createXMLEventReader(new StringReader(xml));
            XMLEventWriter out = XMLOutputFactory.newFactory().createXMLEventWriter(result);
            int depth = 0;
            while (in.hasNext()) {
                XMLEvent event = in.nextEvent();
                if (event.isStartElement() && depth++ > 0) {
                    add(event.asStartElement(), out);
                }
                out.add(event);
                if (event.isEndElement() && --depth > 0) {
                    addNamed(event.asEndElement().getName().getLocalPart(), out);
                }
            }
            out.close();
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return result.toString();
    }

    private static void add(StartElement like, XMLEventWriter out) throws XMLStreamException {
        addNamed(like.getName().getLocalPart(), out);
        String own = like.getName().getNamespaceURI();
        out.add(EVENTS.createStartElement("later", own, "addedLater"));
        out.add(EVENTS.createNamespace("later", own));
        out.add(EVENTS.createCharacters("unknown"));
        out.add(EVENTS.createEndElement("later", own, "addedLater"));
    }

    private static void addNamed(String name, XMLEventWriter out) throws XMLStreamException {
        out.add(EVENTS.createStartElement("x", FOREIGN, name));
        out.add(EVENTS.createNamespace("x", FOREIGN));
        out.add(EVENTS.createStartElement("x", FOREIGN, "personHsaId"));
        out.add(EVENTS.createCharacters("SE0000000000-X"));
        out.add(EVENTS.createEndElement("x", FOREIGN, "personHsaId"));
        out.add(EVENTS.createEndElement("x", FOREIGN, name));
    }
}
