package se.ehealthsdk.discharge.internal.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
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
 * A form in Swedish on A4, black on white: rows of boxes on a grid of twelve columns, which flow over as many pages as they
 * need. A row goes to the next page rather than be cut; one that is longer than a page goes on there.
 */
public final class FormSheet implements Closeable {

    private static final int COLUMNS = 12;
    private static final PDRectangle A4 = PDRectangle.A4;
    // room for the holes of a binder
    private static final float LEFT = 57;
    private static final float RIGHT = 40;
    private static final float WIDTH = A4.getWidth() - LEFT - RIGHT;
    private static final float COLUMN = WIDTH / COLUMNS;
    private static final float TOP = A4.getHeight() - 36;
    private static final float BOTTOM = 50;
    private static final float FOOT = 32;

    private static final float TITLE = 19;
    private static final float SECTION = 9.5f;
    private static final float LABEL = 7;
    private static final float LABEL_ROOM = 10.5f;
    private static final float VALUE = 10;
    private static final float VALUE_LEADING = 13;

    /** 7 mm: what a hand needs. */
    private static final float HAND_LINE = 19.5f;

    private static final float PADDING = 4;
    private static final float TICK = 9;
    private static final float TICK_LEADING = 15;
    private static final float OPTION_GAP = 14;
    private static final float BLOCK_GAP = 4;
    private static final float FRAME = 0.7f;

    private final PDDocument document = new PDDocument();
    private final PdfText text;
    private final FormHead head;
    private final Instant madeAt;
    private @Nullable PDPageContentStream page;
    private @Nullable String pendingSection;
    private float y;

    /**
     * @param madeAt what the document says of when it was made
     */
    public FormSheet(FormHead head, Instant madeAt) throws IOException {
        this.text = PdfText.in(document);
        this.head = head;
        this.madeAt = madeAt;
        newPage();
        firstHead();
    }

    /** A heading, which stays with the row after it. */
    public void section(String title) {
        pendingSection = title;
    }

    /** A row of boxes. */
    public void row(FormCell... cells) throws IOException {
        block(List.of(List.of(cells)));
    }

    /** Rows that stay together, unless that would leave half a page empty. */
    public void block(List<List<FormCell>> rows) throws IOException {
        List<Row> laid = new ArrayList<>();
        float height = 0;
        for (List<FormCell> cells : rows) {
            Row row = lay(cells);
            laid.add(row);
            height += row.height();
        }
        if (y - sectionRoom() - height < BOTTOM
                && (height + sectionRoom() <= roomOfPage() / 2
                        || y - sectionRoom() - roomToBegin(laid.get(0)) < BOTTOM)) {
            nextPage();
        }
        drawSection();
        for (Row row : laid) {
            draw(row);
        }
        if (laid.size() > 1) {
            y -= BLOCK_GAP;
        }
    }

    private static float roomToBegin(Row first) {
        return first.height() <= roomOfPage() / 3 ? Math.max(120, first.height()) : 120;
    }

    /** A remark in small letters. */
    public void note(String note) throws IOException {
        List<String> lines = text.lines(note, WIDTH, 8);
        if (y - lines.size() * 10.5f - 4 < BOTTOM) {
            nextPage();
        }
        y -= 3;
        for (String line : lines) {
            put(line, LEFT, y - 8, 8, false);
            y -= 10.5f;
        }
        y -= 1;
    }

