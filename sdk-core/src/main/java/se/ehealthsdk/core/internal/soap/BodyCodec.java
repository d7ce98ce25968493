package se.ehealthsdk.core.internal.soap;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Reads and writes the one element in a SOAP Body, its root included. */
public interface BodyCodec<T> {

    /** Writes the root element and what is in it. */
    void write(T message, QName root, XMLStreamWriter out) throws XMLStreamException;

    /** Reads from the start of the root element to its end. */
    T read(XMLStreamReader in) throws XMLStreamException;
}
