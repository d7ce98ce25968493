package se.ehealthsdk.testkit.directory.country;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Points around the towns, each in RT 90 2.5 gon V and as latitude and longitude in SWEREF 99: units share them, as they share
 * houses. The projection is Gauss's conformal one (Gauss-Krüger) straight from the ellipsoid of SWEREF 99 with Lantmäteriet's
 * parameters for RT 90; metres are rounded.
 */
final class Points {

    private static final int A_SIDE = 8;
    private static final double STEP_LATITUDE = 0.004;
    private static final double STEP_LONGITUDE = 0.007;

    /**
     * A point as a directory writes it.
     *
     * @param rt90 as {@code X:6581164,Y:1630250}
     */
    record Point(String rt90, String latitude, String longitude) {}

    private static final double SEMI_MAJOR_AXIS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double CENTRAL_MERIDIAN =
            Math.toRadians(15 + 48 / 60.0 + 22.624306 / 3600);
    private static final double SCALE = 1.00000561024;
    private static final double FALSE_NORTHING = -667.711;
    private static final double FALSE_EASTING = 1_500_064.274;

    private final List<Point> points = new ArrayList<>();

    Points() {
        for (County county : County.ALL) {
            around(county.first());
            around(county.second());
        }
    }

    private void around(County.Town town) {
        for (int i = 0; i < A_SIDE * A_SIDE; i++) {
            points.add(
                    at(
                            town.latitude() + STEP_LATITUDE * (i / A_SIDE - A_SIDE / 2),
                            town.longitude() + STEP_LONGITUDE * (i % A_SIDE - A_SIDE / 2)));
        }
    }

    /** A point in a town. */
    Point in(int county, int town, int choice) {
        int perTown = A_SIDE * A_SIDE;
        return points.get((2 * county + town) * perTown + Math.floorMod(choice, perTown));
    }

    static Point at(double latitude, double longitude) {
        double n = FLATTENING / (2 - FLATTENING);
        double e2 = FLATTENING * (2 - FLATTENING);
        double radius = SCALE * SEMI_MAJOR_AXIS / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        double phi = Math.toRadians(latitude);
        double sin = Math.sin(phi);
        double sin2 = sin * sin;
        double conformal =
                phi
                        - sin
                                * Math.cos(phi)
                                * (e2
                                        + sin2 * (5 * e2 * e2 - e2 * e2 * e2) / 6
                                        + sin2
                                                * sin2
                                                * (104 * e2 * e2 * e2 - 45 * Math.pow(e2, 4))
                                                / 120
                                        + sin2 * sin2 * sin2 * 1237 * Math.pow(e2, 4) / 1260);
        double away = Math.toRadians(longitude) - CENTRAL_MERIDIAN;
        double xi = Math.atan(Math.tan(conformal) / Math.cos(away));
        double t = Math.cos(conformal) * Math.sin(away);
        double eta = Math.log((1 + t) / (1 - t)) / 2;
        double[] terms = {
            n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16 + 41 * Math.pow(n, 4) / 180,
            13 * n * n / 48 - 3 * n * n * n / 5 + 557 * Math.pow(n, 4) / 1440,
            61 * n * n * n / 240 - 103 * Math.pow(n, 4) / 140,
            49561 * Math.pow(n, 4) / 161280
        };
        double north = xi;
        double east = eta;
        for (int i = 0; i < terms.length; i++) {
            double angle = 2 * (i + 1);
            north += terms[i] * Math.sin(angle * xi) * Math.cosh(angle * eta);
            east += terms[i] * Math.cos(angle * xi) * Math.sinh(angle * eta);
        }
        return new Point(
                String.format(
                        Locale.ROOT,
                        "X:%d,Y:%d",
                        Math.round(radius * north + FALSE_NORTHING),
                        Math.round(radius * east + FALSE_EASTING)),
                String.format(Locale.ROOT, "%.6f", latitude),
                String.format(Locale.ROOT, "%.6f", longitude));
    }
}
