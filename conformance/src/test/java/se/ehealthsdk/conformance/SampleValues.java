package se.ehealthsdk.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMaxInclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaMaxLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMinInclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaMinLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaPatternFacet;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;

/**
 * Texts for elements by their type, each different where the type lets it, so that a value that ends up
 * in another's place is seen.
 */
final class SampleValues {

    private static final List<String> BOOLEANS = List.of("true", "1", "false", "0");
    private static final List<String> TIMES =
            List.of("08:00:00", "24:00:00", "00:00:00", "16:45:30");
    private static final List<String> DATE_TIMES =
            List.of(
                    "2026-01-15T08:30:00",
                    "2026-07-01T12:00:00+02:00",
                    "2026-03-01T23:59:59Z",
                    "2025-12-31T24:00:00",
                    "2026-06-30T07:00:00.000",
                    "1999-05-05T05:05:05-05:00");

    /** For types that hold them to one form: whole seconds, or milliseconds. */
    private static final List<String> LOCAL_TIMES =
            List.of(
                    "2026-01-15T08:30:00",
                    "2026-10-25T02:30:00",
                    "2025-12-31T00:00:00",
                    "2026-06-30T07:00:00.000",
                    "2026-02-28T23:59:59.999",
                    "2026-02-28T23:59:59.070");

    private static final List<String> DATES = List.of("2026-02-28", "2024-02-29", "1999-12-31");
    private static final List<String> DOUBLES = List.of("1.5", "-0.25", "37", "1.0E3");
    private static final List<String> DOCUMENTS = List.of("SGVq", "SGVqIQ==", "SGVqISE=", "");
    private static final String AWKWARD = " å & <b> ]]> \"'\u00a0\u2028 \ud834\udd1e ";

    /** For the patterns and lengths of these contracts: names, telephone numbers, times, dates, ids, countries. */
    private static final List<String> PATTERNED =
            List.of(
                    "OU=Enheten,O=Regionen,C=SE",
                    "+4686001234",
                    "20260322101500",
                    "2026-03",
                    "2026.000.000.001",
                    "SE",
                    "20260322");

    private final boolean awkward;
    private int count;

    /**
     * @param seed where the lists of lexical forms start
     * @param awkward whether free texts hold characters that need escaping
     */
    SampleValues(long seed, boolean awkward) {
        this.count = Math.floorMod(seed, 1000);
        this.awkward = awkward;
    }

    String next(XmlSchemaElement declared) {
        return declared.getFixedValue() != null
                ? declared.getFixedValue()
                : next(declared.getName(), (XmlSchemaSimpleType) declared.getSchemaType());
    }

    String next(String name, XmlSchemaSimpleType type) {
        count++;
        return switch (primitive(type)) {
            case "boolean" -> BOOLEANS.get(count % BOOLEANS.size());
            case "time" -> TIMES.get(count % TIMES.size());
            case "date" -> allowed(DATES, type);
            case "dateTime" -> allowed(facets(type).isEmpty() ? DATE_TIMES : LOCAL_TIMES, type);
            case "double" -> DOUBLES.get(count % DOUBLES.size());
            case "base64Binary" -> DOCUMENTS.get(count % DOCUMENTS.size());
            case "anyURI" -> "urn:example:" + count;
            case "int", "long" -> number(type);
            case "string", "token" -> text(name, type);
            default -> throw new IllegalStateException("no values for " + type.getQName());
        };
    }

    /** The next of the forms that the type's own pattern lets through. */
    private String allowed(List<String> forms, XmlSchemaSimpleType type) {
        List<String> allowed =
                forms.stream()
                        .filter(
                                form ->
                                        facets(type).stream()
                                                .allMatch(facet -> allows(facet, form)))
                        .toList();
        return allowed.get(count % allowed.size());
    }

