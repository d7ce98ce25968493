package se.ehealthsdk.hsa.syntax;

import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.hsa.VisitingRules;

final class VisitingAgeSyntax extends TextSyntax<VisitingRules.Age> {

    private static final int MAX_COMMENT = 16;
    private static final Pattern READ = Pattern.compile("[0-9]{2}-[0-9]{2}");
    private static final Pattern YEARS = Pattern.compile("[0-9]{1,2}");

    VisitingAgeSyntax() {
        super("visiting rule age", "02-08#comment");
    }

    @Override
    public VisitingRules.Age parse(String text) {
        String[] parts = text.split("#", -1);
        if (parts.length > 2 || !READ.matcher(parts[0]).matches()) {
            throw refusal("has not two ages of two digits, and a comment after #");
        }
        String from = parts[0].substring(0, 2);
        String to = parts[0].substring(3);
        requireOrder(from, to);
        return new VisitingRules.Age(
                from,
                to,
                parts.length == 1 || parts[1].isBlank() ? Optional.empty() : Optional.of(parts[1]));
    }

    @Override
    public String write(VisitingRules.Age age) {
        String from = years(age.from());
        String to = years(age.to());
        requireOrder(from, to);
        String comment =
                atMost(MAX_COMMENT, age.comment().filter(text -> !text.isBlank()).orElse(""));
        if (comment.indexOf('#') >= 0) {
            throw refusal("has a comment with #");
        }
        return from + "-" + to + (comment.isEmpty() ? "" : "#" + comment);
    }

    private String years(String text) {
        if (!YEARS.matcher(text).matches()) {
            throw refusal("has not ages of one or two digits");
        }
        return text.length() == 1 ? "0" + text : text;
    }

    private void requireOrder(String from, String to) {
        if (from.compareTo(to) > 0) {
            throw refusal("has a highest age below the lowest");
        }
    }
}
