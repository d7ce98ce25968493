package se.ehealthsdk.certificate.internal.contract;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** A codec made of its two directions. */
record Codec<T>(Writing<T> writing, Reading<T> reading) implements MessageCodec<T> {

    /** Writes what is inside an element. */
    interface Writing<T> {
        void write(T value, ElementWriter out) throws XMLStreamException;
    }

    /** Reads what is inside an element. */
    interface Reading<T> {
        T read(ElementReader in) throws XMLStreamException;
    }

    @Override
    public void write(T message, ElementWriter out) throws XMLStreamException {
        writing.write(message, out);
    }

    @Override
    public T read(ElementReader in) throws XMLStreamException {
        return reading.read(in);
    }
}
