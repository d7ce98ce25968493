package se.ehealthsdk.hsa.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Numbers of rows by the hash of a key: the keys themselves stand in the rows. The hash is kept beside the number, so
 * that hardly any row is looked at but the one.
 */
final class HashTable {

    private static final int NONE = -1;

    /** No row has the number -1, which is the lower half of this. */
    private static final long FREE = -1;

    /** The hash in the upper half, the row in the lower. */
    private long[] slots;

    private int count;

    /** @param expected how many rows come, as far as known */
    HashTable(int expected) {
        int size = 16;
        while (size < expected + (expected >> 1)) {
            size <<= 1;
        }
        slots = new long[size];
        Arrays.fill(slots, FREE);
    }

    /** The row with this hash that is the one; -1 if there is none. */
    int find(int hash, IntPredicate isIt) {
        int mask = slots.length - 1;
        for (int at = spread(hash) & mask; slots[at] != FREE; at = at + 1 & mask) {
            if (hash(slots[at]) == hash && isIt.test(row(slots[at]))) {
                return row(slots[at]);
            }
        }
        return NONE;
    }

    /** Adds a row. */
    void add(int hash, int row) {
        if (++count > slots.length / 3 * 2) {
            grow();
        }
        put((long) hash << 32 | row);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.fill(slots, FREE);
        for (long slot : old) {
            if (slot != FREE) {
                put(slot);
            }
        }
    }

    private void put(long slot) {
        int mask = slots.length - 1;
        int at = spread(hash(slot)) & mask;
        while (slots[at] != FREE) {
            at = at + 1 & mask;
        }
        slots[at] = slot;
    }

    private static int hash(long slot) {
        return (int) (slot >>> 32);
    }

    private static int row(long slot) {
        return (int) slot;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 16;
    }

    long bytes() {
        return 8L * slots.length;
    }
}
