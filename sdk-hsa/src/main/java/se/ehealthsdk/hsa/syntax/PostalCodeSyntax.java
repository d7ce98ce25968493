package se.ehealthsdk.hsa.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class PostalCodeSyntax extends TextSyntax<String> {

    private static final int MAX = 40;
    private static final Pattern SWEDISH =
            Pattern.compile("(?:SE?(?:-| |- )?)?([0-9]{3}) ?([0-9]{2})");

    PostalCodeSyntax() {
        super("postal code", "12345");
    }

    @Override
    public String parse(String text) {
        String code = text.strip();
        if (code.isEmpty()) {
            throw refusal("is blank");
        }
        Matcher swedish = SWEDISH.matcher(code);
        return swedish.matches() ? swedish.group(1) + swedish.group(2) : code;
    }

    @Override
    public String write(String code) {
        return atMost(MAX, parse(code));
    }
}
