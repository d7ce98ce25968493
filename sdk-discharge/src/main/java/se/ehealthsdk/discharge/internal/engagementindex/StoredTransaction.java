package se.ehealthsdk.discharge.internal.engagementindex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;
import se.ehealthsdk.discharge.engagementindex.EngagementTransaction;
import se.ehealthsdk.discharge.engagementindex.Update;

/** A transaction as an outbox keeps it: the request of Update with it alone. */
public final class StoredTransaction {

    private static final SecureXml XML = new SecureXml(XmlLimits.DEFAULT);
    private static final String ROOT = "urn:riv:itintegration:engagementindex:UpdateResponder:1";
    private static final String DOMAIN = "urn:riv:itintegration:engagementindex:";

    private StoredTransaction() {}

    /** The bytes to keep. */
    public static byte[] write(EngagementTransaction transaction) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = SecureXml.writer(bytes);
            out.setDefaultNamespace(ROOT);
            out.writeStartElement(ROOT, "Update");
            out.writeDefaultNamespace(ROOT);
            UpdateCodec.REQUEST.write(
                    new Update(List.of(transaction)), new ElementWriter(out, ROOT));
            out.writeEndElement();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * What was kept.
     *
     * @throws XMLStreamException if it cannot be read
     */
    public static EngagementTransaction read(byte[] kept) throws XMLStreamException {
        try {
            XMLStreamReader in = XML.reader(new ByteArrayInputStream(kept), "UTF-8");
            in.nextTag();
            List<EngagementTransaction> read =
                    UpdateCodec.REQUEST.read(new ElementReader(in, DOMAIN)).transactions();
            if (read.size() != 1) {
                throw new XMLStreamException("not one transaction");
            }
            return read.get(0);
        } catch (IOException broken) {
            throw new XMLStreamException(broken);
        }
    }
}
