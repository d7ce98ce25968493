package se.ehealthsdk.hsa.geodesy;

/**
 * Gauss's conformal projection (transverse Mercator) of the ellipsoid GRS 80, by Krüger's series up to the fourth
 * power of the third flattening: right to less than a millimetre anywhere in Sweden.
 *
 * <p>Source: Lantmäteriet, Gauss Conformal Projection (Transverse Mercator), Krüger's formulas.
 */
final class GaussKruger {

    private static final double AXIS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));

    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double N2 = N * N;
    private static final double N3 = N2 * N;
    private static final double N4 = N3 * N;
    private static final double RADIUS = AXIS / (1 + N) * (1 + N2 / 4 + N4 / 64);

    private static final double[] TO_GRID = {
        N / 2 - 2 * N2 / 3 + 5 * N3 / 16 + 41 * N4 / 180,
        13 * N2 / 48 - 3 * N3 / 5 + 557 * N4 / 1440,
        61 * N3 / 240 - 103 * N4 / 140,
        49561 * N4 / 161280
    };

    private static final double[] FROM_GRID = {
        N / 2 - 2 * N2 / 3 + 37 * N3 / 96 - N4 / 360,
        N2 / 48 + N3 / 15 - 437 * N4 / 1440,
        17 * N3 / 480 - 37 * N4 / 840,
        4397 * N4 / 161280
    };

    // the conformal latitude is undone by fixed-point steps; each gains two digits and more
    private static final int LATITUDE_STEPS = 8;

    private final double centralMeridian;
    private final double scaledRadius;
    private final double falseNorthing;
    private final double falseEasting;

    /**
     * @param centralMeridian degrees east
     * @param scale on the central meridian
     * @param falseNorthing metres
     * @param falseEasting metres
     */
    GaussKruger(double centralMeridian, double scale, double falseNorthing, double falseEasting) {
        this.centralMeridian = Math.toRadians(centralMeridian);
        this.scaledRadius = scale * RADIUS;
        this.falseNorthing = falseNorthing;
        this.falseEasting = falseEasting;
    }

    GridPoint toGrid(GeoPoint point) {
        double conformal = conformal(Math.toRadians(point.latitude()));
        double longitude = Math.toRadians(point.longitude()) - centralMeridian;
        double xi = Math.atan2(Math.tan(conformal), Math.cos(longitude));
        double eta = atanh(Math.cos(conformal) * Math.sin(longitude));
        double north = xi;
        double east = eta;
        for (int i = 0; i < TO_GRID.length; i++) {
            int k = 2 * (i + 1);
            north += TO_GRID[i] * Math.sin(k * xi) * Math.cosh(k * eta);
            east += TO_GRID[i] * Math.cos(k * xi) * Math.sinh(k * eta);
        }
        return new GridPoint(
                scaledRadius * north + falseNorthing, scaledRadius * east + falseEasting);
    }

    GeoPoint toPoint(GridPoint point) {
        double xi = (point.north() - falseNorthing) / scaledRadius;
        double eta = (point.east() - falseEasting) / scaledRadius;
        double north = xi;
        double east = eta;
        for (int i = 0; i < FROM_GRID.length; i++) {
            int k = 2 * (i + 1);
            north -= FROM_GRID[i] * Math.sin(k * xi) * Math.cosh(k * eta);
            east -= FROM_GRID[i] * Math.cos(k * xi) * Math.sinh(k * eta);
        }
        double conformal = Math.asin(Math.sin(north) / Math.cosh(east));
        double longitude = centralMeridian + Math.atan2(Math.sinh(east), Math.cos(north));
        return new GeoPoint(Math.toDegrees(geodetic(conformal)), Math.toDegrees(longitude));
    }

    private static double conformal(double latitude) {
        double sine = Math.sin(latitude);
        return Math.asin(Math.tanh(atanh(sine) - ECCENTRICITY * atanh(ECCENTRICITY * sine)));
    }

    private static double geodetic(double conformal) {
        double isometric = atanh(Math.sin(conformal));
        double sine = Math.sin(conformal);
        for (int i = 0; i < LATITUDE_STEPS; i++) {
            sine = Math.tanh(isometric + ECCENTRICITY * atanh(ECCENTRICITY * sine));
        }
        return Math.asin(sine);
    }

    private static double atanh(double x) {
        return (Math.log1p(x) - Math.log1p(-x)) / 2;
    }
}
