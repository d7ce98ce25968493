package se.ehealthsdk.discharge.internal.document;

import java.util.List;

/**
 * A box of a form, with its label in the corner.
 *
 * @param span its width in columns of the twelve that a row has
 * @param label what belongs in it
 * @param value what is filled in; blank to be written by hand
 * @param lines how many lines it has room for by hand
 * @param options boxes to tick; empty for text
 */
public record FormCell(int span, String label, String value, int lines, List<Option> options) {

    /** A box to tick. */
    public record Option(String name, boolean ticked) {}

    public FormCell {
        options = List.copyOf(options);
    }

    /** A box with one line. */
    public static FormCell text(int span, String label, String value) {
        return new FormCell(span, label, value, 1, List.of());
    }

    /** A box with several lines. */
    public static FormCell text(int span, String label, String value, int lines) {
        return new FormCell(span, label, value, lines, List.of());
    }

    /** Boxes to tick. */
    public static FormCell choice(int span, String label, List<Option> options) {
        return new FormCell(span, label, "", 1, options);
    }

    /** The label alone: the value is of a patient. */
    @Override
    public String toString() {
        return "FormCell[" + label + "]";
    }
}
