package se.ehealthsdk.discharge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
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
    public record Letter(String text, Room room) {}

    /** A part of a page, in points from its top left corner. */
    public record Room(double left, double top, double width, double height) {

        double right() {
            return left + width;
        }

        double bottom() {
            return top + height;
        }

        boolean holds(Room other) {
            return left <= other.left
                    && top <= other.top
                    && other.right() <= right()
                    && other.bottom() <= bottom();
        }

        boolean meets(Room other) {
            return left < other.right()
                    && other.left < right()
                    && top < other.bottom()
                    && other.top < bottom();
        }
    }

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
                                            new Room(
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
        Room page =
                new Room(20, 20, PDRectangle.A4.getWidth() - 40, PDRectangle.A4.getHeight() - 40);
        return letters.stream()
                .flatMap(List::stream)
                .filter(letter -> !page.holds(letter.room()))
                .toList();
    }

    /** Letters that lie on another one. */
    public List<Letter> overlapping() {
        List<Letter> found = new ArrayList<>();
        for (List<Letter> page : letters) {
            List<Letter> down = new ArrayList<>(page);
            down.sort(Comparator.comparingDouble(letter -> letter.room().top()));
            for (int i = 0; i < down.size(); i++) {
                Room one = inner(down.get(i).room());
                for (int j = i + 1;
                        j < down.size() && down.get(j).room().top() < one.bottom();
                        j++) {
                    if (one.meets(inner(down.get(j).room()))) {
                        found.add(down.get(j));
                    }
                }
            }
        }
        return found;
    }

    /** Letters stand side by side, and round widths a little. */
    private static Room inner(Room room) {
        return new Room(
                room.left() + 0.3, room.top() + 0.3, room.width() - 0.6, room.height() - 0.6);
    }
}
