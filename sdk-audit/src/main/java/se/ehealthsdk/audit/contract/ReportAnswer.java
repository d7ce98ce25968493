package se.ehealthsdk.audit.contract;

import java.util.List;

/**
 * The answer of a report contract.
 *
 * @param report how it went, and what the rows cover
 * @param rows empty when the report is not ready or was refused, as well as when there is nothing to tell
 * @param <T> what a row is
 */
public record ReportAnswer<T>(ReportResult report, List<T> rows) {

    /** Copies the rows. */
    public ReportAnswer {
        rows = List.copyOf(rows);
    }

    /** An answer without rows. */
    public static <T> ReportAnswer<T> of(ReportResult report) {
        return new ReportAnswer<>(report, List.of());
    }

    /** How it went and the number of rows; never what is in them. */
    @Override
    public String toString() {
        return "ReportAnswer[" + report + ", rows=" + rows.size() + "]";
    }
}
