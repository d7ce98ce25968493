package se.ehealthsdk.testkit.accesslog;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.core.identifier.HsaId;

/** What is stored. Not safe for use by many threads. */
final class LogArchive {

    /** How many records are kept. */
    static final int CAPACITY = 50_000;

    /** How many log ids are kept, by which doubled ones are found. */
    static final int ID_CAPACITY = 500_000;

    private static final Logger LOG = LoggerFactory.getLogger(LogArchive.class);

    private final Deque<StoredRecord> records = new ArrayDeque<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private long count;
    private long forgotten;

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
            if (ids.size() > ID_CAPACITY) {
                forget(ids.iterator());
            }
            if (withContent) {
                this.records.add(new StoredRecord(count, call, now, consumer, record));
            }
            if (this.records.size() > CAPACITY) {
                if (forgotten == 0) {
                    LOG.warn(
                            "There are more than {} log records: the oldest are forgotten from now on.",
                            CAPACITY);
                }
                forgotten++;
                this.records.removeFirst();
            }
        }
    }

    private static void forget(Iterator<String> oldest) {
        oldest.next();
        oldest.remove();
    }

    /** How many records are no longer here, since there were too many. */
    long forgotten() {
        return forgotten;
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
