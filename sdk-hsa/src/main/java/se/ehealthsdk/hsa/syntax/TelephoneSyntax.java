package se.ehealthsdk.hsa.syntax;

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
        String number = withoutDividers(text);
        int digits = number.length() - (number.startsWith("+") ? 1 : 0);
        if (digits < 2
                || digits > MAX
                || !isDigitsFrom(number.length() - digits, number)
                || number.equals(SWEDEN)) {
            throw refusal("is not a telephone number");
        }
        return number.startsWith("00") ? "+" + number.substring(2) : number;
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

    private static boolean isDigitsFrom(int start, String number) {
        for (int i = start; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
