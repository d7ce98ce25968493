package se.ehealthsdk.discharge.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Draws one chart as SVG. Colour never tells alone: what is above the level is striped and marked, and the values are written. */
final class Chart {

    private static final double VALUE_ROOM = 27;
    private static final double LEFT = 34;
    private static final double TOP = 26;
    private static final double BOTTOM = 34;

    private final Markup out;
    private final ReportTexts texts;
    private final Optional<BigDecimal> level;

    Chart(Markup out, ReportTexts texts, Optional<BigDecimal> level) {
        this.out = out;
        this.texts = texts;
        this.level = level;
    }

    /**
     * A value of a chart.
     *
     * @param label under or beside it
     * @param value empty for a gap
     * @param above whether it is above the level; empty when there is none
     */
    record Point(String label, Optional<BigDecimal> value, Optional<Boolean> above) {}

    /** Standing bars. */
    void bars(String id, String title, String description, List<Point> points)
            throws XMLStreamException {
        double width = 420;
        double height = 190;
        double top = scale(points);
        begin(id, title, description, width, height);
        double step = (width - LEFT - 6) / points.size();
        axis(width, height, top);
        for (int i = 0; i < points.size(); i++) {
            double y = y(points.get(i), height, top);
            out.empty(
                    "rect",
                    "x",
                    Markup.at(LEFT + step * (i + 0.15)),
                    "y",
                    Markup.at(y),
                    "width",
                    Markup.at(step * 0.7),
                    "height",
                    Markup.at(height - BOTTOM - y),
                    "class",
                    kind(points.get(i)));
        }
        levelLine(width, height, top);
        for (int i = 0; i < points.size(); i++) {
            double x = LEFT + step * (i + 0.5);
            month(points.get(i).label(), x, height, points.size(), i);
            value(points.get(i), x, y(points.get(i), height, top) - 4, step);
        }
        out.end();
    }

    /**
     * The value above its bar or dot, over the lines so that they do not strike it out. Where many stand close, values would lie
     * upon one another: they are in the table beside, and the mark of those above the level stays.
     */
    private void value(Point point, double x, double y, double step) throws XMLStreamException {
        boolean fits = step >= VALUE_ROOM || point.value().isEmpty();
        if (fits) {
            out.element(
                    "text",
                    texts.number(point.value()),
                    "x",
                    Markup.at(x),
                    "y",
                    Markup.at(y),
                    "class",
                    "v");
        }
        if (point.above().orElse(false)) {
            double above = fits ? y - 11 : y;
            out.element("text", "▲", "x", Markup.at(x), "y", Markup.at(above), "class", "v");
        }
    }

