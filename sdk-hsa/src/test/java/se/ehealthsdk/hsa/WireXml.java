package se.ehealthsdk.hsa;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** Writes and reads one message with its codec, without envelope and without network. */
public final class WireXml {

    private static final XMLOutputFactory OUT = XMLOutputFactory.newFactory();
    private static final XMLInputFactory IN = XMLInputFactory.newFactory();

    private WireXml() {}

    /** The message as XML under the given root. */
    public static <T> String write(MessageCodec<T> codec, QName root, T message) {
        StringWriter xml = new StringWriter();
        try {
            XMLStreamWriter out = OUT.createXMLStreamWriter(xml);
            out.setDefaultNamespace(root.getNamespaceURI());
            out.writeStartElement(root.getNamespaceURI(), root.getLocalPart());
            out.writeDefaultNamespace(root.getNamespaceURI());
            codec.write(message, new ElementWriter(out, root.getNamespaceURI()));
            out.writeEndElement();
            out.close();
        } catch (XMLStreamException e) {
            throw new AssertionError("could not write " + root, e);
        }
        return xml.toString();
    }

    /**
     * The message that some XML means.
     *
     * @param domain with colons, as infrastructure:directory:organization
     */
    public static <T> T read(MessageCodec<T> codec, String domain, String xml)
            throws XMLStreamException {
        XMLStreamReader in = IN.createXMLStreamReader(new StringReader(xml));
        in.nextTag();
        T message = codec.read(new ElementReader(in, "urn:riv:" + domain + ":"));
        in.require(XMLStreamReader.END_ELEMENT, null, null);
        in.next();
        if (in.getEventType() != XMLStreamReader.END_DOCUMENT) {
            throw new AssertionError("the codec did not read to the end of the message");
        }
        return message;
    }
}
