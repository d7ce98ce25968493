package se.ehealthsdk.discharge.statistics;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import se.ehealthsdk.discharge.statistics.DischargeReport.Acknowledgement;
import se.ehealthsdk.discharge.statistics.DischargeReport.AgeRow;
import se.ehealthsdk.discharge.statistics.DischargeReport.MonthRow;
import se.ehealthsdk.discharge.statistics.DischargeReport.OverLimitCase;

/**
 * Writes a report's tables as values separated by semicolons: quoted as RFC 4180 says, lines end in CR LF, and a text that a
 * spreadsheet would take for a formula gets an apostrophe in front. What is not known or suppressed is an empty cell. Write it as
 * UTF-8.
 */
public final class ReportCsv {

    private final ReportTexts texts;
    private final boolean forExcel;

    private ReportCsv(Locale language, boolean forExcel) {
        this.texts = ReportTexts.in(language);
        this.forExcel = forExcel;
    }

    /** For programs: decimal point, no byte order mark. Headings in Swedish for {@code sv}, else English. */
    public static ReportCsv plain(Locale language) {
        return new ReportCsv(language, false);
    }

    /** For a Swedish Excel: decimal comma, and the byte order mark by which it knows UTF-8. */
    public static ReportCsv forExcel(Locale language) {
        return new ReportCsv(language, true);
    }

    /** By municipality and month, the columns of the report's profile. */
    public void months(DischargeReport report, Appendable out) throws IOException {
        List<Column> columns =
                Arrays.stream(Column.values())
                        .filter(column -> column.isFor(report.options().profile()))
                        .toList();
        List<String> head = head("code", "municipality", "month");
        columns.forEach(column -> head.add(texts.word("column." + column.heading())));
        start(out, head);
        for (MonthRow row : report.months()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.bucket().toString());
            cells.add(texts.bucket(row.bucket(), report.options()));
            cells.add(row.month().toString());
            for (Column column : columns) {
                cells.add(row.figures().map(column::of).map(this::shown).orElse(""));
            }
            line(out, cells);
        }
    }

    /** By municipality and age group. */
    public void ages(DischargeReport report, Appendable out) throws IOException {
        start(out, head("code", "municipality", "ages", "stays", "ready_days", "mean"));
        for (AgeRow row : report.ages()) {
            line(
                    out,
                    List.of(
                            row.bucket().toString(),
                            texts.bucket(row.bucket(), report.options()),
                            texts.age(row.ages()),
                            shown(row.stays()),
                            shown(row.readyDays()),
                            shown(row.mean())));
        }
    }

    /** The cases over the individual limit. */
    public void overLimit(DischargeReport report, Appendable out) throws IOException {
        start(out, head("case", "code", "municipality", "form", "ready_on", "days", "still_there"));
        for (OverLimitCase one : report.overLimit()) {
            line(
                    out,
                    List.of(
                            one.caseId().value(),
                            one.bucket().toString(),
                            texts.bucket(one.bucket(), report.options()),
                            texts.form(one.careForm()),
                            one.readyOn().toString(),
                            Integer.toString(one.days()),
                            texts.yesNo(one.stillThere())));
        }
    }

    /** How fast messages were read, in minutes. */
    public void acknowledgements(DischargeReport report, Appendable out) throws IOException {
        start(
                out,
                head(
                        "party",
                        "read",
                        "unread",
                        "contradictory",
                        "median",
                        "percentile_90",
                        "percentile_99"));
        for (Acknowledgement row : report.acknowledgements()) {
            line(
                    out,
                    List.of(
                            texts.party(row.party()),
                            Long.toString(row.read()),
                            Long.toString(row.unread()),
                            Long.toString(row.contradictory()),
                            minutes(row.median()),
                            minutes(row.percentile90()),
                            minutes(row.percentile99())));
        }
    }

    private List<String> head(String... columns) {
        List<String> head = new ArrayList<>();
        for (String column : columns) {
            head.add(texts.word("column." + column));
        }
        return head;
    }

    private void start(Appendable out, List<String> head) throws IOException {
        if (forExcel) {
            out.append('\ufeff');
        }
        line(out, head);
    }

    private static void line(Appendable out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(';');
            }
            out.append(quoted(cells.get(i)));
        }
        out.append("\r\n");
    }

    static String quoted(String cell) {
        // + and - too: a spreadsheet also takes -2+3 for a formula, and no number here is below
        // zero
        String safe =
                !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\r' || c == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private String shown(Column.Value value) {
        return value.flag().map(texts::yesNo).orElseGet(() -> shown(value.number()));
    }

    private String shown(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString)
                .map(text -> forExcel ? text.replace('.', ',') : text)
                .orElse("");
    }

    private static String shown(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }

    private static String minutes(Optional<Duration> duration) {
        return duration.map(Duration::toMinutes).map(String::valueOf).orElse("");
    }
}
