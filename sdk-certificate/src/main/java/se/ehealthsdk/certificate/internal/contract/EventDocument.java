package se.ehealthsdk.certificate.internal.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/** A request kept as a document of its own: the element of the contract, without envelope. */
public final class EventDocument {

    // a message of the largest size, and what escapes and declared namespaces add when it is
    // written
    private static final SecureXml XML =
            new SecureXml(new XmlLimits(512L << 20, 200, 200, 64 << 20));

    private EventDocument() {}

    /** The document, in UTF-8. */
    public static <T> byte[] write(RivtaContract<T, ?> contract, MessageCodec<T> codec, T message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * 1024);
        try {
            XMLStreamWriter out = SecureXml.writer(bytes);
            String namespace = contract.namespace();
            out.writeStartDocument("UTF-8", "1.0");
            out.setDefaultNamespace(namespace);
            out.writeStartElement(namespace, contract.requestElement().getLocalPart());
            out.writeDefaultNamespace(namespace);
            codec.write(message, new ElementWriter(out, namespace));
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException unwritable) {
            throw new InvalidInputException(
                    "event", "cannot be written as XML", "text without control characters");
        }
        return bytes.toByteArray();
    }

    /**
     * A CertificateStatusUpdateForCare or a SendMessageToCare.
     *
     * @throws ProtocolException if it is neither
     */
    public static Object read(byte[] document) {
        try {
            XMLStreamReader in = XML.reader(new ByteArrayInputStream(document), null);
            in.nextTag();
            ElementReader content = new ElementReader(in, Namespaces.DOMAIN);
            if (in.getName()
                    .equals(
                            CertificateContracts.CERTIFICATE_STATUS_UPDATE_FOR_CARE_3
                                    .requestElement())) {
                return CareCodecs.STATUS_UPDATE.read(content);
            }
            if (in.getName().equals(CertificateContracts.SEND_MESSAGE_TO_CARE_2.requestElement())) {
                return CareCodecs.MESSAGE.read(content);
            }
        } catch (XMLStreamException | IOException unreadable) {
            throw new ProtocolException(
                    "What was kept of an event cannot be read", null, unreadable);
        } catch (InvalidInputException invalid) {
            throw new ProtocolException("What was kept of an event is none", null, invalid);
        }
        throw new ProtocolException("What was kept is no event of care", null, null);
    }
}
