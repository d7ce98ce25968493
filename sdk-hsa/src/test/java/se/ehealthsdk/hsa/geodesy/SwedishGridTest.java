package se.ehealthsdk.hsa.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;
import se.ehealthsdk.core.error.InvalidInputException;

class SwedishGridTest {

    private static final double MILLIMETRE = 0.001;
    private static final double MILLIMETRE_IN_DEGREES = 1e-8;

    private static final CRSFactory SYSTEMS = new CRSFactory();
    private static final String LAT_LONG = "+proj=longlat +ellps=GRS80 +no_defs";
    private static final String SWEREF99_TM = "+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs";
    private static final String RT90_ON_GRS80 =
            "+proj=tmerc +lat_0=0 +lon_0=15.80628452944445 +k=1.00000561024 +x_0=1500064.274"
                    + " +y_0=-667.711 +ellps=GRS80 +units=m +no_defs";
    private static final String RT90_ON_BESSEL =
            "+proj=tmerc +lat_0=0 +lon_0=15.8082777778 +k=1 +x_0=1500000 +y_0=0 +ellps=bessel"
                    + " +towgs84=414.1,41.3,603.1,-0.855,2.141,-7.023,0 +units=m +no_defs";

    @Test
    void gaussKruger_lantmaterietsExample_toTheMicrometreAndBack() {
        var projection =
                new GaussKruger(
                        13 + 35 / 60.0 + 7.692 / 3600, 1.00000254, -6_226_307.8640, 84_182.8790);

        GridPoint point = projection.toGrid(new GeoPoint(66, 24));

        assertThat(point.north()).isCloseTo(1_135_809.413803, within(2e-6));
        assertThat(point.east()).isCloseTo(555_304.016555, within(2e-6));
        assertThat(projection.toPoint(point).latitude()).isCloseTo(66, within(1e-11));
        assertThat(projection.toPoint(point).longitude()).isCloseTo(24, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "67 05 26.452769, 21 02 05.101575, 7453389.762, 1727060.905, 7454204.638, 761811.242",
        "63 32 14.761735, 16 14 59.594626, 7047738.415, 1522128.637, 7046077.605, 562140.337",
        "60 09 33.882413, 14 45 28.167152, 6671665.273, 1441843.186, 6669189.376, 486557.055",
        "56 21 17.199245, 13 52 23.754022, 6249111.351, 1380573.079, 6246136.458, 430374.835"
    })
    void lantmaterietsControlPoints_inBothGrids_agreeToTheMillimetre(
            String latitude, String longitude, double x, double y, double n, double e) {
        var point = new GeoPoint(degrees(latitude), degrees(longitude));

        same(SwedishGrid.RT90_2_5_GON_V.toGrid(point), x, y, MILLIMETRE);
        same(SwedishGrid.SWEREF99_TM.toGrid(point), n, e, MILLIMETRE);
        same(SwedishGrid.RT90_2_5_GON_V.toPoint(new GridPoint(x, y)), point);
        same(SwedishGrid.SWEREF99_TM.toPoint(new GridPoint(n, e)), point);
    }

    @Test
    void allOverSweden_anIndependentLibrary_saysTheSame() {
        CoordinateTransform sweref = transform(LAT_LONG, SWEREF99_TM);
        CoordinateTransform rt90 = transform(LAT_LONG, RT90_ON_GRS80);
        CoordinateTransform bessel = transform(LAT_LONG + " +towgs84=0,0,0", RT90_ON_BESSEL);
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var point =
                    new GeoPoint(55 + 14.5 * random.nextDouble(), 10.5 + 14 * random.nextDouble());
            ProjCoordinate tm = apply(sweref, point);
            ProjCoordinate direct = apply(rt90, point);
            ProjCoordinate classic = apply(bessel, point);

            same(SwedishGrid.SWEREF99_TM.toGrid(point), tm.y, tm.x, MILLIMETRE);
            same(SwedishGrid.RT90_2_5_GON_V.toGrid(point), direct.y, direct.x, MILLIMETRE);
            same(SwedishGrid.RT90_2_5_GON_V.toGrid(point), classic.y, classic.x, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void toGridAndBack_isTheSamePoint(SwedishGrid grid) {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var point =
                    new GeoPoint(55 + 14.5 * random.nextDouble(), 10.5 + 14 * random.nextDouble());

            same(grid.toPoint(grid.toGrid(point)), point);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1630250, 6581164",
        "-1, 1500000",
        "9500001, 1500000",
        "NaN, 1500000",
        "6581164, NaN",
        "Infinity, 1500000"
    })
    void toPoint_farOutsideTheGrid_isRefused(double north, double east) {
        var point = new GridPoint(north, east);

        assertThat(SwedishGrid.RT90_2_5_GON_V.tryToPoint(point)).isEmpty();
        assertThatThrownBy(() -> SwedishGrid.RT90_2_5_GON_V.toPoint(point))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("gridPoint");
    }

    private static CoordinateTransform transform(String from, String to) {
        return new CoordinateTransformFactory()
                .createTransform(
                        SYSTEMS.createFromParameters("from", from),
                        SYSTEMS.createFromParameters("to", to));
    }

    private static ProjCoordinate apply(CoordinateTransform transform, GeoPoint point) {
        return transform.transform(
                new ProjCoordinate(point.longitude(), point.latitude()), new ProjCoordinate());
    }

    private static void same(GridPoint point, double north, double east, double metres) {
        assertThat(point.north()).isCloseTo(north, within(metres));
        assertThat(point.east()).isCloseTo(east, within(metres));
    }

    private static void same(GeoPoint point, GeoPoint other) {
        assertThat(point.latitude()).isCloseTo(other.latitude(), within(MILLIMETRE_IN_DEGREES));
        assertThat(point.longitude())
                .isCloseTo(other.longitude(), within(2 * MILLIMETRE_IN_DEGREES));
    }

    private static double degrees(String text) {
        String[] parts = text.split(" ");
        return Integer.parseInt(parts[0])
                + Integer.parseInt(parts[1]) / 60.0
                + Double.parseDouble(parts[2]) / 3600;
    }
}
