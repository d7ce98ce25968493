package se.ehealthsdk.hsa.index;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which rows point to a row. */
final class RowPairs {

    private long[] pairs = new long[16];
    private int count;

    void add(int to, int from) {
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = (long) to << 32 | from;
    }

    /** No more come. */
    void seal() {
        Arrays.sort(pairs, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || pairs[i] != pairs[kept - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        count = kept;
        pairs = Arrays.copyOf(pairs, count);
    }

    /** The rows that point to one, each once. */
    IntStream to(int row) {
        int first = Arrays.binarySearch(pairs, (long) row << 32);
        int start = first < 0 ? -first - 1 : first;
        int end = start;
        while (end < count && (int) (pairs[end] >> 32) == row) {
            end++;
        }
        return IntStream.range(start, end).map(i -> (int) pairs[i]);
    }

    long bytes() {
        return 8L * pairs.length;
    }
}
