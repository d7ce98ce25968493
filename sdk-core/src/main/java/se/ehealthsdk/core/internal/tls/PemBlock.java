package se.ehealthsdk.core.internal.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One {@code -----BEGIN label-----} block of a PEM text (RFC 7468).
 *
 * @param label what the block says it is
 * @param content what it holds, decoded; empty when {@code legacyEncrypted}
 * @param legacyEncrypted whether it has the {@code Proc-Type: 4,ENCRYPTED} header of RFC 1421
 */
public record PemBlock(String label, byte[] content, boolean legacyEncrypted) {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /**
     * The blocks of a text, in order; what stands between them is skipped.
     *
     * @throws IllegalArgumentException when a block has no end or is not Base64; the message never
     *     holds any of the text
     */
    public static List<PemBlock> readAll(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        String label = null;
        StringBuilder base64 = new StringBuilder();
        boolean legacyEncrypted = false;
        for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
            if (label == null) {
                if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                    label = line.substring(BEGIN.length(), line.length() - DASHES.length());
                    base64.setLength(0);
                    legacyEncrypted = false;
                }
            } else if (line.equals(END + label + DASHES)) {
                blocks.add(
                        new PemBlock(
                                label,
                                legacyEncrypted ? new byte[0] : decode(base64),
                                legacyEncrypted));
                label = null;
            } else if (line.indexOf(':') >= 0) {
                legacyEncrypted |= line.startsWith("Proc-Type:") && line.endsWith("ENCRYPTED");
            } else {
                base64.append(line);
            }
        }
        if (label != null) {
            throw new IllegalArgumentException("a block begins but does not end");
        }
        return blocks;
    }

    private static byte[] decode(StringBuilder base64) {
        try {
            return Base64.getDecoder().decode(base64.toString());
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes the content.
            throw new IllegalArgumentException("a block is not Base64");
        }
    }

    /** The label only: the content may be a key. */
    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }
}
