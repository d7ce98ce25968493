package se.ehealthsdk.hsa;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import se.ehealthsdk.hsa.geodesy.GeoPoint;
import se.ehealthsdk.hsa.geodesy.GridPoint;
import se.ehealthsdk.hsa.geodesy.SwedishGrid;
import se.ehealthsdk.hsa.geodesy.Whereabouts;

/**
 * Where a unit lies, in the systems that the directory has it in. The texts are as the directory has
 * them.
 *
 * @param rt90 in the old national grid
 * @param sweref99Grid in the national grid; a field of the contract that is not in use
 * @param latitude latitude north in SWEREF 99, which agrees with WGS 84 within a metre
 * @param longitude longitude east in SWEREF 99
 */
public record Coordinates(
        Optional<Rt90> rt90,
        Optional<Sweref99Grid> sweref99Grid,
        Optional<String> latitude,
        Optional<String> longitude) {

    // what a decimal number is; Double.parseDouble alone takes NaN, 0x1p3 and 1d too
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}(\\.\\d{1,20})?");

    /** Nothing known. */
    public static final Coordinates NONE =
            new Coordinates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The place by latitude and longitude: what the directory gives in SWEREF 99, else its point in SWEREF 99 TM,
     * else that in RT 90. One that cannot be in Sweden, as when its numbers have changed places, yields to one that can.
     *
     * @return the first of them that can be read and lies in Sweden; if none lies there, the first that can be read;
     *     empty if none can
     */
    public Optional<GeoPoint> point() {
        Optional<GeoPoint> first = latitudeAndLongitude();
        if (first.filter(Coordinates::isInSweden).isPresent()) {
            return first;
        }
        Optional<GeoPoint> grid = sweref99Grid.flatMap(Sweref99Grid::point);
        Optional<GeoPoint> old = rt90.flatMap(Rt90::point);
        return grid.filter(Coordinates::isInSweden)
                .or(() -> old.filter(Coordinates::isInSweden))
                .or(() -> first)
                .or(() -> grid)
                .or(() -> old);
    }

    private static boolean isInSweden(GeoPoint point) {
        return Whereabouts.of(point.latitude(), point.longitude()) == Whereabouts.IN_SWEDEN;
    }

    /**
     * Whether latitude and longitude can be a place in Sweden.
     *
     * @return empty if the directory gives neither; {@link Whereabouts#UNREADABLE} if one is missing or no number
     */
    public Optional<Whereabouts> whereaboutsOfLatitudeAndLongitude() {
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble north = number(latitude.orElse(""));
        OptionalDouble east = number(longitude.orElse(""));
        return Optional.of(
                north.isPresent() && east.isPresent()
                        ? Whereabouts.of(north.getAsDouble(), east.getAsDouble())
                        : Whereabouts.UNREADABLE);
    }

    private Optional<GeoPoint> latitudeAndLongitude() {
        OptionalDouble north = number(latitude.orElse(""));
        OptionalDouble east = number(longitude.orElse(""));
        return north.isPresent()
                        && east.isPresent()
                        && Math.abs(north.getAsDouble()) <= 90
                        && Math.abs(east.getAsDouble()) <= 180
                ? Optional.of(new GeoPoint(north.getAsDouble(), east.getAsDouble()))
                : Optional.empty();
    }

    private static Optional<GridPoint> gridPoint(String north, String east) {
        OptionalDouble metresNorth = number(north);
        OptionalDouble metresEast = number(east);
        return metresNorth.isPresent() && metresEast.isPresent()
                ? Optional.of(new GridPoint(metresNorth.getAsDouble(), metresEast.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble number(String text) {
        return NUMBER.matcher(text).matches()
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /**
     * A point in RT 90.
     *
     * @param x metres north: in this grid x points north
     * @param y metres east
     */
    public record Rt90(String x, String y) {

        /** The place by latitude and longitude; empty if x or y is no number, or far outside the grid. */
        public Optional<GeoPoint> point() {
            return gridPoint(x, y).flatMap(SwedishGrid.RT90_2_5_GON_V::tryToPoint);
        }

        /** Whether it can be a place in Sweden, or x and y have changed places. */
        public Whereabouts whereabouts() {
            return gridPoint(x, y)
                    .map(point -> Whereabouts.of(SwedishGrid.RT90_2_5_GON_V, point))
                    .orElse(Whereabouts.UNREADABLE);
        }
    }

    /**
     * A point in SWEREF 99.
     *
     * @param north metres north
     * @param east metres east
     */
    public record Sweref99Grid(String north, String east) {

        /** The place by latitude and longitude; empty if north or east is no number, or far outside the grid. */
        public Optional<GeoPoint> point() {
            return gridPoint(north, east).flatMap(SwedishGrid.SWEREF99_TM::tryToPoint);
        }

        /** Whether it can be a place in Sweden, or north and east have changed places. */
        public Whereabouts whereabouts() {
            return gridPoint(north, east)
                    .map(point -> Whereabouts.of(SwedishGrid.SWEREF99_TM, point))
                    .orElse(Whereabouts.UNREADABLE);
        }
    }
}
