package se.ehealthsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void of_oddSeriesInAnyOrder_givesTheMiddleAndTheQuartiles() {
        assertThat(Spread.of(5, 1, 4, 2, 3)).isEqualTo(new Spread(2, 3, 4));
    }

    @Test
    void of_evenSeries_interpolates() {
        assertThat(Spread.of(1, 2, 3, 4)).isEqualTo(new Spread(1.75, 2.5, 3.25));
    }

    @Test
    void of_oneValue_isThatValueThreeTimes() {
        assertThat(Spread.of(7)).isEqualTo(new Spread(7, 7, 7));
    }

    @Test
    void of_seriesIsLeftAsItWas() {
        double[] series = {3, 1, 2};
        Spread.of(series);
        assertThat(series).containsExactly(3, 1, 2);
    }

    @Test
    void ofRatios_isTheMedianOfTheRatiosAndNotTheRatioOfTheMedians() {
        // Everything took ten times as long in the last round; the ratio within it is still 2.
        double[] theirs = {2, 4, 60};
        double[] ours = {1, 1, 30};
        assertThat(Spread.ofRatios(theirs, ours)).isEqualTo(new Spread(2, 2, 3));
    }

    @Test
    void ofRatios_seriesOfDifferentLength_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.ofRatios(new double[] {1, 2}, new double[] {1}));
    }

    @Test
    void of_emptySeries_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(Spread::of);
    }
}
