package se.ehealthsdk.hsa.syntax;

import java.util.regex.Pattern;

final class TelephoneSyntax extends TextSyntax<String> {

    private static final int MAX = 32;
    private static final String SWEDEN = "+46";
    private static final Pattern DIVIDERS = Pattern.compile("[ \\-()/]");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,32}");

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
        return national.startsWith("0") ? national : "0" + national;
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
        String number = DIVIDERS.matcher(text).replaceAll("");
        if (!NUMBER.matcher(number).matches() || number.equals(SWEDEN)) {
            throw refusal("is not a telephone number");
        }
        return number.startsWith("00") ? "+" + number.substring(2) : number;
    }
}
