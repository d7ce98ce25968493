package se.ehealthsdk.hsa.syntax;

final class TelephoneOrAddressSyntax extends TextSyntax<String> {

    private static final String OF_A_NUMBER = "+0123456789 -()/";

    TelephoneOrAddressSyntax() {
        super("telephone number or address", "+46100000001, or name@sip.example");
    }

    @Override
    public String parse(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            throw refusal("is blank");
        }
        return isNumber(value) ? HsaSyntax.TELEPHONE.parse(value) : value;
    }

    @Override
    public String write(String value) {
        String text = isNumber(value) ? HsaSyntax.TELEPHONE.write(value) : value;
        if (text.isBlank() || !text.strip().equals(text)) {
            throw refusal("is blank or has outer blanks");
        }
        return text;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (OF_A_NUMBER.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
