package se.ehealthsdk.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.KeptItem;

/**
 * The records that this system still has itself: those not delivered, and those delivered that are kept as
 * long as the outbox keeps them. What was done in the last day is here before the log service shows it, and
 * what was done long ago is only there.
 */
public final class StoredRecords {

    private final JdbcOutbox outbox;

    private StoredRecords(JdbcOutbox outbox) {
        this.outbox = outbox;
    }

    /** The records of an outbox, which must hold nothing but access records. */
    public static StoredRecords of(JdbcOutbox outbox) {
        return new StoredRecords(outbox);
    }

    /**
     * Records appended from one instant to before another, in that order; close the stream. A record is
     * appended when the access is made, as a rule within the second.
     *
     * @throws se.ehealthsdk.outbox.OutboxException if the outbox fails, or while the stream is read if an
     *     item of it holds no record
     */
    public Stream<StoredRecord> between(Instant from, Instant to) {
        return outbox.kept(from, to)
                .map(
                        kept ->
                                new StoredRecord(
                                        AccessLog.read(kept.item()),
                                        kept.state(),
                                        kept.appendedAt(),
                                        kept.deliveredAt()));
    }

    /**
     * A record and where it stands.
     *
     * @param record what was done
     * @param state where it stands on its way to the log service
     * @param appendedAt when it was appended
     * @param deliveredAt when the log service had it
     */
    public record StoredRecord(
            AccessRecord record,
            KeptItem.State state,
            Instant appendedAt,
            Optional<Instant> deliveredAt) {}
}
