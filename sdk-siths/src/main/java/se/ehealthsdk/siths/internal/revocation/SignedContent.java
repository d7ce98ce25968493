package se.ehealthsdk.siths.internal.revocation;

import java.util.Arrays;

/**
 * The part of an answer or a list that is signed: the first element, byte by byte as it was sent. What a parser
 * would write again is no substitute, for it smooths over changes.
 */
final class SignedContent {

    private static final int SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_BYTES = 4;

    private SignedContent() {}

    /**
     * The bytes of the first element in a sequence.
     *
     * @throws IllegalArgumentException when there is none
     */
    static byte[] of(byte[] sequence) {
        int start = contentStart(sequence, 0);
        int content = contentStart(sequence, start);
        int end = content + length(sequence, start);
        if (end > sequence.length || end < content) {
            throw new IllegalArgumentException("cut off");
        }
        return Arrays.copyOfRange(sequence, start, end);
    }

    private static int contentStart(byte[] der, int at) {
        if (at + 1 >= der.length || der[at] != SEQUENCE) {
            throw new IllegalArgumentException("not a sequence");
        }
        return at + 2 + lengthBytes(der, at);
    }

    private static int lengthBytes(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int bytes = first < LONG_FORM ? 0 : first - LONG_FORM;
        if (first == LONG_FORM || bytes > MOST_LENGTH_BYTES || at + 2 + bytes > der.length) {
            throw new IllegalArgumentException("no length");
        }
        return bytes;
    }

    private static int length(byte[] der, int at) {
        int bytes = lengthBytes(der, at);
        if (bytes == 0) {
            return der[at + 1];
        }
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | der[at + 2 + i] & 0xff;
        }
        return length;
    }
}
