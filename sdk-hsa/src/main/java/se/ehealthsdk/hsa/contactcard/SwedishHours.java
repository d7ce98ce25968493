package se.ehealthsdk.hsa.contactcard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.hsa.OpeningHours;

/** Opening hours as people read them in Swedish. The names are here since a JDK may come without those of Swedish. */
final class SwedishHours {

    private static final List<String> DAYS =
            List.of("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag");
    private static final List<String> MONTHS =
            List.of(
                    "januari",
                    "februari",
                    "mars",
                    "april",
                    "maj",
                    "juni",
                    "juli",
                    "augusti",
                    "september",
                    "oktober",
                    "november",
                    "december");
    private static final Comparator<OpeningHours> BY_WEEK =
            Comparator.comparing(
                            (OpeningHours span) ->
                                    span.firstDay().map(DayOfWeek::getValue).orElse(8))
                    .thenComparing(span -> span.opens().orElse(LocalTime.MAX))
                    .thenComparing(span -> span.validFrom().orElse(LocalDate.MIN));

    private SwedishHours() {}

    /** A line for each span that has not ended before the date, through the week. */
    static List<String> lines(List<OpeningHours> spans, LocalDate date) {
        return spans.stream()
                .filter(span -> !hasEnded(span, date))
                .sorted(BY_WEEK)
                .map(SwedishHours::line)
                .toList();
    }

    static boolean hasEnded(OpeningHours span, LocalDate date) {
        return span.validTo().filter(date::isAfter).isPresent();
    }

    private static String line(OpeningHours span) {
        StringBuilder line = new StringBuilder();
        if (!span.isReadable()) {
            line.append(span.fromDay()).append('-').append(span.toDay()).append(' ');
            line.append(span.fromTime()).append('-').append(span.toTime());
            span.fromDate().ifPresent(from -> line.append(", från ").append(from));
            span.toDate().ifPresent(to -> line.append(", till ").append(to));
        } else if (isAroundTheClock(span)) {
            line.append("Alla dagar, dygnet runt").append(dates(span));
        } else {
            line.append(days(span)).append(' ');
            line.append(time(span.opens())).append('-').append(closing(span)).append(dates(span));
        }
        span.comment()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> line.append(" (").append(text.strip()).append(')'));
        return line.toString();
    }

    private static boolean isAroundTheClock(OpeningHours span) {
        return span.firstDay().equals(Optional.of(DayOfWeek.MONDAY))
                && span.lastDay().equals(Optional.of(DayOfWeek.SUNDAY))
                && span.opens().equals(Optional.of(LocalTime.MIDNIGHT))
                && span.closes().equals(Optional.of(LocalTime.MIDNIGHT));
    }

    private static String days(OpeningHours span) {
        String first = day(span.firstDay().orElseThrow());
        String last = day(span.lastDay().orElseThrow());
        String days = first.equals(last) ? first : first + "-" + last;
        return capital(days);
    }

    private static String day(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String closing(OpeningHours span) {
        return span.closes().equals(Optional.of(LocalTime.MIDNIGHT))
                ? "24.00"
                : time(span.closes());
    }

    private static String time(Optional<LocalTime> time) {
        LocalTime known = time.orElseThrow();
        return "%02d.%02d".formatted(known.getHour(), known.getMinute());
    }

    private static String dates(OpeningHours span) {
        if (span.validFrom().isPresent() && span.validTo().isPresent()) {
            return ", %s-%s".formatted(date(span.validFrom().get()), date(span.validTo().get()));
        }
        return span.validFrom().map(from -> ", från och med " + date(from)).orElse("")
                + span.validTo().map(to -> ", till och med " + date(to)).orElse("");
    }

    static String date(LocalDate date) {
        return "%d %s %d"
                .formatted(
                        date.getDayOfMonth(), MONTHS.get(date.getMonthValue() - 1), date.getYear());
    }
}
