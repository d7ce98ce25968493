package se.ehealthsdk.hsa.geodesy;

import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The national grids that directories give coordinates in, to and from latitude and longitude in SWEREF 99.
 *
 * <pre>{@code
 * GeoPoint stockholm = SwedishGrid.SWEREF99_TM.toPoint(new GridPoint(6580822, 674032));
 * }</pre>
 *
 * <p>The projections are right to a millimetre. Coordinates that were measured in RT 90 may lie up to some decimetres
 * from where the direct projection puts them, since that network was not as even as today's.
 *
 * <p>Source: Lantmäteriet's parameters for SWEREF 99 TM, and for RT 90 2.5 gon V 0:-15 projected directly on GRS 80.
 */
public enum SwedishGrid {

    /** RT 90 2.5 gon V, the old national grid: X north, Y east. */
    RT90_2_5_GON_V(
            new GaussKruger(
                    15 + 48 / 60.0 + 22.624306 / 3600, 1.00000561024, -667.711, 1_500_064.274)),

    /** SWEREF 99 TM, the national grid of today: N north, E east. */
    SWEREF99_TM(new GaussKruger(15, 0.9996, 0, 500_000));

    // far outside Sweden, and still where the series can be trusted
    private static final double MOST_NORTH = 9_500_000;
    private static final double MOST_FROM_MERIDIAN = 2_000_000;

    private final GaussKruger projection;

    SwedishGrid(GaussKruger projection) {
        this.projection = projection;
    }

    /** The point in this grid. For points within some 2000 km of Sweden; farther off it means little. */
    public GridPoint toGrid(GeoPoint point) {
        return projection.toGrid(point);
    }

    /**
     * The latitude and longitude of a point in this grid.
     *
     * @throws InvalidInputException if the point is too far away for the grid to tell, as when north and east have
     *     changed places
     */
    public GeoPoint toPoint(GridPoint point) {
        return tryToPoint(point)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "gridPoint",
                                        "is far outside the grid",
                                        "metres north, 0 to 9500000, and metres east, within 2000 km of"
                                                + " the grid's middle"));
    }

    /** As {@link #toPoint}, empty if the point is too far away. */
    public Optional<GeoPoint> tryToPoint(GridPoint point) {
        boolean near =
                point.north() >= 0
                        && point.north() <= MOST_NORTH
                        && Math.abs(point.east() - middle()) <= MOST_FROM_MERIDIAN;
        return near ? Optional.of(projection.toPoint(point)) : Optional.empty();
    }

    private double middle() {
        return this == SWEREF99_TM ? 500_000 : 1_500_000;
    }
}
