package se.ehealthsdk.testkit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the JDK's validator says, in plain words: by its code and what it quotes, for its sentences differ with the language of the machine.
 *
 * @param rule the rule that is broken
 * @param values what stands in the rule's sentence
 */
record SchemaWords(Rule rule, Object... values) {

    private static final Rule MISSING = Rules.of("schema.missing");
    private static final Rule UNEXPECTED = Rules.of("schema.unexpected");
    private static final Rule VALUE = Rules.of("schema.value");
    private static final Rule ATTRIBUTE = Rules.of("schema.attribute");
    private static final Rule OTHER = Rules.of("schema.other");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern NAMESPACE = Pattern.compile("\"[^\"]*\":");
    private static final Text NOTHING = new Text("inget mer", "nothing more");

    /** Empty for what only repeats what was said before. */
    static Optional<SchemaWords> of(String message, String element) {
        int colon = message.indexOf(": ");
        String code = colon < 0 ? "" : message.substring(0, colon);
        List<String> quoted = quoted(message.substring(colon + 1));
        return switch (code) {
            case "cvc-type.3.1.3", "cvc-attribute.3", "cvc-complex-type.2.2" -> Optional.empty();
            case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.c" ->
                    words(
                            UNEXPECTED,
                            name(quoted, 0),
                            quoted.size() > 1 ? names(quoted.get(1)) : NOTHING);
            case "cvc-complex-type.2.4.b" ->
                    words(MISSING, quoted.size() > 1 ? names(quoted.get(1)) : element);
            case "cvc-complex-type.2.4.d",
                    "cvc-complex-type.2.4.e",
                    "cvc-complex-type.2.4.f",
                    "cvc-complex-type.2.4.g",
                    "cvc-complex-type.2.4.h",
                    "cvc-complex-type.2.4.i",
                    "cvc-complex-type.2.4.j",
                    "cvc-elt.1",
                    "cvc-elt.1.a" ->
                    words(UNEXPECTED, name(quoted, 0), NOTHING);
            case "cvc-datatype-valid.1.2.1", "cvc-datatype-valid.1.2.3" ->
                    words(
                            VALUE,
                            shown(quoted),
                            new Text("av typen " + last(quoted), "of the type " + last(quoted)));
            case "cvc-pattern-valid" ->
                    words(
                            VALUE,
                            shown(quoted),
                            new Text(
                                    "av formen " + quoted(quoted, 1),
                                    "of the form " + quoted(quoted, 1)));
            case "cvc-enumeration-valid" ->
                    words(
                            VALUE,
                            shown(quoted),
                            new Text(
                                    "något av " + quoted(quoted, 1),
                                    "one of " + quoted(quoted, 1)));
            case "cvc-minLength-valid", "cvc-maxLength-valid", "cvc-length-valid" ->
                    words(
                            VALUE,
                            shown(quoted),
                            new Text(
                                    "av rätt längd (" + quoted(quoted, 2) + " tecken)",
                                    "of the right length (" + quoted(quoted, 2) + " characters)"));
            case "cvc-minInclusive-valid",
                    "cvc-maxInclusive-valid",
                    "cvc-minExclusive-valid",
                    "cvc-maxExclusive-valid" ->
                    words(
                            VALUE,
                            shown(quoted),
                            new Text(
                                    "inom gränsen " + quoted(quoted, 1),
                                    "within the limit " + quoted(quoted, 1)));
            case "cvc-complex-type.3.2.2" ->
                    words(
                            ATTRIBUTE,
                            quoted(quoted, 0),
                            new Text("finns inte i schemat", "is not in the schema"));
            case "cvc-complex-type.4" ->
                    words(ATTRIBUTE, quoted(quoted, 0), new Text("saknas", "is missing"));
            case "cvc-complex-type.2.3" ->
                    words(
                            OTHER,
                            new Text(
                                    element + " har text där schemat bara har element",
                                    element + " has text where the schema has elements alone"));
            case "cvc-type.3.1.2" ->
                    words(
                            OTHER,
                            new Text(
                                    element + " har element där schemat bara har text",
                                    element + " has elements where the schema has text alone"));
            case "cvc-elt.3.2.1", "cvc-elt.3.1" ->
                    words(
                            OTHER,
                            new Text(element + " får inte vara nil", element + " may not be nil"));
            default ->
                    words(
                            OTHER,
                            new Text(
                                    "Schemat (" + code + "): " + element,
                                    "The schema (" + code + "): " + element));
        };
    }

    private static Optional<SchemaWords> words(Rule rule, Object... values) {
        return Optional.of(new SchemaWords(rule, values));
    }

    private static List<String> quoted(String sentence) {
        List<String> all = new ArrayList<>();
        Matcher found = QUOTED.matcher(sentence);
        while (found.find()) {
            all.add(found.group(1));
        }
        return all;
    }

    private static String quoted(List<String> all, int index) {
        return index < all.size() ? all.get(index) : "?";
    }

    private static String last(List<String> all) {
        return all.isEmpty() ? "?" : all.get(all.size() - 1);
    }

    /** A value, which may be long. */
    private static String shown(List<String> all) {
        String value = quoted(all, 0);
        return "\"" + (value.length() > 80 ? value.substring(0, 80) + "..." : value) + "\"";
    }

    private static String name(List<String> all, int index) {
        String name = NAMESPACE.matcher(quoted(all, index)).replaceAll("").replaceAll("[{}]", "");
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** {@code {"urn:riv:x":a, "urn:riv:x":b}} as {@code a, b}. */
    private static String names(String braced) {
        return List.of(NAMESPACE.matcher(braced).replaceAll("").replaceAll("[{}]", "").split(", "))
                .stream()
                .map(each -> each.startsWith("WC[") ? "*" : each)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
