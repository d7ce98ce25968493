package se.ehealthsdk.hsa.syntax;

import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

final class TelephoneSyntax extends TextSyntax<String> {

    private static final int MAX = 32;
    private static final String SWEDEN = "+46";
    private static final Pattern DIVIDERS = Pattern.compile("[ \\-()/]");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{1,30}|[0-9]{2,32}");

    TelephoneSyntax() {
        super("telephone number", "+46100000001");
    }

    @Override
    public String parse(String text) {
        String number = international(text);
        if (!number.startsWith(SWEDEN)) {
            return number;
        }
        String national = number.substring(SWEDEN.length());
        // +46 (0)10 is a common way to write it
        String withZero = national.startsWith("0") ? national : "0" + national;
        if (withZero.length() < 2 || withZero.startsWith("00")) {
            throw notANumber();
        }
        return withZero;
    }

    @Override
    public String write(String number) {
        String international = international(number);
        return atMost(
                MAX,
                international.startsWith("0")
                        ? SWEDEN + international.substring(1)
                        : international);
    }

    /** Digits alone, with + before them if the text says which country. */
    private String international(String text) {
        String digits = DIVIDERS.matcher(text).replaceAll("");
        String number = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        if (!NUMBER.matcher(number).matches()) {
            throw notANumber();
        }
        return number;
    }

    private InvalidInputException notANumber() {
        return refusal("is not a telephone number");
    }
}