    private String number(XmlSchemaSimpleType type) {
        long least = 0;
        long most = Integer.MAX_VALUE;
        for (XmlSchemaFacet facet : facets(type)) {
            long bound = Long.parseLong(String.valueOf(facet.getValue()));
            if (facet instanceof XmlSchemaMinInclusiveFacet) {
                least = bound;
            } else if (facet instanceof XmlSchemaMaxInclusiveFacet) {
                most = bound;
            } else {
                throw new IllegalStateException("not used by these contracts: " + facet.getClass());
            }
        }
        return String.valueOf(least + count % (most - least + 1));
    }

    private static List<XmlSchemaFacet> facets(XmlSchemaSimpleType type) {
        return restriction(type).map(XmlSchemaSimpleTypeRestriction::getFacets).orElse(List.of());
    }

    /** The built-in type below all restrictions. */
    static String primitive(XmlSchemaSimpleType type) {
        return restriction(type)
                .map(
                        restricted ->
                                restricted.getBaseType() != null
                                        ? primitive(restricted.getBaseType())
                                        : restricted.getBaseTypeName().getLocalPart())
                .filter(name -> !name.startsWith("any") || name.equals("anyURI"))
                .orElseGet(() -> type.getName());
    }

    private static Optional<XmlSchemaSimpleTypeRestriction> restriction(XmlSchemaSimpleType type) {
        boolean builtIn =
                type.getQName() != null
                        && type.getQName()
                                .getNamespaceURI()
                                .equals("http://www.w3.org/2001/XMLSchema");
        return builtIn || !(type.getContent() instanceof XmlSchemaSimpleTypeRestriction restricted)
                ? Optional.empty()
                : Optional.of(restricted);
    }

    private String text(String name, XmlSchemaSimpleType type) {
        List<XmlSchemaFacet> facets = facets(type);
        List<String> candidates = new ArrayList<>();
        for (XmlSchemaFacet facet : facets) {
            if (facet instanceof XmlSchemaEnumerationFacet) {
                candidates.add((String) facet.getValue());
            }
        }
        if (!candidates.isEmpty()) {
            return candidates.get(count % candidates.size());
        }
        candidates.add(free(name));
        candidates.addAll(PATTERNED);
        candidates.add(String.valueOf(count));
        candidates.add(count + "." + (count + 1));
        candidates.add("191212121212");
        candidates.add("t" + count);
        return candidates.stream()
                .filter(text -> facets.stream().allMatch(facet -> allows(facet, text)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no value for " + type.getQName()));
    }

    /** Any text will do to the schema; where the name promises a form, the text has it. */
    private String free(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jpeg")) {
            return "/9j/4AAQSkZJRgABAQ==";
        }
        if (lower.contains("personalidentitynumber")
                || lower.equals("extension")
                || lower.equals("patientid")) {
            return "191212121212";
        }
        if (lower.equals("age")) {
            return String.valueOf(18 + count % 70);
        }
        if (lower.startsWith("commissionright")) {
            return "Läsa;alla;" + count;
        }
        if (lower.equals("root")) {
            return "1.2.752.129.2.1.3.1";
        }
        if (lower.endsWith("orgno")) {
            return "232100-0016";
        }
        boolean plain = !awkward || lower.endsWith("id");
        return name + "-" + count + (plain ? "" : AWKWARD + count);
    }

    private static boolean allows(XmlSchemaFacet facet, String text) {
        String value = String.valueOf(facet.getValue());
        if (facet instanceof XmlSchemaPatternFacet) {
            return Pattern.matches(value, text);
        }
        if (facet instanceof XmlSchemaMaxLengthFacet) {
            return text.length() <= Integer.parseInt(value);
        }
        if (facet instanceof XmlSchemaMinLengthFacet) {
            return text.length() >= Integer.parseInt(value);
        }
        if (facet instanceof XmlSchemaLengthFacet) {
            return text.length() == Integer.parseInt(value);
        }
        throw new IllegalStateException("not used by these contracts: " + facet.getClass());
    }
}
