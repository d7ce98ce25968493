package se.ehealthsdk.hsa.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Rows of bytes in large blocks, found by number. A row starts at a multiple of eight bytes and lies in one block, so
 * that an {@code int} says where, up to 16 GiB.
 */
final class Rows {

    private static final int BLOCK = 1 << 20;
    private static final int STEP = 8;
    private static final int STEPS = BLOCK / STEP;

    private byte[][] blocks = new byte[0][];
    private int used = BLOCK;
    private int[] places = new int[64];
    private int count;

    int count() {
        return count;
    }

    /** Adds a row, whose number is the count before. */
    void add(byte[] bytes, int length) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count + (count >> 1));
        }
        places[count++] = put(bytes, length);
    }

    /** Puts another row in the place of one; the bytes of the old one stay, unused. */
    void replace(int row, byte[] bytes, int length) {
        places[row] = put(bytes, length);
    }

    private int put(byte[] bytes, int length) {
        int needed = length + 5;
        if (BLOCK - used < needed) {
            trim();
            blocks = Arrays.copyOf(blocks, blocks.length + 1);
            blocks[blocks.length - 1] = new byte[Math.max(BLOCK, needed)];
            used = 0;
        }
        int block = blocks.length - 1;
        int place = block * STEPS + used / STEP;
        int at = used;
        int rest = length;
        while ((rest & ~0x7F) != 0) {
            blocks[block][at++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        blocks[block][at++] = (byte) rest;
        System.arraycopy(bytes, 0, blocks[block], at, length);
        used = Math.min(BLOCK, (at + length + STEP - 1) / STEP * STEP);
        return place;
    }

    /** Forgets all rows but these; those after move up. */
    void keep(BitSet kept) {
        int next = 0;
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            places[next++] = places[row];
        }
        count = next;
    }

    /** Lets go of what is not needed when no more rows come. */
    void trim() {
        if (blocks.length > 0) {
            int last = blocks.length - 1;
            if (blocks[last].length == BLOCK) {
                blocks[last] = Arrays.copyOf(blocks[last], used);
            }
            used = BLOCK;
        }
    }

    /** As {@link #trim}, and no more rows come. */
    void seal() {
        trim();
        places = Arrays.copyOf(places, count);
    }

    RowReader at(int row) {
        byte[] block = block(row);
        int start = start(row);
        return new RowReader(block, start + lengthOfNumber(block, start));
    }

    /** The bytes of a row, whose {@linkplain #size size} is asked for on its own. */
    byte[] block(int row) {
        return blocks[places[row] / STEPS];
    }

    /** Where the fields of a row start in its block. */
    int fields(int row) {
        int start = start(row);
        return start + lengthOfNumber(block(row), start);
    }

    /** How many bytes the fields of a row are. */
    int size(int row) {
        return new RowReader(block(row), start(row)).number();
    }

    private int start(int row) {
        return places[row] % STEPS * STEP;
    }

    private static int lengthOfNumber(byte[] block, int start) {
        int length = 1;
        while (block[start + length - 1] < 0) {
            length++;
        }
        return length;
    }

    /** Whether a row has the same bytes as one of another index. */
    boolean same(int row, Rows other, int otherRow) {
        int start = fields(row);
        int otherStart = other.fields(otherRow);
        return Arrays.equals(
                block(row),
                start,
                start + size(row),
                other.block(otherRow),
                otherStart,
                otherStart + other.size(otherRow));
    }

    /** How many bytes all of this takes. */
    long bytes() {
        long sum = 4L * places.length;
        for (byte[] block : blocks) {
            sum += block.length;
        }
        return sum;
    }
}
