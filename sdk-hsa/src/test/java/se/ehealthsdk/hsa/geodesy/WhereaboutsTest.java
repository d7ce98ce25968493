package se.ehealthsdk.hsa.geodesy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {

    @ParameterizedTest
    @CsvSource({
        "Stockholm, 59.3293, 18.0686",
        "Göteborg, 57.7089, 11.9746",
        "Malmö, 55.6050, 13.0038",
        "Helsingborg, 56.0465, 12.6945",
        "Smygehuk, 55.3370, 13.3594",
        "Falsterbo, 55.3836, 12.8166",
        "Ystad, 55.4295, 13.8204",
        "Simrishamn, 55.5565, 14.3500",
        "Karlskrona, 56.1612, 15.5869",
        "Utklippan, 55.9530, 15.7030",
        "Ottenby, 56.1970, 16.3990",
        "Visby, 57.6348, 18.2948",
        "Hoburgen, 56.9210, 18.1260",
        "Fårö, 57.9600, 19.3500",
        "Gotska Sandön, 58.3700, 19.2500",
        "Svenska Högarna, 59.4440, 19.5000",
        "Grisslehamn, 60.1000, 18.8100",
        "Strömstad, 58.9390, 11.1710",
        "Koster, 58.8900, 11.0000",
        "Marstrand, 57.8870, 11.5880",
        "Årjäng, 59.3920, 12.1330",
        "Töcksfors, 59.5090, 11.8430",
        "Charlottenberg, 59.8840, 12.2930",
        "Sysslebäck, 60.7300, 12.8660",
        "Idre, 61.8580, 12.7210",
        "Storlien, 63.3170, 12.0990",
        "Gäddede, 64.5040, 14.1490",
        "Hemavan, 65.8200, 15.0870",
        "Ritsem, 67.7240, 17.4670",
        "Riksgränsen, 68.4260, 18.1270",
        "Abisko, 68.3490, 18.8310",
        "Treriksröset, 69.0600, 20.5480",
        "Karesuando, 68.4410, 22.4790",
        "Pajala, 67.2120, 23.3670",
        "Övertorneå, 66.3880, 23.6700",
        "Haparanda, 65.8350, 24.1370",
        "Luleå, 65.5848, 22.1547",
        "Holmön, 63.7900, 20.8700",
        "Örnsköldsvik, 63.2909, 18.7153",
        "Sundsvall, 62.3908, 17.3069",
        "Östhammar, 60.2590, 18.3710"
    })
    void swedishPlaces_areInSweden_andSwappedAreSaidToBe(
            String place, double latitude, double longitude) {
        assertThat(Whereabouts.of(latitude, longitude)).as(place).isEqualTo(Whereabouts.IN_SWEDEN);
        assertThat(Whereabouts.of(longitude, latitude)).as(place).isEqualTo(Whereabouts.SWAPPED);
        for (SwedishGrid grid : SwedishGrid.values()) {
            GridPoint point = grid.toGrid(new GeoPoint(latitude, longitude));
            assertThat(Whereabouts.of(grid, point)).as(place).isEqualTo(Whereabouts.IN_SWEDEN);
            assertThat(Whereabouts.of(grid, new GridPoint(point.east(), point.north())))
                    .as(place)
                    .isEqualTo(Whereabouts.SWAPPED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Oslo, 59.9139, 10.7522",
        "Trondheim, 63.4305, 10.3951",
        "Mo i Rana, 66.3128, 14.1428",
        "Narvik, 68.4385, 17.4273",
        "Köpenhamn, 55.6761, 12.5683",
        "Rønne, 55.1009, 14.7066",
        "Mariehamn, 60.0973, 19.9348",
        "Åbo, 60.4518, 22.2666",
        "Vasa, 63.0960, 21.6158",
        "Uleåborg, 65.0121, 25.4651",
        "Kolari centrum åt öster, 67.3310, 24.5000",
        "Null Island, 0, 0",
        "Sydpolen, -90, 0"
    })
    void placesAbroad_areOutside(String place, double latitude, double longitude) {
        assertThat(Whereabouts.of(latitude, longitude))
                .as(place)
                .isEqualTo(Whereabouts.OUTSIDE_SWEDEN);
    }

    @Test
    void numbersThatAreNoCoordinates_areOutside() {
        assertThat(Whereabouts.of(Double.NaN, 18)).isEqualTo(Whereabouts.OUTSIDE_SWEDEN);
        assertThat(Whereabouts.of(6581164, 1630250)).isEqualTo(Whereabouts.OUTSIDE_SWEDEN);
        assertThat(Whereabouts.of(SwedishGrid.RT90_2_5_GON_V, new GridPoint(59.3, 18.1)))
                .isEqualTo(Whereabouts.OUTSIDE_SWEDEN);
    }
}
