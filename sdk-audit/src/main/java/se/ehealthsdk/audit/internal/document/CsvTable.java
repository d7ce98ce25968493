package se.ehealthsdk.audit.internal.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/** Writes records as RFC 4180 has them: CRLF after each, quotes where they are needed. */
public final class CsvTable {

    /** What makes a spreadsheet take a cell for a formula (OWASP, CSV injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;
    private final char separator;

    /**
     * @param out is flushed by {@link #finish}, never closed
     * @param separator comma, or semicolon
     * @param byteOrderMark whether to begin with one
     */
    public CsvTable(OutputStream out, char separator, boolean byteOrderMark) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        this.separator = separator;
        if (byteOrderMark) {
            this.out.write('\uFEFF');
        }
    }

    /** Writes one record. */
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(separator);
            }
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    /** Hands over what has been written. */
    public void finish() throws IOException {
        out.flush();
    }

    private String cell(String value) {
        String text = neutral(value);
        boolean quoted =
                text.indexOf(separator) >= 0
                        || text.indexOf('"') >= 0
                        || text.indexOf('\r') >= 0
                        || text.indexOf('\n') >= 0
                        || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** An apostrophe in front makes a spreadsheet show the text instead of working it out. */
    private static String neutral(String value) {
        String visible = value.stripLeading();
        boolean formula =
                !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0
                        || !visible.isEmpty() && FORMULA_STARTS.indexOf(visible.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }
}
