package se.ehealthsdk.core.xml;

import javax.xml.stream.XMLStreamException;

/**
 * Turns the content of one message element into a value, and back.
 *
 * <p>The root element itself is written and checked by the caller, since its name follows from the
 * contract. Implementations are stateless and safe for use by many threads.
 *
 * @param <T> the value
 */
public interface MessageCodec<T> {

    /**
     * Writes what is inside the root element, in the order of the schema.
     *
     * @param message the value to write
     * @param out writes into the open root element, in the namespace of the root
     * @throws XMLStreamException if the underlying stream fails
     * @throws se.ehealthsdk.core.error.InvalidInputException if the message lacks what the contract requires
     */
    void write(T message, ElementWriter out) throws XMLStreamException;

    /**
     * Reads what is inside the root element, up to and including its end.
     *
     * @param in stands on the start of the root element
     * @throws XMLStreamException if the XML is malformed, breaks off, or holds a value that the schema
     *     does not allow
     */
    T read(ElementReader in) throws XMLStreamException;
}
