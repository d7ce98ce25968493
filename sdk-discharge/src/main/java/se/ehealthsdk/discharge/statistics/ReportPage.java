package se.ehealthsdk.discharge.statistics;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.discharge.payment.MonthBasis;
import se.ehealthsdk.discharge.payment.MunicipalityBucket;
import se.ehealthsdk.discharge.statistics.DischargeReport.Acknowledgement;
import se.ehealthsdk.discharge.statistics.DischargeReport.MonthFigures;
import se.ehealthsdk.discharge.statistics.DischargeReport.MonthRow;
import se.ehealthsdk.discharge.statistics.DischargeReport.OverLimitCase;

/**
 * Writes a report as one HTML page that stands alone: charts as SVG with the same numbers in a table beside them, readable without
 * colour, without a script and on paper. UTF-8.
 */
public final class ReportPage {

    private static final int MOST_CHARTS = 40;
    private static final int MOST_MONTHS = 24;

    private final DischargeReport report;
    private final StatisticsOptions options;
    private final ReportTexts texts;
    private final Markup out;
    private final Chart chart;
    private final Map<MunicipalityBucket, Map<YearMonth, Optional<MonthFigures>>> rows =
            new LinkedHashMap<>();
    private final List<YearMonth> months;

    private ReportPage(DischargeReport report, ReportTexts texts, Markup out) {
        this.report = report;
        this.options = report.options();
        this.texts = texts;
        this.out = out;
        this.chart = new Chart(out, texts, options.level());
        for (MonthRow row : report.months()) {
            rows.computeIfAbsent(row.bucket(), each -> new TreeMap<>())
                    .put(row.month(), row.figures());
        }
        this.months = months(options);
    }

