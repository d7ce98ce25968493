package se.ehealthsdk.hsa.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import se.ehealthsdk.hsa.geodesy.GeoPoint;

/** Where rows lie on the map, in the order of their latitudes; to a ten millionth of a degree, a centimetre. */
final class Places {

    private static final double SCALE = 1e7;

    /** A little less than there are anywhere on the sphere, so that nothing at the edge is missed. */
    private static final double METRES_PER_DEGREE = 111_000;

    private long[] byLatitude = new long[16];
    private int[] longitudes = new int[16];
    private int count;
    private int unreadable;

    void add(int row, GeoPoint point) {
        if (count == byLatitude.length) {
            byLatitude = Arrays.copyOf(byLatitude, count * 2);
        }
        byLatitude[count++] = Math.round(point.latitude() * SCALE) << 32 | row;
        if (row >= longitudes.length) {
            longitudes = Arrays.copyOf(longitudes, Math.max(row + 1, longitudes.length * 2));
        }
        longitudes[row] = (int) Math.round(point.longitude() * SCALE);
    }

    void addUnreadable() {
        unreadable++;
    }

    int unreadable() {
        return unreadable;
    }

    /** No more come. */
    void seal() {
        byLatitude = Arrays.copyOf(byLatitude, count);
        Arrays.sort(byLatitude);
        int[] inOrder = new int[count];
        for (int i = 0; i < count; i++) {
            inOrder[i] = longitudes[(int) byLatitude[i]];
        }
        longitudes = inOrder;
    }

    /**
     * @param row the number of a row
     * @param metres how far away it is
     */
    record Near(int row, double metres) {}

    /** The nearest that are within so many metres, nearest first; of those equally far, the first row first. */
    List<Near> near(GeoPoint from, double metres, int max, IntPredicate isSeen) {
        double reach = metres / METRES_PER_DEGREE;
        List<Near> found = new ArrayList<>();
        for (int i = firstAt(from.latitude() - reach);
                i < count && (byLatitude[i] >> 32) <= (from.latitude() + reach) * SCALE;
                i++) {
            GeoPoint point = new GeoPoint((byLatitude[i] >> 32) / SCALE, longitudes[i] / SCALE);
            double away = from.metresTo(point);
            int row = (int) byLatitude[i];
            if (away <= metres && isSeen.test(row)) {
                found.add(new Near(row, away));
            }
        }
        found.sort(Comparator.comparingDouble(Near::metres).thenComparingInt(Near::row));
        return found.size() > max ? found.subList(0, max) : found;
    }

    private int firstAt(double latitude) {
        long key = (long) Math.floor(Math.max(latitude, -90) * SCALE) << 32;
        int at = Arrays.binarySearch(byLatitude, key);
        return at < 0 ? -at - 1 : at;
    }

    long bytes() {
        return 8L * byLatitude.length + 4L * longitudes.length;
    }
}
