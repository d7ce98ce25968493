package se.ehealthsdk.hsa.geodesy;

import java.util.Optional;

/**
 * Whether coordinates can be those of a place in Sweden. Coarse, for finding mistakes: some ten kilometres beyond the
 * border still count as Sweden.
 */
public enum Whereabouts {

    /** In Sweden, or just beyond the border. */
    IN_SWEDEN,

    /** Not in Sweden, but it would be if the two numbers changed places. */
    SWAPPED,

    /** Somewhere else, whichever way the numbers are read. */
    OUTSIDE_SWEDEN,

    /** Not numbers. */
    UNREADABLE;

    /** Where latitude and longitude point. */
    public static Whereabouts of(double latitude, double longitude) {
        if (Sweden.holds(latitude, longitude)) {
            return IN_SWEDEN;
        }
        return Sweden.holds(longitude, latitude) ? SWAPPED : OUTSIDE_SWEDEN;
    }

    /** Where a point of a grid lies. */
    public static Whereabouts of(SwedishGrid grid, GridPoint point) {
        if (inSweden(grid, point)) {
            return IN_SWEDEN;
        }
        return inSweden(grid, new GridPoint(point.east(), point.north()))
                ? SWAPPED
                : OUTSIDE_SWEDEN;
    }

    private static boolean inSweden(SwedishGrid grid, GridPoint point) {
        Optional<GeoPoint> place = grid.tryToPoint(point);
        return place.isPresent() && Sweden.holds(place.get().latitude(), place.get().longitude());
    }
}
