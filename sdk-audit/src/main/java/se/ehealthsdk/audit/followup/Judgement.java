package se.ehealthsdk.audit.followup;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What a reviewer found of one record.
 *
 * @param finding the finding
 * @param note why; required for {@link Finding#TO_INVESTIGATE}
 * @param at when
 */
public record Judgement(Finding finding, Optional<String> note, Instant at) {

    /** What can be found. */
    public enum Finding {
        /** Nothing to remark on. */
        NO_REMARK("Utan anmärkning"),
        /** To be investigated further. */
        TO_INVESTIGATE("Utreds vidare");

        private final String swedish;

        Finding(String swedish) {
            this.swedish = swedish;
        }

        String swedish() {
            return swedish;
        }
    }

    /**
     * @throws InvalidInputException if something is to be investigated and the note does not say what
     */
    public Judgement {
        note = note.map(String::strip).filter(text -> !text.isEmpty());
        if (finding == Finding.TO_INVESTIGATE && note.isEmpty()) {
            throw new InvalidInputException(
                    "note", "is missing", "what is to be investigated, and why");
        }
    }

    /** The finding; never the note. */
    @Override
    public String toString() {
        return finding + " " + at;
    }
}
