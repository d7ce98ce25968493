package se.ehealthsdk.testkit;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a platform reads of a request: its beginning, up to the first element of the Body.
 *
 * @param logicalAddress as it stands, blanks included
 * @param namespace of the first element in the Body, which tells the contract
 */
record MessageHead(Optional<String> logicalAddress, Optional<String> namespace) {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    private static final int MAX_ADDRESS = 1_000;

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    static MessageHead read(byte[] message) throws XMLStreamException {
        XMLStreamReader in = reader(message);
        Optional<String> address = Optional.empty();
        boolean inBody = false;
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (inBody) {
                return new MessageHead(address, Optional.ofNullable(in.getNamespaceURI()));
            }
            switch (in.getLocalName()) {
                case "LogicalAddress", "To" -> address = Optional.of(address(in));
                case "Body" -> inBody = true;
                default -> {
                    // other headers are the producer's
                }
            }
        }
        return new MessageHead(address, Optional.empty());
    }

    /** It goes into journal and faults, so it cannot be of any length. */
    private static String address(XMLStreamReader in) throws XMLStreamException {
        String text = in.getElementText();
        if (text.length() > MAX_ADDRESS) {
            throw new XMLStreamException("The logical address is longer than 1000 characters.");
        }
        return text;
    }

    /** The JDK's factory is not promised to be safe for use by many threads. */
    private static XMLStreamReader reader(byte[] message) throws XMLStreamException {
        synchronized (XML) {
            return XML.createXMLStreamReader(new ByteArrayInputStream(message));
        }
    }
}
