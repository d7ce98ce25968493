package se.ehealthsdk.siths.certificate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UniversalString;

/** Reads ASN.1 of unknown quality. */
final class Asn1 {

    private static final Charset UTF_32 = Charset.forName("UTF-32BE");

    /** Takes something apart; may fail in any of the ways that the library has. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ASN1Primitive value) throws IOException;
    }

    private Asn1() {}

    /**
     * Takes an encoded value apart, wholly.
     *
     * @throws IOException when it is damaged, or of another type than expected
     */
    static <T> T read(byte[] encoded, Reading<T> reading) throws IOException {
        return attempt(() -> reading.of(ASN1Primitive.fromByteArray(encoded)));
    }

    /** Looks at a part. */
    @FunctionalInterface
    interface Look<T> {
        T result() throws IOException;
    }

    /**
     * Looks at a part of something that has been taken apart.
     *
     * @throws IOException when it is damaged
     */
    static <T> T attempt(Look<T> look) throws IOException {
        try {
            return look.result();
        } catch (RuntimeException damage) {
            // The library tells of damage by IllegalArgumentException, IllegalStateException,
            // ClassCastException and more, some only when a part is looked at.
            throw new IOException("damaged ASN.1", damage);
        }
    }

    /**
     * The text of a value of any string type, without outer white space.
     *
     * @return empty when it is no string, or not what its type allows
     */
    static Optional<String> text(ASN1Encodable encoded) {
        ASN1Primitive value = encoded.toASN1Primitive();
        // To the library a bit string is a string too.
        if (!(value instanceof ASN1String string) || value instanceof ASN1BitString) {
            return Optional.empty();
        }
        try {
            // The library writes a UniversalString in hexadecimal.
            String text =
                    value instanceof ASN1UniversalString universal
                            ? decode(universal.getOctets())
                            : string.getString();
            return Optional.of(text.strip());
        } catch (CharacterCodingException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static String decode(byte[] octets) throws CharacterCodingException {
        CharBuffer text = UTF_32.newDecoder().decode(ByteBuffer.wrap(octets));
        return text.toString();
    }
}
