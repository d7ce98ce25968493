package se.ehealthsdk.testkit.report;

import static se.ehealthsdk.testkit.report.Markup.escape;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import se.ehealthsdk.testkit.report.Report.Language;

/** Writes a report as a page. */
final class HtmlPage {

    private static final String STYLE =
            """
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
            table { border-collapse: collapse; width: 100%; }
            caption { text-align: left; font-weight: bold; padding: .5rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #767676; overflow-wrap: anywhere; }
            .passed { color: #0b5a1e; font-weight: bold; }
            .failed { color: #a10e0e; font-weight: bold; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; }
            @media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
            """;

    private final Report report;
    private final boolean swedish;

    private HtmlPage(Report report, boolean swedish) {
        this.report = report;
        this.swedish = swedish;
    }

    static String of(Report report, Language language) {
        return new HtmlPage(report, language == Language.SWEDISH).write();
    }

    private String say(String inSwedish, String inEnglish) {
        return swedish ? inSwedish : inEnglish;
    }

    private String write() {
        long failures = report.items().stream().filter(it -> it.failure().isPresent()).count();
        String name = escape(report.name());
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
        page.append("<html lang=\"").append(say("sv", "en")).append("\">\n<head>\n");
        page.append("<meta charset=\"UTF-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<title>").append(name).append("</title>\n");
        page.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        page.append("<h1>").append(name).append("</h1>\n");
        page.append("<p class=\"").append(report.passed() ? "passed" : "failed").append("\">");
        page.append(report.passed() ? say("Godkänt", "Passed") : say("Underkänt", "Failed"));
        page.append(": ").append(report.items().size() - failures);
        page.append(say(" av ", " of ")).append(report.items().size());
        page.append(say(" som väntat", " as expected")).append("</p>\n<p>");
        page.append(say("Började ", "Started "));
        page.append(report.startedAt().truncatedTo(ChronoUnit.SECONDS));
        page.append(say(", tog ", ", took ")).append(seconds(report.took())).append(" s</p>\n");
        page.append("<table>\n<caption>").append(say("Förväntningar", "Expectations"));
        page.append("</caption>\n<thead><tr>");
        heading(page, say("Utfall", "Outcome"));
        heading(page, say("Förväntan", "Expectation"));
        heading(page, say("Iakttaget", "Seen"));
        page.append("</tr></thead>\n<tbody>\n");
        report.items().forEach(each -> item(page, each));
        return page.append("</tbody>\n</table>\n</main>\n</body>\n</html>\n").toString();
    }

    private static void heading(StringBuilder page, String text) {
        page.append("<th scope=\"col\">").append(text).append("</th>");
    }

    private void item(StringBuilder page, Report.Item item) {
        boolean passed = item.failure().isEmpty();
        page.append("<tr><td class=\"").append(passed ? "passed" : "failed").append("\">");
        page.append(
                passed
                        ? say("Som väntat", "As expected")
                        : say("Inte som väntat", "Not as expected"));
        page.append("</td><td>").append(escape(item.name())).append("</td><td>");
        item.failure().ifPresent(why -> page.append(escape(why)));
        if (!item.details().isEmpty()) {
            page.append("<pre>").append(escape(item.details())).append("</pre>");
        }
        page.append("</td></tr>\n");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}
