package se.ehealthsdk.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * What a platform reads of a request: its beginning, up to the first element of the Body.
 *
 * @param logicalAddress as it stands, blanks included
 * @param namespace of the first element in the Body, which tells the contract
 */
record MessageHead(Optional<String> logicalAddress, Optional<String> namespace) {

    private static final SecureXml QUICK = new SecureXml(XmlLimits.DEFAULT);
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    private static final int MAX_ADDRESS = 1_000;

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** With the SDK's parser, which is quick; what that refuses is for the platform's own to read, or to tell what is wrong. */
    static MessageHead read(byte[] message) throws XMLStreamException {
        try {
            return read(QUICK.reader(new ByteArrayInputStream(message), null));
        } catch (IOException | XMLStreamException refused) {
            return read(reader(message));
        }
    }

    private static MessageHead read(XMLStreamReader in) throws XMLStreamException {
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
