package se.ehealthsdk.outbox.kafka.internal;

import java.time.Instant;
import java.util.List;
import se.ehealthsdk.outbox.Item;

/**
 * Records that follow one another in a partition, sorted into the calls that they make.
 *
 * @param start the offset of the first
 * @param end the offset after the last
 * @param oldest when the first was appended
 * @param complete whether waiting would not add to it
 * @param groups one call each
 */
record Window(long start, long end, Instant oldest, boolean complete, List<Group> groups) {

    /**
     * Items for one call.
     *
     * @param destination of all of them
     * @param items with different ids
     * @param firstOffset the offset of the first record, which tells this group from all others
     */
    record Group(String destination, List<Item> items, long firstOffset) {}
}
