package se.ehealthsdk.hsa.webcert;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.identifier.PersonId;

/** Blots out of free text what tells who a person is. Rather too much than too little. */
final class PersonalDataBlot {

    private static final String NUMBER = "[personnummer borttaget]";
    private static final String NAME = "[namn borttaget]";

    private static final String GUID =
            "(?<![0-9A-Za-z])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
                    + "(?![0-9A-Za-z])";

    // an organisation number has at least 2 in its third place, where a person's has a month
    private static final String HSA_ID =
            "(?<![0-9A-Za-z])[A-Za-z][A-Za-z-]{0,20}(?:16)?[0-9]{2}[2-9][0-9]{7}-[A-Za-z0-9]+";

    private static final String SEPARATOR = "[\\s\\u00a0\\p{Pd}]?";
    private static final String YEAR_FIRST =
            "(?<![0-9])(?:[0-9]{2})?[0-9]{2}"
                    + SEPARATOR
                    + "(?:0[1-9]|1[0-2])"
                    + SEPARATOR
                    + "(?:[06][1-9]|[1278][0-9]|[39][01])"
                    + "(?:[\\s\\u00a0\\p{Pd}+]|%2[0BDbd]|&nbsp;){0,3}[0-9]{4}(?![0-9])";
    private static final String ANY_TWELVE = "(?<![0-9])[0-9]{8}[\\p{Pd}+]?[0-9]{4}(?![0-9])";
    private static final String RESERVE =
            "(?<![0-9A-Za-z])[0-9]{6,8}[\\p{Pd}]?[0-9A-Za-z]{4}(?![0-9A-Za-z])";

    private static final Pattern NUMBERS =
            Pattern.compile(
                    "(?<kept>"
                            + GUID
                            + "|"
                            + HSA_ID
                            + ")|(?<number>"
                            + YEAR_FIRST
                            + "|"
                            + ANY_TWELVE
                            + ")|(?<reserve>"
                            + RESERVE
                            + ")");

    private static final Pattern MARKUP =
            Pattern.compile("<[^>]{1,200}>.*<[^>]{1,200}>|<[^>]{1,200}>", Pattern.DOTALL);
    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9.-]{1,200}");
    private static final Pattern LABELLED =
            Pattern.compile(
                    "(?<label>(?<!\\p{L})(?:patient|patienten|patientnamn|namn|för-?namn|fornamn|efter-?namn"
                            + "|mellannamn|invånare|(?:patient|first|last|full|sur)[_ ]?name)[\"']?\\s{0,3}[:=]\\s{0,3})(?<value>[^,;\\n\\r]{1,200})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PersonalDataBlot() {}

    /**
     * @param names each blotted as a whole and part by part, upper and lower case apart
     */
    static String blot(String text, List<String> names) {
        String blotted =
                MARKUP.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                        .replaceAll("[XML borttagen]");
        blotted = withoutNumbers(blotted);
        blotted = MAIL.matcher(blotted).replaceAll("[e-post borttagen]");
        blotted = LABELLED.matcher(blotted).replaceAll(PersonalDataBlot::labelled);
        for (String name : names) {
            blotted = withoutName(blotted, name);
        }
        return blotted;
    }

    /** What is blotted already, or is an id, stands. */
    private static String labelled(MatchResult found) {
        String value = found.group(2);
        boolean harmless = value.startsWith("[") || value.matches(HSA_ID) || value.matches(GUID);
        return Matcher.quoteReplacement(found.group(1) + (harmless ? value : NAME));
    }

    static boolean looksPersonal(String id) {
        return !withoutNumbers(id).equals(id);
    }

    private static String withoutNumbers(String text) {
        return NUMBERS.matcher(text).replaceAll(PersonalDataBlot::number);
    }

    private static String number(MatchResult found) {
        String all = found.group();
        boolean personal = found.group(2) != null || found.group(3) != null && isReserveNumber(all);
        return Matcher.quoteReplacement(personal ? NUMBER : all);
    }

    private static boolean isReserveNumber(String text) {
        return PersonId.tryParse(text).isPresent()
                || text.matches("[0-9]{6,8}\\p{Pd}?[0-9]{0,3}[A-Za-z][0-9A-Za-z]{0,3}");
    }

    private static String withoutName(String text, String name) {
        String result = text;
        for (String part :
                Normalizer.normalize(name.strip(), Normalizer.Form.NFC).split("[\\s\\p{Pd}]+")) {
            if (part.length() > 1) {
                result =
                        Pattern.compile(
                                        "(?<!\\p{L})" + Pattern.quote(part) + "(?!\\p{L})",
                                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                                .matcher(result)
                                .replaceAll(Matcher.quoteReplacement(NAME));
            }
        }
        return result;
    }
}
