package se.ehealthsdk.outbox.kafka.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Item;

/**
 * One partition as its deliverer sees it: records that have been read and not dealt with, the window that is
 * being dealt with, and what is to be committed. For one thread.
 *
 * <p>An item that comes a second time is left out. What counts as a second time depends on nothing but the
 * log: the same item among the {@link #RECALL} offsets before the window, or in it. So a node that takes over
 * a window sorts it into the same calls as the one that died.
 */
final class PartitionQueue {

    /** Offsets before a window in which an item's first coming is remembered. */
    static final long RECALL = 10_000;

    /** Calls' worth of records that are read ahead, so that several destinations can fill their calls. */
    private static final int READ_AHEAD = 4;

    private final Deque<Read> waiting = new ArrayDeque<>();
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final int maxItems;
    private long start;
    private long position;
    private long flushTo;
    private @Nullable Mark takenOver;
    private @Nullable Window window;
    private int next;
    private boolean sending;
    private boolean uncommitted;

    private record Seen(long offset, long fingerprint) {}

    private record Read(long offset, Instant appended, Optional<Item> item, long fingerprint) {

        static Read of(ConsumerRecord<String, byte[]> record) {
            Optional<Item> item = RecordFormat.toItem(record);
            long fingerprint =
                    item.map(
                                    it ->
                                            ((long) it.destination().hashCode() << 32)
                                                    | (Arrays.hashCode(it.payload())
                                                            & 0xffff_ffffL))
                            .orElse(0L);
            return new Read(
                    record.offset(), Instant.ofEpochMilli(record.timestamp()), item, fingerprint);
        }
    }

    /**
     * @param start the offset that everything before is dealt with
     * @param mark what was under way there when the last owner left
     * @param maxItems items in a call at most
     */
    PartitionQueue(long start, Optional<Mark> mark, int maxItems) {
        this.start = start;
        this.position = start;
        this.maxItems = maxItems;
        this.takenOver = mark.orElse(null);
    }

    /** Takes a record that was read; those from before the start are only remembered. */
    void add(ConsumerRecord<String, byte[]> record) {
        Read read = Read.of(record);
        if (read.offset() < start) {
            remember(read);
        } else {
            waiting.add(read);
        }
    }

    /** All up to this offset have been read. */
    void readTo(long offset) {
        position = Math.max(position, offset);
    }

    /** Whether the window of a former owner has not been read yet. */
    boolean takingOver() {
        return takenOver != null;
    }

    /** Whether there is room for more records. */
    boolean wantsMore() {
        return takenOver != null || waiting.size() < READ_AHEAD * maxItems;
    }

    /** What is before this offset waits no longer for others. */
    void flushTo(long offset) {
        flushTo = offset;
    }

    /** The offset of the next record, if no item can be made of it. */
    Optional<Long> unreadable() {
        Read head = waiting.peek();
        return head != null && window == null && takenOver == null && head.item().isEmpty()
                ? Optional.of(head.offset())
                : Optional.empty();
    }

    /** Whether items for others wait behind those for a destination. */
    boolean othersWaitBehind(String destination) {
        return waiting.stream()
                .flatMap(read -> read.item().stream())
                .anyMatch(item -> !item.destination().equals(destination));
    }

    /**
     * The window that is under way, or a new one if there is enough for it, or its oldest item is old enough.
     *
     * @param flushBefore items appended before this wait no longer for others
     */
    Optional<Window> window(Instant flushBefore) {
        if (window != null) {
            return Optional.of(window);
        }
        if (takenOver != null) {
            return takeOver(takenOver);
        }
        if (waiting.isEmpty()) {
            if (position > start) {
                // Nothing but duplicates, marks of transactions and what was rolled back.
                moveTo(position);
            }
            return Optional.empty();
        }
        Window candidate = sort(Long.MAX_VALUE, maxItems);
        if (candidate.end() == candidate.start()) {
            return Optional.empty();
        }
        if (candidate.groups().isEmpty()) {
            moveTo(candidate.end());
            return Optional.empty();
        }
        if (candidate.complete()
                || candidate.start() < flushTo
                || candidate.oldest().isBefore(flushBefore)) {
            window = candidate;
            next = 0;
            return Optional.of(candidate);
        }
        return Optional.empty();
    }