    /**
     * Writes the page.
     *
     * @param language Swedish for {@code sv}, English for all others
     * @param to closed with the page
     * @throws IOException when the stream fails
     */
    public static void write(DischargeReport report, Locale language, OutputStream to)
            throws IOException {
        try {
            XMLStreamWriter writer = SecureXml.writer(to);
            ReportTexts texts = ReportTexts.in(language);
            new ReportPage(report, texts, new Markup(writer)).write(writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException failed
                    ? failed
                    : new IOException(e);
        }
    }

    private static List<YearMonth> months(StatisticsOptions options) {
        List<YearMonth> all = new ArrayList<>();
        YearMonth last = YearMonth.from(options.asOf());
        last = last.isBefore(options.to()) && !last.isBefore(options.from()) ? last : options.to();
        for (YearMonth month = last;
                !month.isBefore(options.from()) && all.size() < MOST_MONTHS;
                month = month.minusMonths(1)) {
            all.add(0, month);
        }
        return all;
    }

    private void write(XMLStreamWriter writer) throws XMLStreamException, IOException {
        String title =
                texts.sentence(
                        "page.title",
                        texts.word("profile." + options.profile().name().toLowerCase(Locale.ROOT)),
                        options.from(),
                        options.to());
        writer.writeDTD("<!DOCTYPE html>");
        out.start("html", "lang", texts.language());
        out.start("head");
        out.empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.element("title", title);
        out.element("style", css());
        out.end();
        out.start("body");
        patterns();
        out.start("main");
        out.element("h1", title);
        introduction();
        if (rows.isEmpty()) {
            out.element("p", texts.word("page.no_cases"));
        } else {
            legend();
            overview();
            trend();
            each();
            duties();
            acknowledgements();
            ages();
            overLimit();
            all();
        }
        out.end().end().end();
        writer.writeEndDocument();
    }

    private static String css() throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new FileNotFoundException("report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void patterns() throws XMLStreamException {
        out.start("svg", "width", "0", "height", "0", "class", "defs", "aria-hidden", "true");
        out.start("defs");
        out.start(
                "pattern",
                "id",
                "stripes",
                "width",
                "6",
                "height",
                "6",
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        out.empty("rect", "width", "6", "height", "6", "fill", "#fff");
        out.empty("rect", "width", "3.4", "height", "6", "fill", "#b3261e");
        out.end().end().end();
    }

    private void introduction() throws XMLStreamException {
        paragraph("page.taken", options.asOf(), options.policy().name());
        paragraph("page.counted", report.cases(), report.notYetCounted(), report.outsidePeriod());
        paragraph(options.basis() == MonthBasis.LEFT ? "page.basis.left" : "page.basis.ready");
        if (options.level().isPresent()) {
            paragraph("page.level", texts.number(options.level().get()));
        } else {
            paragraph("page.no_level");
        }
        if (months.get(0).isAfter(options.from())) {
            paragraph("page.latest", months.size());
        }
        if (options.smallestCell() > 0) {
            paragraph("page.suppressed", options.smallestCell());
        }
    }

    private void paragraph(String key, Object... details) throws XMLStreamException {
        out.element("p", texts.sentence(key, details));
    }

    private void legend() throws XMLStreamException {
        out.start("ul", "class", "legend");
        for (String kind :
                options.level().isPresent() ? List.of("under", "over") : List.of("plain")) {
            out.start("li");
            out.start("svg", "viewBox", "0 0 18 12", "class", "key", "aria-hidden", "true");
            out.empty("rect", "x", "1", "y", "1", "width", "16", "height", "10", "class", kind);
            out.end().text(" " + texts.word("page.legend." + kind)).end();
        }
        if (options.level().isPresent()) {
            out.start("li");
            out.start("svg", "viewBox", "0 0 18 12", "class", "key", "aria-hidden", "true");
            out.empty("line", "x1", "0", "x2", "18", "y1", "6", "y2", "6", "class", "level");
            out.end().text(" " + texts.word("page.legend.line")).end();
        }
        out.end();
    }

    /** The last month that has figures, all municipalities side by side, the highest mean first. */
    private void overview() throws XMLStreamException {
        Optional<YearMonth> last = Optional.empty();
        for (YearMonth month : months) {
            if (rows.values().stream().anyMatch(row -> figures(row, month).isPresent())) {
                last = Optional.of(month);
            }
        }
        if (last.isEmpty()) {
            return;
        }
        YearMonth month = last.get();
        List<Chart.Point> points = new ArrayList<>();
        rows.forEach(
                (bucket, row) ->
                        figures(row, month)
                                .filter(figures -> figures.mean().isPresent())
                                .ifPresent(
                                        figures ->
                                                points.add(
                                                        new Chart.Point(
                                                                texts.bucket(bucket, options),
                                                                figures.mean(),
                                                                figures.aboveLevel()))));
        if (points.isEmpty()) {
            return;
        }
        points.sort(
                (one, other) -> other.value().orElseThrow().compareTo(one.value().orElseThrow()));
        List<Chart.Point> drawn = points.subList(0, Math.min(points.size(), MOST_CHARTS));
        String title = texts.sentence("page.overview", month);
        out.start("section");
        out.element("h2", title);
        out.start("div", "class", "pair");
        out.start("div", "class", "wide");
        chart.rows("overview", title, texts.sentence("page.overview.desc", month), drawn);
        out.end();
        table(title, texts.word("column.municipality"), points);
        out.end();
        notDrawn(points.size() - drawn.size());
        out.end();
    }

    private void trend() throws XMLStreamException {
        List<Chart.Point> points = new ArrayList<>();
        for (YearMonth month : months) {
            long stays = 0;
            long days = 0;
            for (Map<YearMonth, Optional<MonthFigures>> row : rows.values()) {
                Optional<MonthFigures> figures = figures(row, month);
                stays += figures.map(MonthFigures::staysInMean).orElse(0L);
                days += figures.map(MonthFigures::daysInMean).orElse(0L);
            }
            Optional<BigDecimal> mean =
                    stays == 0
                            ? Optional.empty()
                            : Optional.of(
                                    BigDecimal.valueOf(days)
                                            .divide(
                                                    BigDecimal.valueOf(stays),
                                                    2,
                                                    RoundingMode.HALF_UP));
            // the level is agreed for each municipality, not for all together
            points.add(new Chart.Point(month.toString(), mean, Optional.empty()));
        }
        String title = texts.word("page.trend");
        out.start("section");
        out.element("h2", title);
        out.start("div", "class", "pair");
        out.start("div", "class", "wide");
        chart.line("trend", title, texts.word("page.trend.desc"), points);
        out.end();
        table(title, texts.word("column.month"), points);
        out.end().end();
    }

    private void each() throws XMLStreamException {
        out.start("section");
        out.element("h2", texts.word("page.each"));
        int drawn = 0;
        for (Map.Entry<MunicipalityBucket, Map<YearMonth, Optional<MonthFigures>>> row :
                rows.entrySet()) {
            if (drawn == MOST_CHARTS) {
                break;
            }
            drawn++;
            String name = texts.bucket(row.getKey(), options);
            List<Chart.Point> points = new ArrayList<>();
            for (YearMonth month : months) {
                Optional<MonthFigures> figures = figures(row.getValue(), month);
                points.add(
                        new Chart.Point(
                                month.toString(),
                                figures.flatMap(MonthFigures::mean),
                                figures.flatMap(MonthFigures::aboveLevel)));
            }
            out.start("article");
            out.element("h3", name);
            out.start("div", "class", "pair");
            out.start("div", "class", "narrow");
            chart.bars("bars-" + drawn, name, texts.sentence("page.each.desc", name), points);
            out.end();
            table(name, texts.word("column.month"), points);
            out.end().end();
        }
        notDrawn(rows.size() - drawn);
        out.end();
    }

    private void notDrawn(int count) throws XMLStreamException {
        if (count > 0) {
            paragraph("page.not_drawn", count);
        }
    }

    private void table(String caption, String first, List<Chart.Point> points)
            throws XMLStreamException {
        boolean judged = points.stream().anyMatch(point -> point.above().isPresent());
        List<String> head = new ArrayList<>(List.of(first, texts.word("column.mean")));
        if (judged) {
            head.add(texts.word("column.above"));
        }
        List<List<String>> cells = new ArrayList<>();
        for (Chart.Point point : points) {
            List<String> row = new ArrayList<>(List.of(point.label(), texts.number(point.value())));
            if (judged) {
                row.add(
                        point.above()
                                .map(above -> (above ? "▲ " : "") + texts.yesNo(above))
                                .orElse("–"));
            }
            cells.add(row);
        }
        out.table(caption, head, cells);
    }

    private void duties() throws XMLStreamException {
        Compliance admission = new Compliance(0, 0, 0);
        Compliance sip = new Compliance(0, 0, 0);
        for (MonthRow row : report.months()) {
            if (row.figures().isPresent()) {
                admission = admission.plus(row.figures().get().admissionNotice());
                sip = sip.plus(row.figures().get().sipCall());
            }
        }
        out.start("section");
        out.element("h2", texts.word("page.duties"));
        out.table(
                texts.word("page.duties"),
                List.of(
                        "",
                        texts.word("page.duty.met"),
                        texts.word("page.duty.late"),
                        texts.word("page.duty.missing"),
                        texts.word("page.duty.share")),
                List.of(
                        duty(
                                texts.sentence(
                                        "page.duty.admission",
                                        options.policy().deadlines().admissionNotice().toHours()),
                                admission),
                        duty(
                                texts.sentence(
                                        "page.duty.sip",
                                        options.policy().deadlines().sipCallDays()),
                                sip)));
        out.end();
    }

    private List<String> duty(String name, Compliance duty) {
        return List.of(
                name,
                Long.toString(duty.met()),
                Long.toString(duty.late()),
                Long.toString(duty.missing()),
                texts.percent(duty));
    }

    private void acknowledgements() throws XMLStreamException {
        if (report.acknowledgements().isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        for (Acknowledgement row : report.acknowledgements()) {
            cells.add(
                    List.of(
                            texts.party(row.party()),
                            Long.toString(row.read()),
                            Long.toString(row.unread()),
                            texts.duration(row.median()),
                            texts.duration(row.percentile90()),
                            texts.duration(row.percentile99())));
        }
        out.start("section");
        out.element("h2", texts.word("page.acknowledgements"));
        paragraph("page.acknowledgements.note");
        out.table(
                texts.word("page.acknowledgements"),
                List.of(
                        texts.word("column.party"),
                        texts.word("column.read"),
                        texts.word("column.unread"),
                        texts.word("page.median"),
                        texts.word("page.p90"),
                        texts.word("page.p99")),
                cells);
        out.end();
    }

    private void ages() throws XMLStreamException {
        out.start("section");
        out.element("h2", texts.word("page.ages"));
        out.table(
                texts.word("page.ages"),
                List.of(
                        texts.word("column.municipality"),
                        texts.word("column.ages"),
                        texts.word("column.stays"),
                        texts.word("column.ready_days"),
                        texts.word("column.mean")),
                report.ages().stream()
                        .map(
                                row ->
                                        List.of(
                                                texts.bucket(row.bucket(), options),
                                                texts.age(row.ages()),
                                                texts.count(row.stays()),
                                                texts.count(row.readyDays()),
                                                texts.number(row.mean())))
                        .toList());
        out.end();
    }

    private void overLimit() throws XMLStreamException {
        if (report.overLimit().isEmpty() || options.individualLimit().isEmpty()) {
            return;
        }
        String title = texts.sentence("page.over_limit", options.individualLimit().getAsInt());
        List<List<String>> cells = new ArrayList<>();
        for (OverLimitCase one : report.overLimit()) {
            cells.add(
                    List.of(
                            one.caseId().value(),
                            texts.bucket(one.bucket(), options),
                            texts.form(one.careForm()),
                            one.readyOn().toString(),
                            Integer.toString(one.days()),
                            texts.yesNo(one.stillThere())));
        }
        out.start("section");
        out.element("h2", title);
        out.table(
                title,
                List.of(
                        texts.word("column.case"),
                        texts.word("column.municipality"),
                        texts.word("column.form"),
                        texts.word("column.ready_on"),
                        texts.word("column.days"),
                        texts.word("column.still_there")),
                cells);
        if (report.overLimitLeftOut() > 0) {
            paragraph("page.over_limit.more", report.overLimitLeftOut());
        }
        out.end();
    }

    private void all() throws XMLStreamException {
        List<Column> columns =
                Arrays.stream(Column.values())
                        .filter(column -> column.isFor(options.profile()))
                        .toList();
        List<String> head =
                new ArrayList<>(
                        List.of(texts.word("column.municipality"), texts.word("column.month")));
        columns.forEach(column -> head.add(texts.word("column." + column.heading())));
        List<List<String>> cells = new ArrayList<>();
        for (MonthRow row : report.months()) {
            List<String> line =
                    new ArrayList<>(
                            List.of(texts.bucket(row.bucket(), options), row.month().toString()));
            for (Column column : columns) {
                line.add(row.figures().map(figures -> column.of(figures).shown(texts)).orElse("–"));
            }
            cells.add(line);
        }
        out.start("section");
        out.element("h2", texts.word("page.table"));
        if (columns.contains(Column.READMISSIONS)) {
            paragraph(
                    report.readmissionsCounted()
                            ? "page.readmissions.note"
                            : "page.readmissions.none");
        }
        out.start(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                texts.word("page.scroll"));
        out.table(texts.word("page.table"), head, cells);
        out.end().end();
    }

    private static Optional<MonthFigures> figures(
            Map<YearMonth, Optional<MonthFigures>> row, YearMonth month) {
        return row.getOrDefault(month, Optional.empty());
    }
}
