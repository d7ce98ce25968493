package se.ehealthsdk.siths.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A well-formed document of one {@code intyg} as the bytes it came in, to put something into it and leave every
 * other byte as it is.
 */
final class IntygText {

    /** Comments, CDATA sections and processing instructions as one piece, so that tags in them are none. */
    private static final Pattern PIECE =
            Pattern.compile(
                    "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|</(?:[^\\s:>]+:)?intyg\\s*>",
                    Pattern.DOTALL);

    private IntygText() {}

    /** Puts text at the end of the {@code intyg}. */
    static byte[] insert(byte[] document, String atEnd) {
        // One character for one byte: in UTF-8, the bytes of markup occur nowhere else.
        String bytes = new String(document, StandardCharsets.ISO_8859_1);
        Matcher pieces = PIECE.matcher(bytes);
        while (pieces.find()) {
            if (bytes.charAt(pieces.start() + 1) == '/') {
                ByteArrayOutputStream out =
                        new ByteArrayOutputStream(document.length + atEnd.length());
                out.write(document, 0, pieces.start());
                out.writeBytes(atEnd.getBytes(StandardCharsets.UTF_8));
                out.write(document, pieces.start(), document.length - pieces.start());
                return out.toByteArray();
            }
        }
        throw new IllegalStateException("A document with an intyg has no end of it");
    }
}
