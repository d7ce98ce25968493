package se.ehealthsdk.hsa.directory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of RFC 4514: where the steps of a name begin, what they hold, and the form in which two spellings of the
 * same name are the same text.
 *
 * <p>A name is <em>plain</em> when folding the case of its letters is all that it takes to get that form. Nearly all
 * are, and are then compared without being taken apart.
 */
final class NameText {

    /** A type and a value of a step; several make one step when joined by a plus sign. */
    record Pair(String type, String value) {}

    private static final int FEW_STEPS = 8;
    private static final String ESCAPABLE = " \"#+,;<=>\\";
    private static final String UNESCAPED_NEVER = "\";<>\0";

    // ASCII and the letters of Western Europe, which stay as they are when normalized
    private static final boolean[] ORDINARY = new boolean[256];
    private static final char[] FOLDED = new char[256];

    static {
        for (char c = 0; c < ORDINARY.length; c++) {
            ORDINARY[c] = (c > ' ' && c <= '~' || c >= '\u00c0') && "\",;+<>\\".indexOf(c) < 0;
            FOLDED[c] = Character.toLowerCase(Character.toUpperCase(c));
        }
    }

    private final String text;
    private int at;
    private boolean plain = true;
    private boolean octets;

    private NameText(String text) {
        this.text = text;
    }

    /** Where the steps of a name begin, whether it is plain, and whether octets that may be no UTF-8 are in it. */
    record Shape(int[] starts, boolean plain, boolean octets) {}

    /** The shape of a name; null if the text is none. */
    static @Nullable Shape shape(String text) {
        var scan = new NameText(text);
        int[] starts = new int[FEW_STEPS];
        int depth = 0;
        scan.skipBlanks();
        if (scan.at == text.length()) {
            return new Shape(new int[0], text.isEmpty(), false);
        }
        scan.at = 0;
        while (true) {
            if (depth == starts.length) {
                starts = Arrays.copyOf(starts, 2 * depth);
            }
            starts[depth++] = scan.at;
            if (!scan.step()) {
                return null;
            }
            if (scan.at == text.length()) {
                return new Shape(Arrays.copyOf(starts, depth), scan.plain, scan.octets);
            }
            scan.at++;
        }
    }

    /** Passes over a step, up to the comma or the end after it. */
    private boolean step() {
        while (type() && value()) {
            if (at == text.length() || text.charAt(at) == ',') {
                return true;
            }
            plain = false;
            at++;
        }
        return false;
    }

    private boolean type() {
        skipBlanks();
        int from = at;
        boolean number = at < text.length() && isDigit(text.charAt(at));
        int end = at;
        while (end < text.length() && isTypeCharacter(text.charAt(end), number)) {
            end++;
        }
        at = end;
        boolean named = at > from && (number || isLetter(text.charAt(from)));
        skipBlanks();
        return named && at < text.length() && text.charAt(at++) == '=';
    }

