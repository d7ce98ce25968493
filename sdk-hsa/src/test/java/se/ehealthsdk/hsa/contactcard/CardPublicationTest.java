package se.ehealthsdk.hsa.contactcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.Unit;

class CardPublicationTest {

    /** Times are Swedish: +2 in June, +1 in January. */
    @ParameterizedTest
    @CsvSource({
        // well before the file is made at about 10:00
        "2026-06-01T09:00:00+02:00, 2026-06-01T11:30:00+02:00, 2026-06-01T11:30:00+02:00",
        // half an hour around it, either import
        "2026-06-01T09:30:00+02:00, 2026-06-01T11:30:00+02:00, 2026-06-01T11:30:00+02:00",
        "2026-06-01T09:31:00+02:00, 2026-06-01T11:30:00+02:00, 2026-06-01T15:30:00+02:00",
        "2026-06-01T10:30:00+02:00, 2026-06-01T11:30:00+02:00, 2026-06-01T15:30:00+02:00",
        "2026-06-01T10:31:00+02:00, 2026-06-01T15:30:00+02:00, 2026-06-01T15:30:00+02:00",
        // after the last file of the day
        "2026-06-01T23:00:00+02:00, 2026-06-02T11:30:00+02:00, 2026-06-02T11:30:00+02:00",
        "2026-01-31T21:45:00+01:00, 2026-02-01T11:30:00+01:00, 2026-02-01T11:30:00+01:00",
        // the nights when the clocks change: the imports keep their hour
        "2026-03-28T22:00:00+01:00, 2026-03-29T11:30:00+02:00, 2026-03-29T11:30:00+02:00",
        "2026-03-29T09:15:00+02:00, 2026-03-29T11:30:00+02:00, 2026-03-29T11:30:00+02:00",
        "2026-10-24T22:00:00+02:00, 2026-10-25T11:30:00+01:00, 2026-10-25T11:30:00+01:00",
        "2026-10-25T02:30:00+02:00, 2026-10-25T11:30:00+01:00, 2026-10-25T11:30:00+01:00",
        "2026-10-25T02:30:00+01:00, 2026-10-25T11:30:00+01:00, 2026-10-25T11:30:00+01:00"
    })
    void hsa_isSeenAfterTheImportOfAFileMadeLater(
            OffsetDateTime changed, OffsetDateTime earliest, OffsetDateTime latest) {
        CardPublication seen = CardPublication.visibleAfter(changed.toInstant(), CardFeed.HSA);

        assertThat(seen.earliest()).isEqualTo(earliest.toInstant());
        assertThat(seen.latest()).isEqualTo(latest.toInstant());
    }

    @Test
    void unitShownOnTheInternet_isNotifiedAtOnce() {
        Instant changed = Instant.parse("2026-06-01T07:00:00Z");
        for (String destination : new String[] {"03", "04"}) {
            Unit unit = Unit.builder(CardUnits.ID).destinationIndicator(destination).build();
            CardPublication seen = CardPublication.visibleAfter(changed, unit);

            assertThat(seen.earliest()).isEqualTo(changed);
            assertThat(seen.latest()).isEqualTo(Instant.parse("2026-06-01T09:30:00Z"));
            assertThat(seen.explanation())
                    .contains("within minutes", "2026-06-01 11:30", "2026-09");
        }
    }

    @Test
    void unitShownElsewhere_waitsForTheImport() {
        Instant changed = Instant.parse("2026-06-01T07:00:00Z");
        Unit unit = Unit.builder(CardUnits.ID).destinationIndicator("02").build();

        CardPublication seen = CardPublication.visibleAfter(changed, unit);

        assertThat(seen.earliest()).isEqualTo(Instant.parse("2026-06-01T09:30:00Z"));
        assertThat(seen.explanation()).doesNotContain("notifies").contains("about 90 minutes");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T07:59:59Z, 2026-06-01T08:00:00Z",
        "2026-06-01T08:00:00Z, 2026-06-01T08:00:00Z",
        "2026-06-01T08:00:01Z, 2026-06-01T12:00:00Z",
        "2026-06-01T21:00:01Z, 2026-06-02T08:00:00Z",
        "2026-10-24T21:00:01Z, 2026-10-25T09:00:00Z"
    })
    void vaccinera_isSeenAfterTheNextFetch(Instant changed, Instant seen) {
        CardPublication publication = CardPublication.visibleAfter(changed, CardFeed.VACCINERA);

        assertThat(publication.earliest()).isEqualTo(seen);
        assertThat(publication.latest()).isEqualTo(seen);
    }

    @Test
    void times_canBeReplaced_andAreSorted() {
        CardFeed ours =
                CardFeed.HSA
                        .withTimes(LocalTime.of(18, 0), LocalTime.of(6, 0))
                        .withAge(Duration.ZERO, Duration.ZERO)
                        .knownAs(YearMonth.of(2027, 1), "a letter");

        assertThat(ours.times()).containsExactly(LocalTime.of(6, 0), LocalTime.of(18, 0));
        CardPublication seen =
                CardPublication.visibleAfter(Instant.parse("2026-06-01T05:00:00Z"), ours);
        assertThat(seen.latest()).isEqualTo(Instant.parse("2026-06-01T16:00:00Z"));
        assertThat(seen.explanation()).contains("06:00, 18:00", "2027-01");
    }

    @Test
    void fetchInTheHourThatDoesNotExist_isAnHourLater() {
        CardFeed night = CardFeed.VACCINERA.withTimes(LocalTime.of(2, 30));

        assertThat(
                        CardPublication.visibleAfter(Instant.parse("2026-03-28T12:00:00Z"), night)
                                .latest())
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void feedWithoutTimes_orWithAnAgeThatIsNone_isRefused() {
        assertThatThrownBy(CardFeed.HSA::withTimes).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CardFeed.HSA.withAge(Duration.ofHours(-1), Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CardFeed.HSA.withAge(Duration.ZERO, Duration.ofDays(2)))
                .isInstanceOf(InvalidInputException.class);
    }
}
