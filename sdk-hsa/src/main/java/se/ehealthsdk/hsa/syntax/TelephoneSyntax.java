package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.core.error.InvalidInputException;

final class TelephoneSyntax extends TextSyntax<String> {

    private static final int MAX = 32;
    private static final String SWEDEN = "+46";
    private static final String DIVIDERS = " -()/";

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
        String digits = withoutDividers(text);
        String number = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        if (!isNumber(number)) {
            throw notANumber();
        }
        return number;
    }

    private InvalidInputException notANumber() {
        return refusal("is not a telephone number");
    }

    private static boolean isNumber(String text) {
        boolean international = text.startsWith("+");
        int first = international ? 1 : 0;
        if (text.length() < first + 2
                || text.length() > MAX
                || (international && text.charAt(1) == '0')) {
            return false;
        }
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String withoutDividers(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (DIVIDERS.indexOf(c) < 0) {
                if (kept != null) {
                    kept.append(c);
                }
            } else if (kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            }
        }
        return kept == null ? text : kept.toString();
    }
}
