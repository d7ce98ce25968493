package se.ehealthsdk.testkit.directory.country;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes search result entries as LDAP has them (RFC 4511, BER with lengths as short as they can be), straight from the
 * values, so that a server of a whole country keeps up with any client. Each is written from its end to its beginning, for
 * then a length is known when it is written; so the attributes come in the opposite of the order they are told in, which means
 * nothing in LDAP.
 *
 * <p>Not for use by more than one thread at a time.
 */
final class PageWriter implements EntrySink {

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OCTETS = 0x04;
    private static final int INTEGER = 0x02;
    private static final int RESULT_ENTRY = 0x64;
    private static final String OPERATIONAL = "modifyTimestamp";

    private final Map<String, Boolean> asked = new HashMap<>();
    private final boolean all;
    private final boolean operational;
    private final boolean typesOnly;
    private byte[] bytes = new byte[1 << 16];

    /** Where what is written begins; it ends at the end of the array. */
    private int at = bytes.length;

    /**
     * @param attributes those that were asked for, as RFC 4511 has them: none or {@code *} for all, {@code +} for the
     *     operational ones
     */
    PageWriter(List<String> attributes, boolean typesOnly) {
        this.all = attributes.isEmpty() || attributes.contains("*");
        this.operational =
                attributes.contains("+")
                        || attributes.stream().anyMatch(OPERATIONAL::equalsIgnoreCase);
        this.typesOnly = typesOnly;
        for (String attribute : attributes) {
            asked.put(attribute.toLowerCase(Locale.ROOT), true);
        }
    }

    /** Begins anew. */
    void clear() {
        at = bytes.length;
    }

    /** Hands over what was written since {@link #clear}. */
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, at, size());
    }

    private int size() {
        return bytes.length - at;
    }

    /** Writes an entry, before what was written before. */
    void entry(Country country, int entry, int messageId) {
        int end = size();
        country.tell(entry, this);
        head(SEQUENCE, size() - end);
        text(country.name(entry));
        head(RESULT_ENTRY, size() - end);
        integer(messageId);
        head(SEQUENCE, size() - end);
    }

    @Override
    public boolean wants(String attribute) {
        if (attribute.equals(OPERATIONAL)) {
            return operational;
        }
        return all
                || asked.computeIfAbsent(
                        attribute, name -> asked.containsKey(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void put(String attribute, String value) {
        if (!wants(attribute)) {
            return;
        }
        int end = size();
        if (!typesOnly) {
            text(value);
        }
        attribute(attribute, end);
    }

    @Override
    public void put(String attribute, List<String> values) {
        if (!wants(attribute)) {
            return;
        }
        int end = size();
        if (!typesOnly) {
            for (int i = values.size() - 1; i >= 0; i--) {
                text(values.get(i));
            }
        }
        attribute(attribute, end);
    }

    private void attribute(String attribute, int end) {
        head(SET, size() - end);
        text(attribute);
        head(SEQUENCE, size() - end);
    }

    private void integer(int value) {
        int end = size();
        room(5);
        int left = value;
        do {
            bytes[--at] = (byte) left;
            left >>>= 8;
        } while (left != 0);
        if (bytes[at] < 0) {
            bytes[--at] = 0;
        }
        head(INTEGER, size() - end);
    }

    /** A text in UTF-8 as an octet string. The country has no letters beyond the first plane. */
    private void text(String value) {
        room(3 * value.length());
        byte[] to = bytes;
        int place = at;
        for (int i = value.length() - 1; i >= 0; i--) {
            char letter = value.charAt(i);
            if (letter < 0x80) {
                to[--place] = (byte) letter;
            } else if (letter < 0x800) {
                to[--place] = (byte) (0x80 | letter & 0x3f);
                to[--place] = (byte) (0xc0 | letter >> 6);
            } else {
                to[--place] = (byte) (0x80 | letter & 0x3f);
                to[--place] = (byte) (0x80 | letter >> 6 & 0x3f);
                to[--place] = (byte) (0xe0 | letter >> 12);
            }
        }
        int length = at - place;
        at = place;
        head(OCTETS, length);
    }

    private void head(int tag, int length) {
        room(6);
        if (length < 0x80) {
            bytes[--at] = (byte) length;
        } else {
            int count = 0;
            for (int left = length; left != 0; left >>>= 8) {
                bytes[--at] = (byte) left;
                count++;
            }
            bytes[--at] = (byte) (0x80 | count);
        }
        bytes[--at] = (byte) tag;
    }

    private void room(int more) {
        if (at < more) {
            byte[] larger = new byte[2 * bytes.length + more];
            int used = size();
            System.arraycopy(bytes, at, larger, larger.length - used, used);
            at = larger.length - used;
            bytes = larger;
        }
    }
}
