package se.ehealthsdk.testkit.accesslog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.core.identifier.HsaId;

/** What is stored. Not safe for use by many threads. */
final class LogArchive {

    private final List<StoredRecord> records = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private long count;

    /** An id that is here already, or that the call has twice; null when there is none. */
    @Nullable String duplicate(List<AccessRecord> call) {
        Set<String> inCall = new HashSet<>();
        for (AccessRecord record : call) {
            if (ids.contains(record.logId()) || !inCall.add(record.logId())) {
                return record.logId();
            }
        }
        return null;
    }

    /** Whether a log id is stored. */
    boolean holds(String logId) {
        return ids.contains(logId);
    }

    /**
     * @param withContent whether more than the ids is kept
     */
    void store(
            List<AccessRecord> records,
            long call,
            Optional<HsaId> consumer,
            Instant now,
            boolean withContent) {
        for (AccessRecord record : records) {
            count++;
            if (!ids.add(record.logId())) {
                doubled.add(record.logId());
            }
            if (withContent) {
                this.records.add(new StoredRecord(count, call, now, consumer, record));
            }
        }
    }

    /** How many times something has been stored. */
    long count() {
        return count;
    }

    List<StoredRecord> records() {
        return List.copyOf(records);
    }

    Set<String> ids() {
        return Set.copyOf(ids);
    }

    List<String> doubled() {
        return List.copyOf(doubled);
    }

    /** What was stored no later than this. */
    Stream<AccessRecord> storedBy(Instant latest) {
        return records.stream()
                .filter(each -> !each.storedAt().isAfter(latest))
                .map(StoredRecord::record);
    }
}
