package se.ehealthsdk.hsa.index;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a {@link DirectoryMirror} is.
 *
 * @param units how many units it answers with; 0 before the first index
 * @param madeAt as of when they are; empty before the first index
 * @param fromDisk whether they come from the copy on disk, and the source has not been read since the start
 * @param lastSuccess when the source was last read and taken
 * @param lastFailure when the source was last read in vain, or not taken
 * @param problem why, for people; empty if the last attempt was taken
 * @param failuresInARow how many attempts have been in vain since the last that was taken
 * @param nextAttempt when the source is read next; empty if it is being read, or the mirror is closed
 */
public record MirrorStatus(
        int units,
        Optional<Instant> madeAt,
        boolean fromDisk,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        Optional<String> problem,
        int failuresInARow,
        Optional<Instant> nextAttempt) {

    /** How old the answers are at a moment; empty before the first index. */
    public Optional<Duration> age(Instant now) {
        return madeAt.map(made -> Duration.between(made, now));
    }
}
