package se.ehealthsdk.certificate.internal.contract;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** Reads with another codec, and passes over the rest of the message when that one gives up on its content. */
public record ReceivedCodec<T>(MessageCodec<T> codec) implements MessageCodec<Received<T>> {

    @Override
    public void write(Received<T> message, ElementWriter out) throws XMLStreamException {
        if (!(message instanceof Received.Message<T> whole)) {
            throw new XMLStreamException("there is no message to write");
        }
        codec.write(whole.value(), out);
    }

    @Override
    public Received<T> read(ElementReader in) throws XMLStreamException {
        Content content = new Content(in.stream());
        try {
            return new Received.Message<>(
                    codec.read(new ElementReader(content, Namespaces.DOMAIN)));
        } catch (XMLStreamException unreadable) {
            if (content.broken) {
                throw unreadable;
            }
            content.skipToEnd();
            return new Received.Unreadable<>(String.valueOf(unreadable.getMessage()));
        } catch (InvalidInputException invalid) {
            content.skipToEnd();
            return new Received.Unreadable<>(String.valueOf(invalid.getMessage()));
        }
    }

    /** Knows how deep in the message it stands, and whether it was the XML itself that failed. */
    private static final class Content extends StreamReaderDelegate {

        private int depth = 1;
        private boolean broken;

        Content(XMLStreamReader in) {
            super(in);
        }

        @Override
        public int next() throws XMLStreamException {
            try {
                int event = super.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                return event;
            } catch (XMLStreamException | RuntimeException failed) {
                broken = true;
                throw failed;
            }
        }

        // the parser's own would move on without being counted, and call an element in the text
        // broken XML
        @Override
        public String getElementText() throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            while (true) {
                switch (next()) {
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE,
                            XMLStreamConstants.ENTITY_REFERENCE ->
                            text.append(getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        return text.toString();
                    }
                    case XMLStreamConstants.START_ELEMENT ->
                            throw new XMLStreamException(
                                    "there is an element where text is expected");
                    default -> {
                        // comments and processing instructions are no part of the text
                    }
                }
            }
        }

        void skipToEnd() throws XMLStreamException {
            while (depth > 0) {
                next();
            }
        }
    }
}
