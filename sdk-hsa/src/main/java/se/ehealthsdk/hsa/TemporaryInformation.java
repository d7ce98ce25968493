package se.ehealthsdk.hsa;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Information that a unit shows for a time, for example about closing for the summer.
 *
 * <p>Source: {@code DateSpanType} of {@code infrastructure:directory:organization} 3 and 5.
 *
 * @param fromDate the first date to show it, as the directory has it; the contract gives no form
 * @param toDate the last date to show it, as the directory has it
 * @param text the information
 */
public record TemporaryInformation(String fromDate, String toDate, String text) {

    /** The first date to show it; empty if {@link #fromDate()} is not a date. */
    public Optional<LocalDate> firstDate() {
        return DirectoryDate.parse(fromDate);
    }

    /** The last date to show it; empty if {@link #toDate()} is not a date. */
    public Optional<LocalDate> lastDate() {
        return DirectoryDate.parse(toDate);
    }
}
