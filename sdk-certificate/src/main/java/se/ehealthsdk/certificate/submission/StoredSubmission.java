package se.ehealthsdk.certificate.submission;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A submission as a {@link SubmissionStore} keeps it.
 *
 * @param certificateId the key
 * @param version counted up by one for each save, from 1
 * @param state how far it has come; for people and statistics, the content says it too
 * @param due when something is to be done; empty if it is finished
 * @param content all of it, certificate included: data about a patient's health, to be protected as such
 */
public record StoredSubmission(
        String certificateId,
        long version,
        SubmissionState state,
        Optional<Instant> due,
        byte[] content) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredSubmission that
                && certificateId.equals(that.certificateId)
                && version == that.version
                && state == that.state
                && due.equals(that.due)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(certificateId, version);
    }

    /** All but the content. */
    @Override
    public String toString() {
        return "StoredSubmission["
                + certificateId
                + ", version "
                + version
                + ", "
                + state
                + ", due "
                + due.map(Instant::toString).orElse("-")
                + "]";
    }
}
