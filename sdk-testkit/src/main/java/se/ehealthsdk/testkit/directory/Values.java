package se.ehealthsdk.testkit.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingRules;

/** Values as the directory writes them. */
final class Values {

    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Values() {}

    static String time(Instant moment) {
        return GENERALIZED_TIME.format(moment);
    }

    static Optional<String> start(Validity validity) {
        return validity.start().map(Values::time);
    }

    static Optional<String> end(Validity validity) {
        return validity.end().map(Values::time);
    }

    /** The contracts have national digits; the directory has them from abroad, short numbers apart. */
    static String telephone(String number) {
        return number.startsWith("0") ? "+46" + number.substring(1) : number;
    }

    static List<String> telephones(List<String> numbers) {
        return numbers.stream().map(Values::telephone).toList();
    }

    /** As {@code 1-5#08:00#17:00}, then a comment, then dates. */
    static String hours(OpeningHours span) {
        StringBuilder text =
                new StringBuilder()
                        .append(span.fromDay())
                        .append('-')
                        .append(span.toDay())
                        .append('#')
                        .append(minutes(span.fromTime()))
                        .append('#')
                        .append(minutes(span.toTime()));
        boolean dated = span.fromDate().isPresent() || span.toDate().isPresent();
        if (span.comment().isPresent() || dated) {
            text.append('#').append(span.comment().orElse(""));
        }
        if (dated) {
            text.append('#')
                    .append(span.fromDate().orElse(""))
                    .append('#')
                    .append(span.toDate().orElse(""));
        }
        return text.toString();
    }

    static List<String> hours(List<OpeningHours> spans) {
        return spans.stream().map(Values::hours).toList();
    }

    private static String minutes(String time) {
        return time.length() > 5 ? time.substring(0, 5) : time;
    }

    /** RFC 4517: lines apart by a dollar sign, which has an escape within a line. */
    static Optional<String> postalAddress(Optional<PostalAddress> address) {
        return address.map(
                        it ->
                                it.printedLines().stream()
                                        .map(
                                                line ->
                                                        line.replace("\\", "\\5C")
                                                                .replace("$", "\\24"))
                                        .collect(Collectors.joining("$")))
                .filter(text -> !text.isEmpty());
    }

    /** Without dates it is shown until further notice, and is written as it is. */
    static String temporaryInformation(TemporaryInformation information) {
        if (information.fromDate().isEmpty() && information.toDate().isEmpty()) {
            return information.text();
        }
        return ";%s;%s;%s"
                .formatted(
                        information.fromDate().replace("-", ""),
                        information.toDate().replace("-", ""),
                        information.text());
    }

    static String age(VisitingRules.Age age) {
        return age.from() + "-" + age.to() + age.comment().map(comment -> "#" + comment).orElse("");
    }

    static String membership(HsaId member, Validity validity) {
        return "%s;%s;%s".formatted(member, start(validity).orElse(""), end(validity).orElse(""));
    }
}
