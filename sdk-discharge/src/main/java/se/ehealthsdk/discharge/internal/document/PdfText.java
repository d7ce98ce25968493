package se.ehealthsdk.discharge.internal.document;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Text in one typeface: what of it can be shown, how wide it is, and where its lines break. */
final class PdfText {

    /** Liberation Sans, which comes with PDFBox: Latin, Greek and Cyrillic, embedded in the document. */
    private static final String TYPEFACE =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final List<String> REPLACEMENTS = List.of("\uFFFD", "\u25A1", "?");

    private final PDFont font;
    private final String replacement;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    private record Glyph(String text, float width) {}

    private PdfText(PDFont font) throws IOException {
        this.font = font;
        this.replacement = REPLACEMENTS.stream().filter(this::canShow).findFirst().orElse("?");
    }

    static PdfText in(PDDocument document) throws IOException {
        try (InputStream typeface = PDDocument.class.getResourceAsStream(TYPEFACE)) {
            return new PdfText(
                    typeface == null
                            ? new PDType1Font(FontName.HELVETICA)
                            : PDType0Font.load(document, letters(document, typeface), true));
        }
    }

    /** Without ligatures: widths are summed letter by letter here, and looking for them takes most of the time. */
    private static TrueTypeFont letters(PDDocument document, InputStream typeface)
            throws IOException {
        TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(typeface));
        letters.setEnableGsub(false);
        document.registerTrueTypeFontForClosing(letters);
        return letters;
    }

    PDFont font() {
        return font;
    }

    /** The text as it can be shown, on one line; what cannot be shown has a visible sign in its place. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        normal(text).codePoints().forEach(point -> shown.append(glyph(point).text()));
        return shown.toString();
    }

    /** How wide a text that can be shown is, in points. */
    float width(String shown, float size) {
        float width = 0;
        for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
            width += glyph(shown.codePointAt(i)).width();
        }
        return width * size / 1000;
    }

    /** Breaks a text between words, and within a word that is wider than a line. */
    List<String> lines(String text, float width, float size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : shown(text).strip().split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String rest = word;
            while (width(rest, size) > width) {
                int fits = fitting(rest, width, size);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private int fitting(String word, float width, float size) {
        int end = Character.charCount(word.codePointAt(0));
        while (end < word.length()) {
            int next = end + Character.charCount(word.codePointAt(end));
            if (width(word.substring(0, next), size) > width) {
                break;
            }
            end = next;
        }
        // a hyphen keeps its place at the end of a line: HSA-ids read better so
        int hyphen = word.lastIndexOf('-', end - 1);
        return hyphen > end / 2 ? hyphen + 1 : end;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s", " ");
    }

    private Glyph glyph(int point) {
        Glyph known = glyphs.get(point);
        if (known == null) {
            String text = Character.toString(point);
            String shown = canShow(text) ? text : replacement;
            known = new Glyph(shown, rawWidth(shown));
            glyphs.put(point, known);
        }
        return known;
    }

    private boolean canShow(String text) {
        if (Character.isISOControl(text.codePointAt(0))) {
            return false;
        }
        try {
            font.encode(text);
            return true;
        } catch (IOException | IllegalArgumentException noGlyph) {
            return false;
        }
    }

    private float rawWidth(String shown) {
        try {
            return font.getStringWidth(shown);
        } catch (IOException impossible) {
            throw new IllegalStateException("a typeface in memory cannot be read", impossible);
        }
    }
}
