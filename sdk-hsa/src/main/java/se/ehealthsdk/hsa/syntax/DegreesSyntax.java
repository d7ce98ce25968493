package se.ehealthsdk.hsa.syntax;

import java.util.regex.Pattern;

final class DegreesSyntax extends TextSyntax<String> {

    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,20})?");

    DegreesSyntax() {
        super("decimal degrees", "59.3293");
    }

    @Override
    public String parse(String text) {
        if (!DEGREES.matcher(text).matches()) {
            throw refusal("is not a decimal number of degrees");
        }
        return text;
    }

    @Override
    public String write(String degrees) {
        return parse(degrees);
    }
}
