package se.ehealthsdk.audit.internal.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * A document in Swedish that flows over pages of A4 on its side: headings, text, facts, boxes and one table
 * whose head is repeated on each page. The only class, with {@link PdfText}, that knows PDFBox.
 */
public final class PdfDocument implements Closeable {

    /** A column of the table; widths are shares of the page's. */
    public record Column(String title, float share) {}

    /** A row of the table. */
    public record Row(List<String> cells, boolean marked) {}

    private static final PDRectangle A4 =
            new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MARGIN = 45;
    private static final float WIDTH = A4.getWidth() - 2 * MARGIN;
    private static final float TOP = A4.getHeight() - MARGIN;
    private static final float BOTTOM = MARGIN + 16;
    private static final float TEXT = 9.5f;
    private static final float CELL = 8.5f;
    private static final float PADDING = 3.2f;
    private static final float LEADING = 1.3f;
    private static final float[] INK = {0.10f, 0.12f, 0.16f};
    private static final float[] GREY = {0.38f, 0.41f, 0.46f};
    private static final float[] LINE = {0.78f, 0.80f, 0.84f};
    private static final float[] HEAD = {0.89f, 0.92f, 0.96f};
    private static final float[] MARKED = {1.00f, 0.94f, 0.80f};

    private final PDDocument document = new PDDocument();
    private final PdfText text;
    private final String footer;
    private @Nullable PDPageContentStream page;
    private float y;

    /**
     * @param title of the document, shown by readers in the place of the file's name
     * @param footer at the foot of each page
     * @param author who hands it out
     */
    public PdfDocument(String title, String footer, String author, Instant madeAt)
            throws IOException {
        this.text = PdfText.in(document);
        this.footer = footer;
        ZonedDateTime made = madeAt.atZone(SwedishTime.ZONE);
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(title);
        about.setAuthor(author);
        about.setProducer("ehealth-sdk-java");
        about.setCreationDate(GregorianCalendar.from(made));
        document.getDocumentCatalog().setLanguage("sv-SE");
        PDViewerPreferences viewer =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        viewer.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(viewer);
    }

    /** The title at the head of the first page, and a line below it. */
    public void title(String title, String below) throws IOException {
        line(title, 22, true, INK);
        line(below, 11, false, GREY);
        y -= 8;
    }

    /** A heading, kept together with what follows. */
    public void heading(String heading) throws IOException {
        y -= 8;
        need(60);
        line(heading, 12.5f, true, INK);
        y -= 2;
    }

    /** A paragraph. */
    public void paragraph(String paragraph) throws IOException {
        for (String each : text.lines(paragraph, WIDTH, TEXT)) {
            line(each, TEXT, false, INK);
        }
        y -= 5;
    }

