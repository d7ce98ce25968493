package se.ehealthsdk.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** Messages to and from XML, as a call writes and reads them. */
public final class Wire {

    private Wire() {}

    public static <T> String write(MessageCodec<T> codec, String namespace, String root, T message)
            throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        out.setDefaultNamespace(namespace);
        out.writeStartElement(namespace, root);
        out.writeDefaultNamespace(namespace);
        codec.write(message, new ElementWriter(out, namespace));
        out.writeEndElement();
        out.close();
        return text.toString();
    }

    public static <T> T read(MessageCodec<T> codec, String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // newer JDKs count each &amp; of a large record against it
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        XMLStreamReader in =
                factory.createXMLStreamReader(new ByteArrayInputStream(xml.getBytes(UTF_8)));
        in.nextTag();
        return codec.read(new ElementReader(in, "urn:riv:informationsecurity:auditing:log:"));
    }
}
