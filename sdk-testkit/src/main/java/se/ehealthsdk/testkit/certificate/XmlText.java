package se.ehealthsdk.testkit.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/** Reads XML that a test gives as text. */
final class XmlText {

    private static final SecureXml XML = new SecureXml(XmlLimits.DEFAULT);

    private XmlText() {}

    static Node read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param xml UTF-8
     */
    static Node read(byte[] xml) {
        try {
            XMLStreamReader in = XML.reader(new ByteArrayInputStream(xml), null);
            in.nextTag();
            return Node.ANY.read(new ElementReader(in, Wire.DOMAIN));
        } catch (XMLStreamException | IOException unreadable) {
            throw new InvalidInputException("xml", "cannot be read", "well-formed XML");
        }
    }
}
