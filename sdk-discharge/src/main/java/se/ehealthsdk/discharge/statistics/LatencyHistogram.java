package se.ehealthsdk.discharge.statistics;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts durations in cells that grow with them, so that memory stays the same however many there are: minute by minute for the
 * first 64 minutes, then 32 cells for each doubling.
 */
final class LatencyHistogram {

    private static final int EXACT = 64;
    private static final int STEPS = 32;
    private static final int DOUBLINGS = 26;

    private final long[] cells = new long[EXACT + STEPS * DOUBLINGS];
    private long count;
    private long unread;
    private long contradictory;

    void add(Duration latency) {
        if (latency.isNegative()) {
            contradictory++;
            return;
        }
        cells[cell(latency.toMinutes())]++;
        count++;
    }

    void addUnread() {
        unread++;
    }

    void add(LatencyHistogram other) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
        }
        count += other.count;
        unread += other.unread;
        contradictory += other.contradictory;
    }

    long count() {
        return count;
    }

    long unread() {
        return unread;
    }

    long contradictory() {
        return contradictory;
    }

    /** The least duration that so many percent do not exceed, to the cell's upper end; empty without any. */
    Optional<Duration> percentile(int percent) {
        if (count == 0) {
            return Optional.empty();
        }
        long wanted = (count * percent + 99) / 100;
        long seen = 0;
        int cell = 0;
        while ((seen += cells[cell]) < wanted) {
            cell++;
        }
        return Optional.of(Duration.ofMinutes(last(cell)));
    }

    private static int cell(long minutes) {
        if (minutes < EXACT) {
            return (int) minutes;
        }
        int doubling = 63 - Long.numberOfLeadingZeros(minutes) - 6;
        if (doubling >= DOUBLINGS) {
            return EXACT + STEPS * DOUBLINGS - 1;
        }
        int step = (int) (minutes >> (doubling + 1)) - STEPS;
        return EXACT + doubling * STEPS + step;
    }

    /** The longest duration of a cell, in minutes. */
    private static long last(int cell) {
        if (cell < EXACT) {
            return cell;
        }
        int doubling = (cell - EXACT) / STEPS;
        long step = (cell - EXACT) % STEPS + STEPS;
        return ((step + 1) << (doubling + 1)) - 1;
    }
}
