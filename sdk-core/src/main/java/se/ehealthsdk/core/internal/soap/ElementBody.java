package se.ehealthsdk.core.internal.soap;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** A body whose content is read and written by a {@link MessageCodec}. */
public record ElementBody<T>(MessageCodec<T> codec, String domain) implements BodyCodec<T> {

    @Override
    public void write(T message, QName root, XMLStreamWriter out) throws XMLStreamException {
        String namespace = root.getNamespaceURI();
        out.setDefaultNamespace(namespace);
        out.writeStartElement(namespace, root.getLocalPart());
        out.writeDefaultNamespace(namespace);
        codec.write(message, new ElementWriter(out, namespace));
        out.writeEndElement();
    }

    @Override
    public T read(XMLStreamReader in) throws XMLStreamException {
        return codec.read(new ElementReader(in, "urn:riv:" + domain + ":"));
    }
}
