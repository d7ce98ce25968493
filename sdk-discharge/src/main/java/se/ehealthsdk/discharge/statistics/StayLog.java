package se.ehealthsdk.discharge.statistics;

import java.util.Arrays;

/**
 * Every stay in a few numbers, to find who came back: the patient as a 64-bit digest, the days of admission and discharge, and
 * where the discharge is counted. 20 bytes for each stay, in whatever order they come; nothing of it leaves the memory.
 */
final class StayLog {

    private static final int WITHIN_DAYS = 30;
    static final int NOT_YET = Integer.MAX_VALUE;

    private final int most;
    private long[] patients = new long[64];
    private int[] admitted = new int[64];
    private int[] left = new int[64];
    private int[] cells = new int[64];
    private int size;
    private boolean full;

    StayLog(int most) {
        this.most = most;
    }

    /**
     * @param cell where the discharge is counted; below zero for nowhere
     */
    void add(long patient, int admittedOn, int leftOn, int cell) {
        if (full || size == most) {
            full = true;
            return;
        }
        if (size == patients.length) {
            int length = Math.min(most, size + (size >> 1));
            patients = Arrays.copyOf(patients, length);
            admitted = Arrays.copyOf(admitted, length);
            left = Arrays.copyOf(left, length);
            cells = Arrays.copyOf(cells, length);
        }
        patients[size] = patient;
        admitted[size] = admittedOn;
        left[size] = leftOn;
        cells[size] = cell;
        size++;
    }

    /**
     * @param cellsHere for each cell of the other log the cell here
     */
    void add(StayLog other, int[] cellsHere) {
        full |= other.full;
        for (int i = 0; i < other.size; i++) {
            int cell = other.cells[i];
            add(
                    other.patients[i],
                    other.admitted[i],
                    other.left[i],
                    cell < 0 ? cell : cellsHere[cell]);
        }
    }

    boolean isWhole() {
        return !full;
    }

    /** For each cell, how many of its discharges were followed by an admission within 30 days. */
    long[] readmissions(int cellCount) {
        long[] found = new long[cellCount];
        sort(0, size - 1);
        for (int i = 0; i + 1 < size; i++) {
            if (cells[i] < 0 || left[i] == NOT_YET) {
                continue;
            }
            int next = i + 1;
            while (next < size && patients[next] == patients[i] && admitted[next] < left[i]) {
                next++;
            }
            if (next < size
                    && patients[next] == patients[i]
                    && admitted[next] - left[i] <= WITHIN_DAYS) {
                found[cells[i]]++;
            }
        }
        return found;
    }

    /** By patient, then admission, then discharge. The digests are spread evenly, so the middle is as good a pivot as any. */
    private void sort(int low, int high) {
        int from = low;
        int to = high;
        while (from < to) {
            int i = from;
            int j = to;
            int middle = (from + to) >>> 1;
            long patient = patients[middle];
            int day = admitted[middle];
            int end = left[middle];
            while (i <= j) {
                while (compare(i, patient, day, end) < 0) {
                    i++;
                }
                while (compare(j, patient, day, end) > 0) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            // the smaller part by recursion, so that the stack stays low
            if (j - from < to - i) {
                sort(from, j);
                from = i;
            } else {
                sort(i, to);
                to = j;
            }
        }
    }

    private int compare(int index, long patient, int day, int end) {
        int order = Long.compare(patients[index], patient);
        order = order != 0 ? order : Integer.compare(admitted[index], day);
        return order != 0 ? order : Integer.compare(left[index], end);
    }

    private void swap(int i, int j) {
        long patient = patients[i];
        patients[i] = patients[j];
        patients[j] = patient;
        swap(admitted, i, j);
        swap(left, i, j);
        swap(cells, i, j);
    }

    private static void swap(int[] array, int i, int j) {
        int kept = array[i];
        array[i] = array[j];
        array[j] = kept;
    }

    /** A digest of an identity: FNV-1a over its characters, then mixed. */
    static long digest(String identity) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < identity.length(); i++) {
            hash = (hash ^ identity.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
