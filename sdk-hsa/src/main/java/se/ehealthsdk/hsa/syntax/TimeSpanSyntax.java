package se.ehealthsdk.hsa.syntax;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import se.ehealthsdk.hsa.OpeningHours;

final class TimeSpanSyntax extends TextSyntax<OpeningHours> {

    private static final int MAX_COMMENT = 16;
    private static final int WITH_DATES = 6;

    TimeSpanSyntax() {
        super("time span", "1-5#08:00#17:00");
    }

    @Override
    public OpeningHours parse(String text) {
        String[] parts = text.split("#", -1);
        if (parts.length != 3 && parts.length != 4 && parts.length != WITH_DATES) {
            throw refusal("has not three, four or six parts divided by #");
        }
        String days = parts[0];
        if (days.length() != 3
                || !isDay(days.charAt(0))
                || days.charAt(1) != '-'
                || !isDay(days.charAt(2))) {
            throw refusal("has not weekdays as 1-5, or 1-1 for a single day");
        }
        String opens = time(parts[1]);
        String closes = time(parts[2]);
        if (opens.compareTo(closes) >= 0) {
            throw refusal("does not close after it opens, on the same day");
        }
        boolean dated = parts.length == WITH_DATES;
        Optional<String> from = dated ? date(parts[4]) : Optional.empty();
        Optional<String> to = dated ? date(parts[5]) : Optional.empty();
        if (from.isPresent() && to.isPresent() && day(to.get()).isBefore(day(from.get()))) {
            throw refusal("ends before it begins");
        }
        return new OpeningHours(
                days.substring(0, 1),
                opens + ":00",
                days.substring(2),
                closes + ":00",
                parts.length == 3 ? Optional.empty() : present(parts[3]),
                from,
                to);
    }

    @Override
    public String write(OpeningHours span) {
        if (!span.isReadable()) {
            throw refusal("has days, times or dates that cannot be read");
        }
        String opens = minutes(span.opens().orElseThrow());
        LocalTime closing = span.closes().orElseThrow();
        String closes = closing.equals(LocalTime.MIDNIGHT) ? "24:00" : minutes(closing);
        Optional<LocalDate> from = span.validFrom();
        Optional<LocalDate> to = span.validTo();
        String comment =
                atMost(MAX_COMMENT, span.comment().filter(text -> !text.isBlank()).orElse(""));
        if (comment.indexOf('#') >= 0) {
            throw refusal("has a comment with #");
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw refusal("ends before it begins");
        }
        String text = span.fromDay() + "-" + span.toDay() + "#" + opens + "#" + closes;
        if (from.isPresent() || to.isPresent()) {
            return text
                    + "#"
                    + comment
                    + "#"
                    + from.map(BasicDate::write).orElse("")
                    + "#"
                    + to.map(BasicDate::write).orElse("");
        }
        return comment.isEmpty() ? text : text + "#" + comment;
    }

    private static boolean isDay(char c) {
        return c >= '1' && c <= '7';
    }

    private String time(String text) {
        if (!isTime(text)) {
            throw refusal("has not times as 08:00, at most 24:00");
        }
        return text;
    }

    private static boolean isTime(String text) {
        if (text.length() != 5 || text.charAt(2) != ':') {
            return false;
        }
        for (int i = 0; i < 5; i++) {
            if (i != 2 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        return text.charAt(3) <= '5' && text.compareTo("24:00") <= 0;
    }

    private Optional<String> date(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        day(text);
        return Optional.of(text);
    }

    private LocalDate day(String text) {
        return BasicDate.parse(text).orElseThrow(() -> refusal("has not dates as 20260601"));
    }

    private String minutes(LocalTime time) {
        if (time.getSecond() != 0) {
            throw refusal("has times with seconds");
        }
        return time.toString();
    }

    private static Optional<String> present(String comment) {
        return comment.isBlank() ? Optional.empty() : Optional.of(comment);
    }
}
