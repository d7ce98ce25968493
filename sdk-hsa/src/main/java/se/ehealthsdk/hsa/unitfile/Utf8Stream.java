package se.ehealthsdk.hsa.unitfile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.ProtocolException;

/**
 * A file that declares a character set of one byte a character, such as ISO-8859-1, as UTF-8: what reads messages would
 * take such a one into memory as a whole, to find out whether its declaration lies.
 */
final class Utf8Stream extends InputStream {

    private static final int PROLOG = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:\\-]+)[\"']");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Reader text;
    private final char[] characters = new char[8192];
    // tells that this is UTF-8, whatever is declared
    private byte[] bytes = BYTE_ORDER_MARK;
    private int at;

    private Utf8Stream(InputStream in, Charset charset) {
        text =
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /**
     * The stream itself if it is in UTF-8, or says what it is by a byte order mark; else the same in UTF-8.
     *
     * @throws ProtocolException if it declares a set of more bytes a character
     */
    static InputStream of(InputStream in) throws IOException {
        BufferedInputStream whole = new BufferedInputStream(in, 1 << 16);
        whole.mark(PROLOG);
        Optional<Charset> declared = declared(whole.readNBytes(PROLOG));
        whole.reset();
        if (declared.isEmpty()) {
            return whole;
        }
        if (!declared.get().canEncode() || declared.get().newEncoder().maxBytesPerChar() > 1) {
            throw new ProtocolException(
                    "The unit file declares the character set "
                            + declared.get().name()
                            + ", which is not read; UTF-8 is",
                    null,
                    null);
        }
        return new Utf8Stream(whole, declared.get());
    }

    /** What the beginning declares, unless it is UTF-8, as ASCII is too, or nothing that is known. */
    private static Optional<Charset> declared(byte[] start) {
        Matcher matcher = DECLARED.matcher(new String(start, ISO_8859_1));
        try {
            return matcher.find()
                    ? Optional.of(Charset.forName(matcher.group(1)))
                            .filter(set -> !set.equals(UTF_8) && !set.name().equals("US-ASCII"))
                    : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, buffer, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int read = text.read(characters);
            if (read < 0) {
                return false;
            }
            bytes = new String(characters, 0, read).getBytes(UTF_8);
            at = 0;
        }
        return true;
    }
}
