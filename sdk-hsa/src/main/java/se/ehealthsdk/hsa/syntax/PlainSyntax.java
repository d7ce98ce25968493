package se.ehealthsdk.hsa.syntax;

/** Text as it is, or without the blanks around it. */
final class PlainSyntax extends TextSyntax<String> {

    private final boolean stripped;

    PlainSyntax(String name, String example, boolean stripped) {
        super(name, example);
        this.stripped = stripped;
    }

    @Override
    public String parse(String text) {
        if (text.isBlank()) {
            throw refusal("is blank");
        }
        return stripped ? text.strip() : text;
    }

    @Override
    public String write(String value) {
        if (!parse(value).equals(value)) {
            throw refusal("has outer blanks");
        }
        return value;
    }
}