    /** Writes the document, with the number of each page at its foot. */
    public void save(OutputStream out) throws IOException {
        endPage();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(
                            document, document.getPage(i), AppendMode.APPEND, true, true)) {
                page = foot;
                line(LEFT, FOOT + 12, LEFT + WIDTH, FOOT + 12);
                String number = "Sida " + (i + 1) + " av " + pages;
                put(number, LEFT + WIDTH - text.width(number, 8), FOOT, 8, false);
                float room = WIDTH - text.width(number, 8) - 20;
                put(text.lines(head.foot(), room, 8).get(0), LEFT, FOOT, 8, false);
            } finally {
                page = null;
            }
        }
        describe();
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        endPage();
        document.close();
    }

    private void describe() {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(head.title());
        about.setSubject(head.foot());
        about.setProducer("ehealth-sdk-java");
        about.setCreationDate(GregorianCalendar.from(madeAt.atZone(SwedishTime.ZONE)));
        document.getDocumentCatalog().setLanguage("sv-SE");
        PDViewerPreferences viewer =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        viewer.setDisplayDocTitle(true);
        viewer.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.getDocumentCatalog().setViewerPreferences(viewer);
        // else the id is made of the clock, and no two documents are the same
        document.setDocumentId(madeAt.toEpochMilli());
    }

    private void firstHead() throws IOException {
        float boxWidth = 4 * COLUMN;
        float boxLeft = LEFT + 8 * COLUMN;
        float top = TOP;
        List<String> title = text.lines(head.title(), 8 * COLUMN - 14, TITLE);
        float down = top;
        for (String line : title) {
            put(line, LEFT, down - TITLE + 2, TITLE, true);
            down -= TITLE * 1.2f;
        }
        for (String part : head.subtitles()) {
            for (String line : text.lines(part, 8 * COLUMN - 14, 8.5f)) {
                put(line, LEFT, down - 9, 8.5f, false);
                down -= 11;
            }
        }
        float third = boxWidth / head.facts().size();
        for (int i = 0; i < head.facts().size(); i++) {
            smallBox(boxLeft + i * third, top, third, head.facts().get(i));
        }
        smallBox(boxLeft, top - 25, boxWidth, head.reference());
        y = Math.min(down, top - 50) - 7;
        if (!head.notes().isEmpty()) {
            List<String> lines = new ArrayList<>();
            head.notes().forEach(note -> lines.addAll(text.lines(note, WIDTH - 16, 8.5f)));
            float height = lines.size() * 11.5f + 7;
            frame(LEFT, y - height, WIDTH, height, 1.4f);
            float baseline = y - 12;
            for (String line : lines) {
                put(line, LEFT + 8, baseline, 8.5f, true);
                baseline -= 11.5f;
            }
            y -= height + 6;
        }
    }

    private void smallBox(float x, float top, float width, FormHead.Fact fact) throws IOException {
        frame(x, top - 25, width, 25, FRAME);
        put(fact.label(), x + 3, top - 8, 6.5f, false);
        String value = text.shown(fact.value());
        float size = Math.min(9, 9 * (width - 6) / Math.max(1, text.width(value, 9)));
        put(value, x + 3, top - 20, size, true);
    }

    /** Whom it is about and which paper it is, on each page: pages come apart. */
    private void laterHead() throws IOException {
        String right = text.shown(head.reference().value());
        float width = text.width(right, 9);
        put(right, LEFT + WIDTH - width, TOP - 9, 9, false);
        String subject = head.subject().value();
        String left = subject.isBlank() ? head.title() : head.title() + ": " + subject;
        put(text.lines(left, WIDTH - width - 20, 9).get(0), LEFT, TOP - 9, 9, true);
        if (subject.isBlank() && !head.subject().label().isBlank()) {
            smallBox(LEFT + 4 * COLUMN, TOP + 8, 4 * COLUMN, head.subject());
            smallBox(LEFT + 8 * COLUMN, TOP + 8, 4 * COLUMN, head.reference());
        } else {
            line(LEFT, TOP - 14, LEFT + WIDTH, TOP - 14);
        }
        y = TOP - 20;
    }

    private record Row(List<FormCell> cells, List<List<String>> lines, float height) {}

    private Row lay(List<FormCell> cells) {
        int spans = cells.stream().mapToInt(FormCell::span).sum();
        if (spans != COLUMNS) {
            throw new IllegalArgumentException("a row of " + spans + " columns");
        }
        List<List<String>> lines = new ArrayList<>();
        float height = 0;
        for (FormCell cell : cells) {
            float inside = cell.span() * COLUMN - 2 * PADDING;
            if (cell.options().isEmpty()) {
                List<String> wrapped = paragraphs(cell.value(), inside);
                lines.add(wrapped);
                height =
                        Math.max(
                                height,
                                Math.max(
                                        cell.lines() * HAND_LINE,
                                        wrapped.size() * VALUE_LEADING + 5));
            } else {
                lines.add(List.of());
                height = Math.max(height, optionRows(cell, inside) * TICK_LEADING + 5);
            }
        }
        return new Row(cells, lines, height + LABEL_ROOM);
    }

    private List<String> paragraphs(String value, float width) {
        if (value.isBlank()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        value.strip().lines().forEach(each -> lines.addAll(text.lines(each, width, VALUE)));
        return lines;
    }

    private int optionRows(FormCell cell, float inside) {
        int rows = 1;
        float x = 0;
        for (FormCell.Option option : cell.options()) {
            float width = optionWidth(option);
            if (x > 0 && x + width > inside) {
                rows++;
                x = 0;
            }
            x += width + OPTION_GAP;
        }
        return rows;
    }

    private float optionWidth(FormCell.Option option) {
        return TICK + 4 + text.width(text.shown(option.name()), VALUE - 0.5f);
    }

    private void draw(Row row) throws IOException {
        int lines = row.lines().stream().mapToInt(List::size).max().orElse(0);
        int from = 0;
        boolean first = true;
        do {
            float room = y - BOTTOM;
            float height = first ? row.height() : LABEL_ROOM + (lines - from) * VALUE_LEADING + 5;
            int fits = lines - from;
            if (first && height > room && (lines == 0 || height <= roomOfPage() / 3)) {
                nextPage();
                continue;
            }
            if (height > room) {
                fits = (int) ((room - LABEL_ROOM - 5) / VALUE_LEADING);
                if (fits < 3 && room < roomOfPage()) {
                    nextPage();
                    continue;
                }
                fits = Math.min(fits, lines - from);
                height = LABEL_ROOM + fits * VALUE_LEADING + 5;
            }
            part(row, from, fits, Math.min(height, room), first);
            from += fits;
            first = false;
            if (from < lines) {
                nextPage();
            }
        } while (first || from < lines);
    }

    private void part(Row row, int from, int count, float height, boolean first)
            throws IOException {
        float x = LEFT;
        for (int i = 0; i < row.cells().size(); i++) {
            FormCell cell = row.cells().get(i);
            float width = cell.span() * COLUMN;
            frame(x, y - height, width, height, FRAME);
            List<String> lines = row.lines().get(i);
            boolean more = !first && from < lines.size();
            if (first || more) {
                String label = more ? continued(cell.label(), width - 2 * PADDING) : cell.label();
                put(whole(label, width - 2 * PADDING), x + PADDING, y - 8, LABEL, false);
            }
            float baseline = y - LABEL_ROOM - VALUE;
            for (int line = from; line < Math.min(from + count, lines.size()); line++) {
                put(lines.get(line), x + PADDING, baseline, VALUE, false);
                baseline -= VALUE_LEADING;
            }
            if (first && !cell.options().isEmpty()) {
                options(cell, x + PADDING, width - 2 * PADDING);
            }
            x += width;
        }
        y -= height;
    }

    private String continued(String label, float width) {
        String marked = label + " (forts.)";
        return text.width(text.shown(marked), LABEL) > width ? label : marked;
    }

    private String whole(String label, float width) {
        if (text.width(text.shown(label), LABEL) > width) {
            throw new IllegalArgumentException("no room for the label: " + label);
        }
        return label;
    }

    private void options(FormCell cell, float left, float inside) throws IOException {
        float x = 0;
        float baseline = y - LABEL_ROOM - VALUE;
        for (FormCell.Option option : cell.options()) {
            float width = optionWidth(option);
            if (x > 0 && x + width > inside) {
                x = 0;
                baseline -= TICK_LEADING;
            }
            frame(left + x, baseline - 1.5f, TICK, TICK, 0.9f);
            if (option.ticked()) {
                put(
                        "X",
                        left + x + (TICK - text.width("X", TICK)) / 2,
                        baseline - 0.2f,
                        TICK,
                        true);
            }
            put(option.name(), left + x + TICK + 4, baseline, VALUE - 0.5f, false);
            x += width + OPTION_GAP;
        }
    }

    private float sectionRoom() {
        return pendingSection == null ? 0 : SECTION + 11;
    }

    private void drawSection() throws IOException {
        if (pendingSection != null) {
            y -= 7;
            put(pendingSection, LEFT, y - SECTION + 1, SECTION, true);
            y -= SECTION + 4;
            pendingSection = null;
        }
    }

    private static float roomOfPage() {
        return TOP - 20 - BOTTOM;
    }

    private void nextPage() throws IOException {
        newPage();
        laterHead();
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

    private PDPageContentStream page() {
        return Objects.requireNonNull(page, "no page is open");
    }

    /** Bold is the same typeface with an outline: PDFBox brings no bold one to embed. */
    private void put(String line, float x, float baseline, float size, boolean bold)
            throws IOException {
        String shown = text.shown(line);
        if (shown.isBlank()) {
            return;
        }
        PDPageContentStream to = page();
        to.beginText();
        to.setFont(text.font(), size);
        to.setNonStrokingColor(0f, 0f, 0f);
        to.setStrokingColor(0f, 0f, 0f);
        to.setLineWidth(size / 36);
        to.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        to.newLineAtOffset(x, baseline);
        to.showText(shown);
        to.endText();
    }

    private void frame(float x, float bottom, float width, float height, float thickness)
            throws IOException {
        PDPageContentStream to = page();
        to.setStrokingColor(0f, 0f, 0f);
        to.setLineWidth(thickness);
        to.addRect(x, bottom, width, height);
        to.stroke();
    }

    private void line(float fromX, float fromY, float toX, float toY) throws IOException {
        PDPageContentStream to = page();
        to.setStrokingColor(0f, 0f, 0f);
        to.setLineWidth(FRAME);
        to.moveTo(fromX, fromY);
        to.lineTo(toX, toY);
        to.stroke();
    }
}
