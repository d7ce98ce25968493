package se.ehealthsdk.testkit.directory.country;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes a country as LDIF, entry by entry. Operational attributes, which a server sets itself, are left out. */
final class LdifWriter implements EntrySink {

    private final Country country;
    private final Writer out;

    LdifWriter(Country country, OutputStream out) {
        this.country = country;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    void write() throws IOException {
        try {
            out.write("version: 1\n");
            for (int entry = 0; entry < country.size(); entry++) {
                out.write('\n');
                put("dn", country.name(entry));
                country.tell(entry, this);
            }
            out.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean wants(String attribute) {
        return !attribute.equals("modifyTimestamp");
    }

    @Override
    public void put(String attribute, String value) {
        if (!wants(attribute)) {
            return;
        }
        try {
            out.write(attribute);
            if (isSafe(value)) {
                out.write(": ");
                out.write(value);
            } else {
                out.write(":: ");
                out.write(
                        Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(String attribute, List<String> values) {
        for (String value : values) {
            put(attribute, value);
        }
    }

    /** RFC 2849's SAFE-STRING, without what may not stand last. */
    private static boolean isSafe(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter < ' ' || letter > '~') {
                return false;
            }
        }
        return value.isEmpty() || " :<".indexOf(value.charAt(0)) < 0 && !value.endsWith(" ");
    }
}