    /** Labels and what belongs to them, in two columns. */
    public void facts(Map<String, String> facts) throws IOException {
        float label = 125;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            List<String> lines = text.lines(fact.getValue(), WIDTH - label, TEXT);
            need(TEXT * LEADING);
            draw(fact.getKey(), MARGIN, y - TEXT, TEXT, false, GREY);
            for (String each : lines) {
                need(TEXT * LEADING);
                draw(each, MARGIN + label, y - TEXT, TEXT, false, INK);
                y -= TEXT * LEADING;
            }
            y -= 2;
        }
        y -= 6;
    }

    /** A box that cannot be overlooked. */
    public void box(String heading, List<String> lines) throws IOException {
        List<String> wrapped = new ArrayList<>();
        for (String each : lines) {
            wrapped.addAll(text.lines("\u2022 " + each, WIDTH - 24, TEXT));
        }
        float height = 20 + TEXT * LEADING * (wrapped.size() + 1);
        need(Math.min(height, 160));
        int next = 0;
        boolean first = true;
        while (first || next < wrapped.size()) {
            int fits = (int) ((y - BOTTOM - 20) / (TEXT * LEADING)) - (first ? 1 : 0);
            int here = Math.max(1, Math.min(wrapped.size() - next, fits));
            float part = 16 + TEXT * LEADING * (here + (first ? 1 : 0));
            fill(MARGIN, y - part, WIDTH, part, MARKED);
            frame(MARGIN, y - part, WIDTH, part, INK);
            y -= 8;
            if (first) {
                draw(heading, MARGIN + 12, y - TEXT, TEXT, true, INK);
                y -= TEXT * LEADING;
                first = false;
            }
            for (String each : wrapped.subList(next, next + here)) {
                draw(each, MARGIN + 12, y - TEXT, TEXT, false, INK);
                y -= TEXT * LEADING;
            }
            y -= 16;
            next += here;
            if (next < wrapped.size()) {
                newPage();
            }
        }
    }

    /** A table; its head is repeated on each page, and a row goes to the next page rather than be cut. */
    public void table(List<Column> columns, Iterable<Row> rows) throws IOException {
        need(70);
        head(columns);
        for (Row row : rows) {
            List<List<String>> cells = new ArrayList<>();
            int lines = 1;
            for (int i = 0; i < columns.size(); i++) {
                float width = columns.get(i).share() * WIDTH - 2 * PADDING;
                List<String> cell = text.lines(row.cells().get(i), width, CELL);
                cells.add(cell);
                lines = Math.max(lines, cell.size());
            }
            row(columns, cells, lines, row.marked());
        }
        y -= 10;
    }

    private void row(List<Column> columns, List<List<String>> cells, int lines, boolean marked)
            throws IOException {
        int next = 0;
        while (next < lines) {
            int fits = (int) ((y - BOTTOM - 2 * PADDING) / (CELL * LEADING));
            if (fits < lines - next && (next == 0 ? y < TOP - 60 : fits < 1)) {
                newPage();
                head(columns);
                continue;
            }
            int here = Math.min(fits, lines - next);
            part(columns, cells, next, here, marked);
            next += here;
            if (next < lines) {
                newPage();
                head(columns);
            }
        }
    }

    private void part(
            List<Column> columns, List<List<String>> cells, int from, int lines, boolean marked)
            throws IOException {
        float height = lines * CELL * LEADING + 2 * PADDING;
        if (marked) {
            fill(MARGIN, y - height, WIDTH, height, MARKED);
        }
        float x = MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            List<String> cell = cells.get(i);
            for (int each = from; each < Math.min(from + lines, cell.size()); each++) {
                float down = PADDING + (each - from) * CELL * LEADING + CELL;
                draw(cell.get(each), x + PADDING, y - down, CELL, marked, INK);
            }
            x += columns.get(i).share() * WIDTH;
        }
        y -= height;
        rule(y);
    }

    private void head(List<Column> columns) throws IOException {
        float height = CELL * LEADING + 2 * PADDING;
        fill(MARGIN, y - height, WIDTH, height, HEAD);
        float x = MARGIN;
        for (Column column : columns) {
            draw(column.title(), x + PADDING, y - PADDING - CELL, CELL, true, INK);
            x += column.share() * WIDTH;
        }
        y -= height;
        rule(y);
    }

    /** Writes the document, with the number of each page at its foot. */
    public void save(OutputStream out) throws IOException {
        page();
        endPage();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(
                            document, document.getPage(i), AppendMode.APPEND, true, true)) {
                page = foot;
                String number = "Sida " + (i + 1) + " av " + pages;
                float right = MARGIN + WIDTH - text.width(number, 8);
                draw(number, right, MARGIN - 8, 8, false, GREY);
                String left = text.lines(footer, WIDTH - text.width(number, 8) - 20, 8).get(0);
                draw(left, MARGIN, MARGIN - 8, 8, false, GREY);
            } finally {
                page = null;
            }
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        endPage();
        document.close();
    }

    private void line(String line, float size, boolean bold, float[] colour) throws IOException {
        need(size * LEADING);
        draw(line, MARGIN, y - size, size, bold, colour);
        y -= size * LEADING;
    }

    private void need(float height) throws IOException {
        if (page == null || y - height < BOTTOM) {
            newPage();
        }
    }

    private void newPage() throws IOException {
        endPage();
        PDPage next = new PDPage(A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next, AppendMode.OVERWRITE, true);
        y = TOP;
    }

    private void endPage() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    private PDPageContentStream page() throws IOException {
        PDPageContentStream current = page;
        if (current == null) {
            newPage();
            current = Objects.requireNonNull(page);
        }
        return current;
    }

    /** Bold is the same typeface with an outline: PDFBox brings no bold one to embed. */
    private void draw(
            String line, float x, float baseline, float size, boolean bold, float[] colour)
            throws IOException {
        PDPageContentStream to = page();
        to.beginText();
        to.setFont(text.font(), size);
        to.setNonStrokingColor(colour[0], colour[1], colour[2]);
        to.setStrokingColor(colour[0], colour[1], colour[2]);
        to.setLineWidth(size / 42);
        to.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        to.newLineAtOffset(x, baseline);
        to.showText(text.shown(line));
        to.endText();
    }

    private void fill(float x, float bottom, float width, float height, float[] colour)
            throws IOException {
        PDPageContentStream to = page();
        to.setNonStrokingColor(colour[0], colour[1], colour[2]);
        to.addRect(x, bottom, width, height);
        to.fill();
    }

    private void frame(float x, float bottom, float width, float height, float[] colour)
            throws IOException {
        PDPageContentStream to = page();
        to.setStrokingColor(colour[0], colour[1], colour[2]);
        to.setLineWidth(0.8f);
        to.addRect(x, bottom, width, height);
        to.stroke();
    }

    private void rule(float at) throws IOException {
        PDPageContentStream to = page();
        to.setStrokingColor(LINE[0], LINE[1], LINE[2]);
        to.setLineWidth(0.5f);
        to.moveTo(MARGIN, at);
        to.lineTo(MARGIN + WIDTH, at);
        to.stroke();
    }
}
