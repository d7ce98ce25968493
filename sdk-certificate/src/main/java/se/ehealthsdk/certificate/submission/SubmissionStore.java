package se.ehealthsdk.certificate.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where submissions are remembered: the care system's own database. Safe for use by many threads; several processes
 * may use the same one.
 *
 * <p>In SQL, for example:
 *
 * <pre>{@code
 * CREATE TABLE submission (certificate_id VARCHAR(64) PRIMARY KEY, version BIGINT NOT NULL,
 *     state VARCHAR(16) NOT NULL, due TIMESTAMP NULL, content BLOB NOT NULL);
 *
 * -- save, version 1: true if it inserts, false if the key is there
 * INSERT INTO submission (certificate_id, version, state, due, content) VALUES (?, 1, ?, ?, ?);
 * -- save, any other version: true if it changes one row
 * UPDATE submission SET version = ?, state = ?, due = ?, content = ?
 *     WHERE certificate_id = ? AND version = ? - 1;
 * -- due
 * SELECT * FROM submission WHERE due <= ? ORDER BY due LIMIT ?;
 * }</pre>
 *
 * <p>A save is durable when it returns, committed in a transaction of its own: the call to the service comes right
 * after. What a store throws goes through to the caller of {@link Submissions}, whose submission is then as it was
 * saved last.
 */
public interface SubmissionStore {

    /** What is remembered of a certificate; empty if nothing is. */
    Optional<StoredSubmission> find(String certificateId);

    /**
     * Saves, if nobody else has saved in between: only if the version that is there is one less than the given one, and
     * for version 1 only if none is there.
     *
     * @return whether it was saved; false if another was first
     */
    boolean save(StoredSubmission submission);

    /**
     * What is to be taken up.
     *
     * @param until due at this time or earlier
     * @param max how many at most
     * @return those that are due longest first
     */
    List<StoredSubmission> due(Instant until, int max);
}
