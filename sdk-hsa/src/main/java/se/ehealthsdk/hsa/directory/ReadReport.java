package se.ehealthsdk.hsa.directory;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading entries.
 *
 * <p>Source: result codes of RFC 4511 section 4.1.9 and appendix A.
 *
 * @param delivered how many were handed over
 * @param withheld how many were left out for a mark that hides them ({@link EntryMark#hides})
 * @param skipped how many could not be made anything of: as a rule entries without HSA-id
 * @param problemCount how many values could not be read
 * @param problems the first of those, and why entries were skipped; at most {@link #KEPT}
 * @param partial why the answer is not the whole one; empty if it is
 */
public record ReadReport(
        long delivered,
        long withheld,
        long skipped,
        long problemCount,
        List<AttributeProblem> problems,
        Optional<Partial> partial) {

    /** How many problems are kept for reading; the others are counted. */
    public static final int KEPT = 100;

    /** Why an answer is not the whole one. */
    public enum Partial {

        /** The directory gives no more entries to one question (size limit). Ask for less at a time. */
        SIZE_LIMIT,

        /** The directory works no longer on one question (time limit). */
        TIME_LIMIT,

        /** The directory gives no more to this system (administrative limit). */
        ADMINISTRATIVE_LIMIT,

        /** Parts lie in another directory (referral), which is not asked. */
        REFERRAL,

        /** The caller's own limit was reached. */
        OWN_LIMIT
    }

    /** Copies the list. */
    public ReadReport {
        problems = List.copyOf(problems);
    }

    /** Whether nothing is missing but what is withheld. */
    public boolean isWhole() {
        return partial.isEmpty();
    }
}
