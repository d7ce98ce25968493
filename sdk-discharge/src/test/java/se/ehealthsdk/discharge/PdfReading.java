package se.ehealthsdk.discharge;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a reader finds in a PDF: its text, and where each letter is.
 *
 * @param text of all pages, with white space made one blank
 */
public record PdfReading(
        String text, int pages, String title, String language, List<List<Letter>> letters) {

    /** A letter and the room that it takes, from the top left corner of the page. */
    public record Letter(String text, Rectangle2D room) {}

    public static PdfReading of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<List<Letter>> letters = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                letters.add(lettersOf(document, page));
            }
            return new PdfReading(
                    new PDFTextStripper().getText(document).replaceAll("\\s+", " "),
                    document.getNumberOfPages(),
                    document.getDocumentInformation().getTitle(),
                    document.getDocumentCatalog().getLanguage(),
                    letters);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Letter> lettersOf(PDDocument document, int page) throws IOException {
        List<Letter> letters = new ArrayList<>();
        PDFTextStripper stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition at) {
                        if (!at.getUnicode().isBlank()) {
                            letters.add(
                                    new Letter(
                                            at.getUnicode(),
                                            new Rectangle2D.Float(
                                                    at.getXDirAdj(),
                                                    at.getYDirAdj() - 0.7f * at.getFontSizeInPt(),
                                                    at.getWidthDirAdj(),
                                                    0.9f * at.getFontSizeInPt())));
                        }
                    }
                };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return letters;
    }

    /** Letters that are not wholly on the page. */
    public List<Letter> outside() {
        Rectangle2D page =
                new Rectangle2D.Float(
                        20, 20, PDRectangle.A4.getWidth() - 40, PDRectangle.A4.getHeight() - 40);
        return letters.stream()
                .flatMap(List::stream)
                .filter(letter -> !page.contains(letter.room()))
                .toList();
    }

    /** Letters that lie on another one. */
    public List<Letter> overlapping() {
        List<Letter> found = new ArrayList<>();
        for (List<Letter> page : letters) {
            for (int i = 0; i < page.size(); i++) {
                Rectangle2D one = inner(page.get(i).room());
                for (int j = i + 1; j < page.size(); j++) {
                    if (one.intersects(inner(page.get(j).room()))) {
                        found.add(page.get(j));
                    }
                }
            }
        }
        return found;
    }

    /** Letters stand side by side, and round widths a little. */
    private static Rectangle2D inner(Rectangle2D room) {
        return new Rectangle2D.Double(
                room.getX() + 0.3,
                room.getY() + 0.3,
                room.getWidth() - 0.6,
                room.getHeight() - 0.6);
    }
}
