package se.ehealthsdk.core.internal.tls;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of DER-encoded ASN.1: as much as is needed for subjects and private keys.
 *
 * @param tag the identifier octet; only tags below 31 are understood
 * @param content the content octets
 */
record Der(int tag, byte[] content) {

    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;

    /**
     * Reads bytes that hold exactly one element.
     *
     * @throws IllegalArgumentException when they do not
     */
    static Der read(byte[] bytes) {
        List<Der> elements = readAll(bytes);
        if (elements.size() != 1) {
            throw new IllegalArgumentException("expected one DER element, not " + elements.size());
        }
        return elements.get(0);
    }

    /** The elements that this one holds. */
    List<Der> children() {
        return readAll(content);
    }

    private static List<Der> readAll(byte[] bytes) {
        List<Der> elements = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            if (bytes.length - at < 2) {
                throw new IllegalArgumentException("DER cut short");
            }
            int tag = bytes[at++] & 0xff;
            if ((tag & 0x1f) == 0x1f) {
                throw new IllegalArgumentException("DER tag of several bytes");
            }
            int length = bytes[at++] & 0xff;
            if (length >= 0x80) {
                int octets = length & 0x7f;
                if (octets == 0 || octets > 3 || octets > bytes.length - at) {
                    throw new IllegalArgumentException("DER length not understood");
                }
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = length << 8 | bytes[at++] & 0xff;
                }
            }
            if (length > bytes.length - at) {
                throw new IllegalArgumentException("DER cut short");
            }
            elements.add(new Der(tag, Arrays.copyOfRange(bytes, at, at + length)));
            at += length;
        }
        return elements;
    }

    /** An element that holds these, one after the other. */
    static Der of(int tag, Der... children) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Der child : children) {
            content.writeBytes(child.encoded());
        }
        return new Der(tag, content.toByteArray());
    }

    /** The whole element as bytes. */
    byte[] encoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 5);
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            int octets = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
            out.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                out.write(length >>> (8 * i));
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** The tag and the length only: the content may be a key. */
    @Override
    public String toString() {
        return "Der[tag=" + tag + ", length=" + content.length + "]";
    }
}
