package se.ehealthsdk.testkit.report;

import static se.ehealthsdk.testkit.report.Markup.escape;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes a report as JUnit XML. */
final class JunitXml {

    private JunitXml() {}

    static String of(Report report) {
        long failures = report.items().stream().filter(it -> it.failure().isPresent()).count();
        String counts =
                "tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\" time=\"%s\""
                        .formatted(report.items().size(), failures, seconds(report.took()));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites name=\"").append(escape(report.name())).append("\" ");
        xml.append(counts).append(">\n");
        xml.append("  <testsuite name=\"").append(escape(report.name())).append("\" ");
        xml.append(counts).append(" timestamp=\"");
        xml.append(
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        report.startedAt()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atOffset(ZoneOffset.UTC)));
        xml.append("\">\n");
        report.items().forEach(each -> item(xml, report.name(), each));
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private static void item(StringBuilder xml, String suite, Report.Item item) {
        xml.append("    <testcase name=\"").append(escape(item.name()));
        xml.append("\" classname=\"").append(escape(suite));
        xml.append("\" time=\"").append(seconds(item.took())).append("\">\n");
        item.failure()
                .ifPresent(
                        why -> {
                            xml.append("      <failure message=\"").append(escape(why));
                            xml.append("\" type=\"expectation\">");
                            xml.append(escape(item.details())).append("</failure>\n");
                        });
        if (item.failure().isEmpty() && !item.details().isEmpty()) {
            xml.append("      <system-out>").append(escape(item.details()));
            xml.append("</system-out>\n");
        }
        xml.append("    </testcase>\n");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}
