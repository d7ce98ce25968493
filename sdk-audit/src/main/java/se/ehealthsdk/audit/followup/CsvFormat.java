package se.ehealthsdk.audit.followup;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How comma-separated values are written: RFC 4180, UTF-8. A cell that a spreadsheet would take for a formula
 * (it begins with {@code = + - @}, a tab or a line break) gets an apostrophe in front.
 *
 * @param separator between cells; a comma, a semicolon or a tab
 * @param byteOrderMark whether the file begins with one, by which Excel knows UTF-8
 */
public record CsvFormat(char separator, boolean byteOrderMark) {

    /** Commas, no byte order mark. */
    public static final CsvFormat RFC_4180 = new CsvFormat(',', false);

    /** Semicolons and a byte order mark: what a Swedish Excel opens with a double click. */
    public static final CsvFormat SWEDISH_EXCEL = new CsvFormat(';', true);

    /**
     * @throws InvalidInputException if the separator is another
     */
    public CsvFormat {
        if (separator != ',' && separator != ';' && separator != '\t') {
            throw new InvalidInputException(
                    "separator", "is not usual", "a comma, a semicolon or a tab");
        }
    }
}
