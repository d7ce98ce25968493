package se.ehealthsdk.core.internal.soap;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.error.ConfigurationException;

/** A body bound by JAXB. The binding context is made once for each class, when it is first used. */
public record JaxbBody<T>(Class<T> type) implements BodyCodec<T> {

    private static final ClassValue<JAXBContext> CONTEXTS =
            new ClassValue<>() {
                @Override
                protected JAXBContext computeValue(Class<?> type) {
                    try {
                        return JAXBContext.newInstance(type);
                    } catch (JAXBException cause) {
                        throw new ConfigurationException(
                                "JAXB cannot bind " + type.getName(),
                                "Put a JAXB 4 runtime on the class path, and annotate the class with"
                                        + " jakarta.xml.bind annotations.",
                                cause);
                    }
                }
            };

    @Override
    public void write(T message, QName root, XMLStreamWriter out) throws XMLStreamException {
        try {
            Marshaller marshaller = CONTEXTS.get(type).createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.marshal(new JAXBElement<>(root, type, message), out);
        } catch (JAXBException cause) {
            throw unwrapped(cause);
        }
    }

    @Override
    public T read(XMLStreamReader in) throws XMLStreamException {
        try {
            return CONTEXTS.get(type).createUnmarshaller().unmarshal(in, type).getValue();
        } catch (JAXBException cause) {
            throw unwrapped(cause);
        }
    }

    private static XMLStreamException unwrapped(JAXBException cause) {
        return cause.getLinkedException() instanceof XMLStreamException linked
                ? linked
                : new XMLStreamException("JAXB: " + cause.getClass().getSimpleName(), cause);
    }
}
