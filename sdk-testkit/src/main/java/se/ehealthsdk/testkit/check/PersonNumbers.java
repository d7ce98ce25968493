package se.ehealthsdk.testkit.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Personal identity numbers in text, whoever wrote them. */
final class PersonNumbers {

    /** Not within a longer word, such as an HSA-id or a UUID. */
    private static final Pattern IN_TEXT =
            Pattern.compile(
                    "(?<![0-9A-Za-z-])(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-8][0-9]|9[01])[-+]?[0-9]{4}(?![0-9A-Za-z-])");

    private PersonNumbers() {}

    /** Whether a text holds a number that can be a person's. */
    static boolean isIn(String text) {
        if (text.length() < 12) {
            return false;
        }
        Matcher found = IN_TEXT.matcher(text);
        while (found.find()) {
            if (isChecked(digits(found.group()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether twelve digits have the right check digit. */
    static boolean isChecked(String twelve) {
        int sum = 0;
        for (int i = 2; i < 12; i++) {
            int product = (twelve.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    private static String digits(String number) {
        return number.length() == 12 ? number : number.substring(0, 8) + number.substring(9);
    }
}