    /** Lying bars, one below the other, for long labels. */
    void rows(String id, String title, String description, List<Point> points)
            throws XMLStreamException {
        double width = 560;
        double row = 22;
        double labels = 170;
        double height = TOP + row * points.size() + 8;
        double top = scale(points);
        double room = width - labels - 64;
        begin(id, title, description, width, height);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double y = TOP + row * i;
            out.element(
                    "text",
                    shortened(point.label()),
                    "x",
                    Markup.at(labels - 6),
                    "y",
                    Markup.at(y + 14),
                    "class",
                    "r");
            double length =
                    point.value().map(value -> value.doubleValue() / top * room).orElse(0.0);
            out.empty(
                    "rect",
                    "x",
                    Markup.at(labels),
                    "y",
                    Markup.at(y + 3),
                    "width",
                    Markup.at(length),
                    "height",
                    Markup.at(row - 7),
                    "class",
                    kind(point));
        }
        if (level.isPresent()) {
            double x = labels + level.get().doubleValue() / top * room;
            out.empty(
                    "line",
                    "x1",
                    Markup.at(x),
                    "x2",
                    Markup.at(x),
                    "y1",
                    Markup.at(TOP - 6),
                    "y2",
                    Markup.at(height - 6),
                    "class",
                    "level");
            out.element(
                    "text",
                    texts.word("page.legend.line") + " " + texts.number(level.get()),
                    "x",
                    Markup.at(x),
                    "y",
                    Markup.at(TOP - 10),
                    "class",
                    "v");
        }
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double length = point.value().map(v -> v.doubleValue() / top * room).orElse(0.0);
            out.element(
                    "text",
                    mark(point) + texts.number(point.value()),
                    "x",
                    Markup.at(labels + length + 5),
                    "y",
                    Markup.at(TOP + row * i + 14),
                    "class",
                    "l");
        }
        out.end();
    }

    /** A line over time. */
    void line(String id, String title, String description, List<Point> points)
            throws XMLStreamException {
        double width = 560;
        double height = 220;
        double top = scale(points);
        begin(id, title, description, width, height);
        axis(width, height, top);
        double step = (width - LEFT - 6) / points.size();
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).value().isEmpty()) {
                drawing = false;
                continue;
            }
            path.append(drawing ? 'L' : 'M')
                    .append(Markup.at(LEFT + step * (i + 0.5)))
                    .append(' ')
                    .append(Markup.at(y(points.get(i).value().get().doubleValue(), height, top)));
            drawing = true;
        }
        levelLine(width, height, top);
        out.empty("path", "d", path.length() == 0 ? "M0 0" : path.toString(), "class", "line");
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double x = LEFT + step * (i + 0.5);
            month(point.label(), x, height, points.size(), i);
            if (point.value().isPresent()) {
                double y = y(point, height, top);
                out.empty(
                        "circle",
                        "cx",
                        Markup.at(x),
                        "cy",
                        Markup.at(y),
                        "r",
                        "3.5",
                        "class",
                        "dot");
                value(point, x, y - 9, step);
            }
        }
        out.end();
    }

    private void begin(String id, String title, String description, double width, double height)
            throws XMLStreamException {
        out.start(
                "svg",
                "viewBox",
                "0 0 " + Markup.at(width) + " " + Markup.at(height),
                "role",
                "img",
                "aria-labelledby",
                id + "-t " + id + "-d");
        out.element("title", title, "id", id + "-t");
        out.element("desc", description, "id", id + "-d");
    }

    private void axis(double width, double height, double top) throws XMLStreamException {
        double step = top <= 4 ? 1 : Math.ceil(top / 5);
        for (double value = 0; value <= top + 0.001; value += step) {
            double y = y(value, height, top);
            out.empty(
                    "line",
                    "x1",
                    Markup.at(LEFT),
                    "x2",
                    Markup.at(width - 4),
                    "y1",
                    Markup.at(y),
                    "y2",
                    Markup.at(y),
                    "class",
                    value == 0 ? "axis" : "grid");
            out.element(
                    "text",
                    Long.toString(Math.round(value)),
                    "x",
                    Markup.at(LEFT - 6),
                    "y",
                    Markup.at(y + 4),
                    "class",
                    "r");
        }
        out.element("text", texts.word("page.days"), "x", "2", "y", "12", "class", "l");
    }

    private void levelLine(double width, double height, double top) throws XMLStreamException {
        if (level.isPresent()) {
            double y = y(level.get().doubleValue(), height, top);
            out.empty(
                    "line",
                    "x1",
                    Markup.at(LEFT),
                    "x2",
                    Markup.at(width - 4),
                    "y1",
                    Markup.at(y),
                    "y2",
                    Markup.at(y),
                    "class",
                    "level");
        }
    }

    /** The month, each while they fit, else each second or third; the year below where it begins. */
    private void month(String yearMonth, double x, double height, int count, int index)
            throws XMLStreamException {
        if (index % ((count + 11) / 12) != 0) {
            return;
        }
        String month = yearMonth.substring(yearMonth.length() - 2);
        out.element(
                "text",
                month,
                "x",
                Markup.at(x),
                "y",
                Markup.at(height - BOTTOM + 15),
                "class",
                "m");
        if (index == 0 || month.equals("01")) {
            out.element(
                    "text",
                    yearMonth.substring(0, yearMonth.length() - 3),
                    "x",
                    Markup.at(x),
                    "y",
                    Markup.at(height - BOTTOM + 29),
                    "class",
                    "m");
        }
    }

    private double scale(List<Point> points) {
        double most = level.map(BigDecimal::doubleValue).orElse(0.0) * 1.15;
        for (Point point : points) {
            most = Math.max(most, point.value().map(BigDecimal::doubleValue).orElse(0.0));
        }
        return Math.max(1, Math.ceil(most));
    }

    private static double y(Point point, double height, double top) {
        return y(point.value().map(BigDecimal::doubleValue).orElse(0.0), height, top);
    }

    private static double y(double value, double height, double top) {
        return height - BOTTOM - value / top * (height - BOTTOM - TOP);
    }

    private static String kind(Point point) {
        return point.above().map(above -> above ? "over" : "under").orElse("plain");
    }

    private static String mark(Point point) {
        return point.above().orElse(false) ? "▲ " : "";
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= 24
                ? label
                : label.substring(0, label.offsetByCodePoints(0, 23)) + "…";
    }
}
