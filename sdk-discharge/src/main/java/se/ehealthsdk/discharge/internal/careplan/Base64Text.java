package se.ehealthsdk.discharge.internal.careplan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.discharge.careplan.DocumentBytes;

/**
 * {@code xs:base64Binary} of any length, decoded and encoded as it passes: the encoded text is never whole in memory.
 */
final class Base64Text {

    private static final int ENCODED_AT_ONCE = 3 * 4096;
    private static final byte[] SEXTETS = sextets();
    private static final byte NONE = -1;
    private static final byte BLANK = -2;

    private final DocumentBytes.Collector bytes = DocumentBytes.collector();
    private int bits;
    private int sextets;
    private int padding;

    private Base64Text() {}

    private static byte[] sextets() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, NONE);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        for (char blank : new char[] {' ', '\t', '\r', '\n'}) {
            values[blank] = BLANK;
        }
        return values;
    }

    /** Reads the current element to its end. */
    static DocumentBytes read(XMLStreamReader in) throws XMLStreamException {
        Base64Text text = new Base64Text();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        text.take(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.document();
                }
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_DOCUMENT ->
                        throw notBase64();
                default -> {
                    // comments and processing instructions are no part of the text
                }
            }
        }
    }

    private void take(char[] characters, int start, int length) throws XMLStreamException {
        for (int i = start; i < start + length; i++) {
            char c = characters[i];
            if (c == '=') {
                padding++;
                continue;
            }
            byte value = c < 128 ? SEXTETS[c] : NONE;
            if (value == BLANK) {
                continue;
            }
            if (value == NONE || padding > 0) {
                throw notBase64();
            }
            bits = bits << 6 | value;
            if (++sextets == 4) {
                write(3);
                sextets = 0;
            }
        }
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            bytes.write(bits >> 16 - 8 * i);
        }
        bits = 0;
    }

    private DocumentBytes document() throws XMLStreamException {
        if (sextets == 1 || padding != (4 - sextets) % 4) {
            throw notBase64();
        }
        if (sextets > 1) {
            bits <<= 6 * padding;
            write(sextets - 1);
        }
        return bytes.document();
    }

    private static XMLStreamException notBase64() {
        return new XMLStreamException("value is not an xs:base64Binary");
    }

    /** Writes the document as text of the current element. */
    static void write(DocumentBytes document, XMLStreamWriter out) throws XMLStreamException {
        byte[] part = new byte[ENCODED_AT_ONCE];
        byte[] encoded = new byte[ENCODED_AT_ONCE / 3 * 4];
        char[] text = new char[encoded.length];
        try (InputStream in = document.open()) {
            int read = in.readNBytes(part, 0, part.length);
            while (read > 0) {
                byte[] whole = read == part.length ? part : java.util.Arrays.copyOf(part, read);
                int length = Base64.getEncoder().encode(whole, encoded);
                for (int i = 0; i < length; i++) {
                    text[i] = (char) encoded[i];
                }
                out.writeCharacters(text, 0, length);
                read = in.readNBytes(part, 0, part.length);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
