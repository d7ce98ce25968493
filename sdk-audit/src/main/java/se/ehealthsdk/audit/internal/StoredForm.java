package se.ehealthsdk.audit.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * A record as it is kept until it is sent: the {@code log} element of the contract in UTF-8, with its time in
 * UTC, so that an operator can read and repair it with what the contract's description says.
 */
public final class StoredForm {

    private static final LogTypeCodec LOG = new LogTypeCodec(TimeForm.UTC);
    private static final String ROOT = "log";
    private static final String DOMAIN_PREFIX = "urn:riv:informationsecurity:auditing:log:";
    private static final SecureXml XML = new SecureXml(XmlLimits.DEFAULT);

    private StoredForm() {}

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException if the record is not one that can be sent
     */
    public static byte[] write(AccessRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter out = SecureXml.writer(bytes);
            out.setDefaultNamespace(LogTypeCodec.NAMESPACE);
            out.writeStartElement(LogTypeCodec.NAMESPACE, ROOT);
            out.writeDefaultNamespace(LogTypeCodec.NAMESPACE);
            LOG.write(record, new ElementWriter(out, LogTypeCodec.NAMESPACE));
            out.writeEndElement();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws XMLStreamException if this is no record; its message holds no content
     */
    public static AccessRecord read(byte[] stored) throws XMLStreamException {
        XMLStreamReader in;
        try {
            in = XML.reader(new ByteArrayInputStream(stored), "UTF-8");
        } catch (IOException tooLarge) {
            throw new XMLStreamException("larger than any record", tooLarge);
        }
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
            if (in.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a DOCTYPE has no place in a record");
            }
        }
        ElementReader element = new ElementReader(in, DOMAIN_PREFIX);
        if (!element.name().equals(ROOT)) {
            throw new XMLStreamException("the root is not a log of the contract");
        }
        AccessRecord record = LOG.read(element);
        while (in.hasNext()) {
            in.next();
        }
        return record;
    }
}
