package se.ehealthsdk.testkit.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schema of the stand-in: one text, which OpenLDAP's slapd reads as it is. */
final class HsaLikeSchema {

    private static final Pattern COMMENT = Pattern.compile("(?m)^#.*$");
    private static final Pattern MACRO = Pattern.compile("objectidentifier (\\w+) ([\\d.]+)");
    private static final Pattern DEFINITION =
            Pattern.compile("(?ms)^(attributetype|objectclass) (\\(.*?\\))\\s*(?=^\\S|\\z)");

    private HsaLikeSchema() {}

    /** As slapd reads it; needs its schemas core, cosine and inetorgperson before it. */
    static String text() {
        try (InputStream in =
                Objects.requireNonNull(
                        HsaLikeSchema.class.getResourceAsStream("hsa-like.schema"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** With the standard classes and attributes. */
    static Schema schema() {
        String text = COMMENT.matcher(text()).replaceAll("");
        Matcher macro = MACRO.matcher(text);
        while (macro.find()) {
            text = text.replace(" " + macro.group(1) + ":", " " + macro.group(2) + ".");
        }
        List<String> attributes = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        Matcher definition = DEFINITION.matcher(text);
        while (definition.find()) {
            (definition.group(1).equals("attributetype") ? attributes : classes)
                    .add(definition.group(2).replaceAll("\\s+", " "));
        }
        Entry entry = new Entry("cn=schema");
        entry.addAttribute("objectClass", "top", "ldapSubentry", "subschema");
        entry.addAttribute("cn", "schema");
        entry.addAttribute(Schema.ATTR_ATTRIBUTE_TYPE, attributes);
        entry.addAttribute(Schema.ATTR_OBJECT_CLASS, classes);
        try {
            return Schema.mergeSchemas(
                    Schema.getDefaultStandardSchema(), Schema.parseSchemaEntry(entry));
        } catch (LDAPException defect) {
            throw new IllegalStateException("the testkit's schema is not right", defect);
        }
    }
}
