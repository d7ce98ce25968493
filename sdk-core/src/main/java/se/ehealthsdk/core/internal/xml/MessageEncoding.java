package se.ehealthsdk.core.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The character set a message is really in. The HTTP header, the XML declaration and the bytes of an
 * answer through the platform can each be wrong, so they are believed in this order: a byte order mark;
 * bytes that are valid UTF-8; the HTTP charset; the declaration.
 *
 * <p>Where neither header nor declaration claims anything but UTF-8, which is nearly always, the
 * message is read as a stream, and bytes that are not UTF-8 fail in the parser.
 */
public record MessageEncoding(InputStream stream, Charset charset) {

    private static final int PROLOG = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:\\-]+)[\"']");

    public static MessageEncoding of(InputStream in, @Nullable String httpCharset)
            throws IOException {
        byte[] start = in.readNBytes(PROLOG);
        PushbackInputStream whole = new PushbackInputStream(in, PROLOG);
        Charset marked = byteOrderMark(start);
        if (marked != null) {
            int length = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
            whole.unread(start, length, start.length - length);
            return new MessageEncoding(whole, marked);
        }
        whole.unread(start);
        Charset declared = charset(declaration(start));
        Charset claimed = charset(httpCharset);
        if (isUtf8(declared) && isUtf8(claimed)) {
            return new MessageEncoding(whole, StandardCharsets.UTF_8);
        }
        byte[] message = whole.readAllBytes();
        if (isValidUtf8(message)) {
            return new MessageEncoding(new ByteArrayInputStream(message), StandardCharsets.UTF_8);
        }
        Charset believed = isUtf8(claimed) ? declared : claimed;
        return new MessageEncoding(
                new ByteArrayInputStream(message),
                believed == null ? StandardCharsets.UTF_8 : believed);
    }

    private static @Nullable Charset byteOrderMark(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(start, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String declaration(byte[] start) {
        if (!startsWith(start, '<', '?', 'x', 'm', 'l')) {
            return null;
        }
        Matcher matcher = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return matcher.find() ? matcher.group(1) : null;
    }

    private static @Nullable Charset charset(@Nullable String name) {
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** ASCII is UTF-8, and no claim is a claim of UTF-8. */
    private static boolean isUtf8(@Nullable Charset charset) {
        return charset == null
                || charset.equals(StandardCharsets.UTF_8)
                || charset.equals(StandardCharsets.US_ASCII);
    }

    private static boolean isValidUtf8(byte[] message) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