    private Optional<Window> takeOver(Mark mark) {
        if (position < mark.end()) {
            return Optional.empty();
        }
        Window resumed = sort(mark.end(), Integer.MAX_VALUE);
        takenOver = null;
        window = resumed;
        next = mark.next();
        sending = mark.sending();
        if (next >= resumed.groups().size()) {
            moveTo(mark.end());
            return Optional.empty();
        }
        return Optional.of(resumed);
    }

    private Window sort(long until, int most) {
        List<Window.Group> groups = new ArrayList<>();
        Map<String, Window.Group> open = new HashMap<>();
        Map<String, Long> inWindow = new HashMap<>();
        long end = start;
        Instant oldest = Instant.MAX;
        boolean complete = waiting.size() >= READ_AHEAD * maxItems;
        for (Read read : waiting) {
            if (read.offset() >= until || read.item().isEmpty()) {
                complete = true;
                break;
            }
            Item item = read.item().get();
            @Nullable Long before = inWindow.get(item.id());
            Seen earlier = seen.get(item.id());
            if (before == null && earlier != null) {
                before = earlier.fingerprint();
            }
            if (before == null) {
                Window.Group group = open.get(item.destination());
                if (group == null) {
                    group = group(item.destination(), read.offset());
                    open.put(item.destination(), group);
                    groups.add(group);
                } else if (group.items().size() >= most) {
                    complete = true;
                    break;
                }
                group.items().add(item);
            } else if (before != read.fingerprint()) {
                // Another item under an id that is taken: alone, so that it spoils no one else's
                // call.
                Window.Group alone = group(item.destination(), read.offset());
                alone.items().add(item);
                groups.add(alone);
            }
            inWindow.put(item.id(), read.fingerprint());
            oldest = read.appended().isBefore(oldest) ? read.appended() : oldest;
            end = read.offset() + 1;
        }
        complete |= open.values().stream().anyMatch(group -> group.items().size() >= most);
        return new Window(start, until == Long.MAX_VALUE ? end : until, oldest, complete, groups);
    }

    private static Window.Group group(String destination, long firstOffset) {
        return new Window.Group(destination, new ArrayList<>(), firstOffset);
    }

    /** The group of the window that is next. */
    Window.Group next(Window current) {
        return current.groups().get(next);
    }

    /** Whether the next group is being sent, or was when its sender died. */
    boolean sending() {
        return sending;
    }

    /** The next group is about to be sent, or turned out not to have been performed; to be committed. */
    void sending(boolean now) {
        sending = now;
        uncommitted = true;
    }

    /** The next group is dealt with; to be committed. */
    void done(Window current) {
        next++;
        sending = false;
        uncommitted = true;
        if (next == current.groups().size()) {
            moveTo(current.end());
        }
    }

    private void moveTo(long offset) {
        for (Read head = waiting.peek();
                head != null && head.offset() < offset;
                head = waiting.peek()) {
            remember(head);
            waiting.remove();
        }
        start = offset;
        window = null;
        next = 0;
        sending = false;
        uncommitted = true;
        Iterator<Seen> oldest = seen.values().iterator();
        while (oldest.hasNext() && oldest.next().offset() < start - RECALL) {
            oldest.remove();
        }
    }

    private void remember(Read read) {
        read.item()
                .ifPresent(
                        item -> {
                            // Removed first, so that the map stays in the order of the log.
                            seen.remove(item.id());
                            seen.put(item.id(), new Seen(read.offset(), read.fingerprint()));
                        });
    }

    /** Its start is not what the group has committed. */
    void commitStart() {
        uncommitted = true;
    }

    /** Whether something is to be committed before the next step. */
    boolean uncommitted() {
        return uncommitted;
    }

    /** What is to be committed. */
    OffsetAndMetadata progress() {
        Window current = window;
        return current == null
                ? new OffsetAndMetadata(start)
                : new OffsetAndMetadata(start, new Mark(current.end(), next, sending).text());
    }

    /** It is committed. */
    void committed() {
        uncommitted = false;
    }
}
