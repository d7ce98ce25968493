package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.hsa.geodesy.GeoPoint;
import se.ehealthsdk.hsa.geodesy.Whereabouts;

class CoordinatesTest {

    private static final Optional<Coordinates.Rt90> RT90 =
            Optional.of(new Coordinates.Rt90("6581164", "1630250"));
    private static final Optional<Coordinates.Sweref99Grid> GRID =
            Optional.of(new Coordinates.Sweref99Grid("6580822", "674032"));
    private static final GeoPoint CENTRE = new GeoPoint(59.3293, 18.0686);

    @Test
    void point_latitudeAndLongitude_goBeforeTheGrids() {
        var all = new Coordinates(RT90, GRID, Optional.of("57.7089"), Optional.of("11.9746"));

        assertThat(all.point()).contains(new GeoPoint(57.7089, 11.9746));
    }

    @Test
    void point_ofAGrid_liesWhereItShould() {
        assertThat(of(Optional.empty(), GRID).point().orElseThrow().metresTo(CENTRE))
                .isLessThan(1_500);
        assertThat(of(RT90, Optional.empty()).point().orElseThrow().metresTo(CENTRE))
                .isLessThan(3_000);
        assertThat(of(RT90, GRID).point()).isEqualTo(GRID.get().point());
        assertThat(Coordinates.NONE.point()).isEmpty();
    }

    @Test
    void point_unreadableOrHalf_givesWayToTheNext() {
        assertThat(
                        new Coordinates(
                                        RT90,
                                        Optional.empty(),
                                        Optional.of("59.3"),
                                        Optional.empty())
                                .point())
                .isEqualTo(RT90.get().point());
        assertThat(new Coordinates(RT90, GRID, Optional.of("95.0"), Optional.of("18")).point())
                .isEqualTo(GRID.get().point());
    }

    @Test
    void point_thatCannotBeInSweden_yieldsToOneThatCan() {
        Optional<String> north = Optional.of("59.3293");
        Optional<String> east = Optional.of("18.0686");

        assertThat(new Coordinates(RT90, Optional.empty(), east, north).point())
                .isEqualTo(RT90.get().point());
        assertThat(new Coordinates(RT90, GRID, Optional.of("0"), Optional.of("0")).point())
                .isEqualTo(GRID.get().point());
        assertThat(
                        new Coordinates(
                                        Optional.of(new Coordinates.Rt90("5000000", "1500000")),
                                        Optional.empty(),
                                        east,
                                        north)
                                .point())
                .contains(new GeoPoint(18.0686, 59.3293));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "Infinity",
                "0x1p3",
                "6581164d",
                "6 581 164",
                "6581164,0",
                "+6581164",
                "6.5e6",
                "٦٥٨",
                "99999999999",
                "-"
            })
    void textsThatAreNoNumbers_areUnreadable(String text) {
        assertThat(new Coordinates.Rt90(text, "1630250").whereabouts())
                .isEqualTo(Whereabouts.UNREADABLE);
        assertThat(new Coordinates.Rt90("6581164", text).point()).isEmpty();
        assertThat(new Coordinates.Sweref99Grid("6580822", text).whereabouts())
                .isEqualTo(Whereabouts.UNREADABLE);
        var degrees =
                new Coordinates(
                        Optional.empty(), Optional.empty(), Optional.of(text), Optional.of("18"));
        assertThat(degrees.point()).isEmpty();
        assertThat(degrees.whereaboutsOfLatitudeAndLongitude()).contains(Whereabouts.UNREADABLE);
    }

    @Test
    void whereabouts_swapped_isSaid() {
        assertThat(RT90.get().whereabouts()).isEqualTo(Whereabouts.IN_SWEDEN);
        assertThat(GRID.get().whereabouts()).isEqualTo(Whereabouts.IN_SWEDEN);
        assertThat(new Coordinates.Rt90("1630250", "6581164").whereabouts())
                .isEqualTo(Whereabouts.SWAPPED);
        assertThat(new Coordinates.Rt90("1630250", "6581164").point()).isEmpty();
        assertThat(new Coordinates.Rt90("1", "2").whereabouts())
                .isEqualTo(Whereabouts.OUTSIDE_SWEDEN);
        assertThat(
                        new Coordinates(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("18.0686"),
                                        Optional.of("59.3293"))
                                .whereaboutsOfLatitudeAndLongitude())
                .contains(Whereabouts.SWAPPED);
        assertThat(Coordinates.NONE.whereaboutsOfLatitudeAndLongitude()).isEmpty();
    }

    private static Coordinates of(
            Optional<Coordinates.Rt90> rt90, Optional<Coordinates.Sweref99Grid> grid) {
        return new Coordinates(rt90, grid, Optional.empty(), Optional.empty());
    }
}
