package se.ehealthsdk.testkit.accesslog;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A record that the log service keeps.
 *
 * @param number 1 for the first that was stored
 * @param call 1 for the first call; the records of one call share it
 * @param storedAt when it was stored
 * @param consumer the system that sent it, as the platform says; empty when nobody says
 * @param record what was sent
 */
public record StoredRecord(
        long number, long call, Instant storedAt, Optional<HsaId> consumer, AccessRecord record) {

    /** Its numbers and its log id; nothing of what it is about. */
    @Override
    public String toString() {
        return "StoredRecord[%d, call %d, %s]".formatted(number, call, record.logId());
    }
}
