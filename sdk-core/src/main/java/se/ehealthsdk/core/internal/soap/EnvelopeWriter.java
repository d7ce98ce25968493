package se.ehealthsdk.core.internal.soap;

import java.io.OutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.SecureXml;

/** Writes SOAP 1.1 envelopes as RIV-TA Basic Profile 2.1 wants them. */
public final class EnvelopeWriter {

    private EnvelopeWriter() {}

    /** A request: the address header without a blank or line break around its value, and the body. */
    public static <T> void request(
            OutputStream to, String logicalAddress, QName root, BodyCodec<T> codec, T message)
            throws XMLStreamException {
        XMLStreamWriter out = open(to);
        out.writeStartElement(Soap.NAMESPACE, "Header");
        out.setPrefix("itr", Soap.REGISTRY);
        out.writeStartElement(Soap.REGISTRY, Soap.LOGICAL_ADDRESS);
        out.writeNamespace("itr", Soap.REGISTRY);
        out.writeCharacters(logicalAddress);
        out.writeEndElement();
        out.writeEndElement();
        body(out, root, codec, message);
    }

    /** A response. */
    public static <T> void response(OutputStream to, QName root, BodyCodec<T> codec, T message)
            throws XMLStreamException {
        body(open(to), root, codec, message);
    }

    /** A response with parts in its header. */
    public static <T> void response(
            OutputStream to, QName root, BodyCodec<T> codec, T message, HeaderPart.Writer header)
            throws XMLStreamException {
        XMLStreamWriter out = open(to);
        out.writeStartElement(Soap.NAMESPACE, "Header");
        header.write(out);
        out.writeEndElement();
        body(out, root, codec, message);
    }

    /** A fault; without detail when that is null. */
    public static void fault(OutputStream to, String code, String string, @Nullable String detail)
            throws XMLStreamException {
        XMLStreamWriter out = open(to);
        out.writeStartElement(Soap.NAMESPACE, "Body");
        out.writeStartElement(Soap.NAMESPACE, "Fault");
        text(out, "faultcode", "soap:" + code);
        text(out, "faultstring", string);
        if (detail != null) {
            out.writeStartElement("detail");
            text(out, "detailString", detail);
            out.writeEndElement();
        }
        out.writeEndElement();
        close(out);
    }

    private static XMLStreamWriter open(OutputStream to) throws XMLStreamException {
        XMLStreamWriter out = SecureXml.writer(to);
        out.writeStartDocument("UTF-8", "1.0");
        out.setPrefix("soap", Soap.NAMESPACE);
        out.writeStartElement(Soap.NAMESPACE, "Envelope");
        out.writeNamespace("soap", Soap.NAMESPACE);
        return out;
    }

    private static <T> void body(XMLStreamWriter out, QName root, BodyCodec<T> codec, T message)
            throws XMLStreamException {
        out.writeStartElement(Soap.NAMESPACE, "Body");
        codec.write(message, root, out);
        close(out);
    }

    private static void close(XMLStreamWriter out) throws XMLStreamException {
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndDocument();
        out.close();
    }

    private static void text(XMLStreamWriter out, String name, String text)
            throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
