package se.ehealthsdk.core.internal.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** What a SOAP header holds beside the address. */
public final class HeaderPart {

    private HeaderPart() {}

    /** Reads the parts that it knows. */
    @FunctionalInterface
    public interface Reader {

        /** Takes no interest. */
        Reader NONE = in -> false;

        /**
         * @param in stands on the start of a part
         * @return true when it was read to its end; false when it was left where it stands
         */
        boolean read(XMLStreamReader in) throws XMLStreamException;
    }

    /** Writes parts, each a whole element. */
    @FunctionalInterface
    public interface Writer {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }
}
