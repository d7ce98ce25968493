package se.ehealthsdk.hsa.index;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Numbers of rows by the hash of a key: the keys themselves stand in the rows. */
final class HashTable {

    private static final int NONE = -1;

    private int[] slots;
    private int count;

    /** @param expected how many rows come, as far as known */
    HashTable(int expected) {
        int size = 16;
        while (size < expected + (expected >> 1)) {
            size <<= 1;
        }
        slots = new int[size];
        Arrays.fill(slots, NONE);
    }

    /** The row with this hash that is the one; -1 if there is none. */
    int find(int hash, IntPredicate isIt) {
        int mask = slots.length - 1;
        for (int at = spread(hash) & mask; slots[at] != NONE; at = at + 1 & mask) {
            if (isIt.test(slots[at])) {
                return slots[at];
            }
        }
        return NONE;
    }

    /**
     * Adds a row.
     *
     * @param hashOf the hash of a row that is here already, for when the table has to grow
     */
    void add(int hash, int row, IntUnaryOperator hashOf) {
        if (++count > slots.length / 3 * 2) {
            grow(hashOf);
        }
        put(hash, row);
    }

    private void grow(IntUnaryOperator hashOf) {
        int[] old = slots;
        slots = new int[old.length * 2];
        Arrays.fill(slots, NONE);
        for (int row : old) {
            if (row != NONE) {
                put(hashOf.applyAsInt(row), row);
            }
        }
    }

    private void put(int hash, int row) {
        int mask = slots.length - 1;
        int at = spread(hash) & mask;
        while (slots[at] != NONE) {
            at = at + 1 & mask;
        }
        slots[at] = row;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 16;
    }

    long bytes() {
        return 4L * slots.length;
    }
}