    private boolean value() {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '#') {
            return hexValue();
        }
        char before = '=';
        while (true) {
            int ordinary = ordinaryFrom(at);
            before = ordinary > at ? text.charAt(ordinary - 1) : before;
            at = ordinary;
            char c = at < text.length() ? text.charAt(at) : ',';
            if (c == ',' || c == '+') {
                break;
            }
            if (c == '\\') {
                plain = false;
                if (!escape()) {
                    return false;
                }
            } else if (c == ' ') {
                plain &= before != ' ';
            } else if (UNESCAPED_NEVER.indexOf(c) >= 0) {
                return false;
            } else {
                plain = false;
            }
            before = c;
            at++;
        }
        if (before == ' ') {
            plain = false;
        }
        return true;
    }

    /** Where the next character stands that has to be looked at; the end if there is none. */
    private int ordinaryFrom(int from) {
        int i = from;
        while (i < text.length() && isOrdinary(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isOrdinary(char c) {
        return c < ORDINARY.length && ORDINARY[c];
    }

    private boolean hexValue() {
        plain = false;
        int from = ++at;
        while (at < text.length() && HexFormat.isHexDigit(text.charAt(at))) {
            at++;
        }
        boolean pairs = at > from && (at - from) % 2 == 0;
        skipBlanks();
        return pairs && (at == text.length() || text.charAt(at) == ',' || text.charAt(at) == '+');
    }

    /** Stays on the last character of the escape. */
    private boolean escape() {
        if (at + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(at + 1)) >= 0) {
            at++;
            return true;
        }
        if (at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2))) {
            octets = true;
            at += 2;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            plain = false;
            at++;
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isTypeCharacter(char c, boolean number) {
        return isDigit(c) || (number ? c == '.' : c == '-' || isLetter(c));
    }

    /**
     * What a step holds, in the order it is written.
     *
     * @throws CharacterCodingException if escaped bytes are no UTF-8
     */
    static List<Pair> pairs(String step) throws CharacterCodingException {
        List<Pair> pairs = new ArrayList<>(1);
        int from = 0;
        while (from <= step.length()) {
            int equals = step.indexOf('=', from);
            int end = endOfValue(step, equals + 1);
            pairs.add(new Pair(type(step, from, equals), decoded(step, equals + 1, end)));
            from = end + 1;
        }
        return pairs;
    }

    /** The type that stands between there, in lower case. */
    static String type(String text, int from, int end) {
        return text.substring(from, end).strip().toLowerCase(Locale.ROOT);
    }

    private static int endOfValue(String step, int from) {
        int end = from;
        while (end < step.length() && step.charAt(end) != '+') {
            end += step.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private static String decoded(String step, int from, int end) throws CharacterCodingException {
        int first = from;
        while (first < end && step.charAt(first) == ' ') {
            first++;
        }
        int escape = step.indexOf('\\', first);
        boolean escaped = escape >= 0 && escape < end;
        if (!escaped) {
            int last = withoutBlanks(step, first, end);
            return first < last && step.charAt(first) == '#'
                    ? ofHex(step.substring(first, last))
                    : step.substring(first, last);
        }
        var bytes = new ByteArrayOutputStream(end - first);
        int kept = 0;
        for (int i = first; i < end; i++) {
            char c = step.charAt(i);
            if (c != '\\') {
                int length = Character.isHighSurrogate(c) && i + 1 < end ? 2 : 1;
                bytes.writeBytes(step.substring(i, i + length).getBytes(StandardCharsets.UTF_8));
                i += length - 1;
                kept = c == ' ' ? kept : bytes.size();
                continue;
            }
            char next = step.charAt(i + 1);
            if (ESCAPABLE.indexOf(next) >= 0) {
                bytes.write(next);
                i++;
            } else {
                bytes.write(HexFormat.fromHexDigits(step, i + 1, i + 3));
                i += 2;
            }
            kept = bytes.size();
        }
        return utf8(bytes.toByteArray(), 0, kept);
    }

    private static int withoutBlanks(String text, int from, int end) {
        int last = end;
        while (last > from && text.charAt(last - 1) == ' ') {
            last--;
        }
        return last;
    }

    private static String utf8(byte[] bytes, int from, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, length))
                .toString();
    }

    /** The text within a BER string, or the hexadecimal form as it is when it holds something else. */
    private static String ofHex(String hex) {
        byte[] ber = HexFormat.of().parseHex(hex, 1, hex.length());
        boolean text =
                ber.length >= 2
                        && switch (ber[0]) {
                            case 0x04, 0x0c, 0x12, 0x13, 0x16 -> ber[1] == ber.length - 2;
                            default -> false;
                        };
        try {
            return text ? utf8(ber, 2, ber.length - 2) : hex.toLowerCase(Locale.ROOT);
        } catch (CharacterCodingException notText) {
            return hex.toLowerCase(Locale.ROOT);
        }
    }

    /** The form of a step in which all its spellings are the same. */
    static String key(List<Pair> pairs) {
        if (pairs.size() == 1) {
            return key(pairs.get(0));
        }
        return pairs.stream().map(NameText::key).sorted().collect(Collectors.joining("+"));
    }

    private static String key(Pair pair) {
        return pair.type() + "=" + key(pair.value());
    }

    private static String key(String value) {
        String normal = Normalizer.normalize(value, Normalizer.Form.NFKC);
        var key = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            switch (c) {
                case ' ' -> {
                    if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                        key.append(c);
                    }
                }
                case ',' -> key.append("\\2c");
                case '+' -> key.append("\\2b");
                case '\\' -> key.append("\\5c");
                default -> key.append(fold(c));
            }
        }
        key.setLength(withoutBlanks(key.toString(), 0, key.length()));
        return key.toString();
    }

    /** As {@link String#equalsIgnoreCase} sees it. */
    static char fold(char c) {
        if (c < FOLDED.length) {
            return FOLDED[c];
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** A step with this type and value; null if the type is none. */
    static @Nullable String step(String type, String value) {
        var step = new StringBuilder(type).append('=');
        int last = value.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            if (c < ' ') {
                step.append('\\').append(HexFormat.of().toHexDigits((byte) c));
                continue;
            }
            boolean special = "\"+,;<>\\".indexOf(c) >= 0;
            boolean atStart = i == 0 && (c == ' ' || c == '#');
            boolean atEnd = i == last && c == ' ';
            if (special || atStart || atEnd) {
                step.append('\\');
            }
            step.append(c);
        }
        return isType(type) ? step.toString() : null;
    }

    private static boolean isType(String type) {
        var scan = new NameText(type + "=");
        return scan.type() && scan.plain && scan.at == type.length() + 1;
    }
}
