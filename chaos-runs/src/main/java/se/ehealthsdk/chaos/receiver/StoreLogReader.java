package se.ehealthsdk.chaos.receiver;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a StoreLog 2.0 call: whom it is to, and of each record what the receiver looks at. */
final class StoreLogReader {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGISTRY = "urn:riv:itintegration:registry:1";
    private static final String RESPONDER =
            "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2";
    private static final String COMPONENT = "urn:riv:informationsecurity:auditing:log:2";

    private static final XMLInputFactory FACTORY = factory();

    /**
     * A call.
     *
     * @param logicalAddress from the SOAP header
     * @param records in the order they came
     */
    record StoreLogCall(String logicalAddress, List<LogRecord> records) {}

    /**
     * A record in a call.
     *
     * @param logId its id
     * @param activityLevel where workers write what the record is
     * @param activityArgs where workers write what the record must hold
     */
    record LogRecord(String logId, String activityLevel, String activityArgs) {}

    private StoreLogReader() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Reads a whole call.
     *
     * @throws XMLStreamException if it is not one
     */
    static StoreLogCall read(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
        Deque<String> path = new ArrayDeque<>();
        List<LogRecord> records = new ArrayList<>();
        String address = "";
        String logId = "";
        String level = "";
        String args = "";
        boolean asked = false;
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.push(shortName(xml));
                    text.setLength(0);
                    asked |= is(path, "r:StoreLog", "s:Body", "s:Envelope");
                    if (is(path, "r:log", "r:StoreLog", "s:Body", "s:Envelope")) {
                        logId = level = args = "";
                    }
                }
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (is(path, "a:LogicalAddress", "s:Header", "s:Envelope")) {
                        address = text.toString();
                    } else if (is(path, "c:logId", "r:log", "r:StoreLog")) {
                        logId = text.toString();
                    } else if (is(path, "c:activityLevel", "c:activity", "r:log")) {
                        level = text.toString();
                    } else if (is(path, "c:activityArgs", "c:activity", "r:log")) {
                        args = text.toString();
                    } else if (is(path, "r:log", "r:StoreLog", "s:Body", "s:Envelope")) {
                        records.add(new LogRecord(logId, level, args));
                    }
                    path.pop();
                }
                default -> {}
            }
        }
        if (!asked || address.isEmpty()) {
            throw new XMLStreamException("no StoreLog, or no logical address");
        }
        return new StoreLogCall(address, records);
    }

    private static String shortName(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String prefix =
                switch (namespace) {
                    case SOAP -> "s:";
                    case REGISTRY -> "a:";
                    case RESPONDER -> "r:";
                    case COMPONENT -> "c:";
                    default -> "?:";
                };
        return prefix + xml.getLocalName();
    }

    /** Whether the innermost elements are these, inside out. */
    private static boolean is(Deque<String> path, String... inner) {
        if (path.size() < inner.length) {
            return false;
        }
        int i = 0;
        for (String each : path) {
            if (!each.equals(inner[i++])) {
                return false;
            }
            if (i == inner.length) {
                return true;
            }
        }
        return false;
    }
}
