package se.ehealthsdk.siths.internal.x509;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of DER, as a place in the bytes that were sent: for what is signed, which no parser should write
 * again, and for subjects, which are read at every log-in. Immutable.
 *
 * <p>Source: ITU-T X.690.
 */
public final class DerElement {

    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_BYTES = 4;

    private final byte[] source;
    private final int start;
    private final int content;
    private final int end;

    private DerElement(byte[] source, int start, int limit) {
        if (start + 2 > limit) {
            throw malformed();
        }
        int first = source[start + 1] & 0xff;
        int at = start + 2;
        long length = first;
        if (first >= LONG_FORM) {
            int bytes = first - LONG_FORM;
            if (bytes == 0 || bytes > MOST_LENGTH_BYTES || at + bytes > limit) {
                throw malformed();
            }
            length = 0;
            for (int last = at + bytes; at < last; at++) {
                length = length << 8 | source[at] & 0xff;
            }
        }
        if (length > limit - at) {
            throw malformed();
        }
        this.source = source;
        this.start = start;
        this.content = at;
        this.end = at + (int) length;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not DER");
    }

    /**
     * The first element in the bytes, which are not to be changed afterwards.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static DerElement read(byte[] der) {
        return new DerElement(der, 0, der.length);
    }

    /** What kind of element it is. */
    public int tag() {
        return source[start] & 0xff;
    }

    /**
     * The elements in this one.
     *
     * @throws IllegalArgumentException when its content is not elements
     */
    public List<DerElement> children() {
        List<DerElement> children = new ArrayList<>(4);
        for (int at = content; at < end; ) {
            DerElement child = new DerElement(source, at, end);
            children.add(child);
            at = child.end;
        }
        return children;
    }

    /** Whether the content is this. */
    public boolean holds(byte[] expected) {
        return Arrays.equals(source, content, end, expected, 0, expected.length);
    }

    /** A copy of the content, without tag and length. */
    public byte[] content() {
        return Arrays.copyOfRange(source, content, end);
    }

    /** A copy of the whole element. */
    public byte[] encoded() {
        return Arrays.copyOfRange(source, start, end);
    }
}
