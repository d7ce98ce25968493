package se.ehealthsdk.hsa.directory;

/**
 * An answer, and what came of reading the entries that it was made of: what was withheld, skipped, or could not be
 * read.
 *
 * @param <T> the answer
 * @param answer the answer
 * @param report of all entries that were read for it
 */
public record Reported<T>(T answer, ReadReport report) {

    /** The report; not the answer, which may be about a person. */
    @Override
    public String toString() {
        return "Reported[" + report + "]";
    }
}
