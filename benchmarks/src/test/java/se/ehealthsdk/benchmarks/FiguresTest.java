package se.ehealthsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void json_isOneFlatObject_withPointsWhateverTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("sv-SE"));
        try {
            Figures figures = new Figures();
            figures.put("rivta.call.vs_cxf_best", new Spread(1.5, 1.75, 2));
            figures.put("rivta.connections", 1);
            assertThat(figures.json())
                    .isEqualTo(
                            """
                            {
                              "rivta.call.vs_cxf_best": 1.7500,
                              "rivta.call.vs_cxf_best.q1": 1.5000,
                              "rivta.call.vs_cxf_best.q3": 2.0000,
                              "rivta.connections": 1.0000
                            }
                            """);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void spread_partThatDidNotRun_isLeftOut() {
        assertThat(new Figures().spread("rivta.call.vs_cxf_best")).isEmpty();
        assertThat(new Figures().json()).doesNotContain("rivta");
    }

    @Test
    void goal_isMetOnItsLimit_andNotBeyond() {
        Goal atLeast = new Goal("a", true, 1.5);
        assertThat(atLeast.isMetBy(1.5)).isTrue();
        assertThat(atLeast.isMetBy(1.49)).isFalse();
        Goal atMost = new Goal("b", false, 0.5);
        assertThat(atMost.isMetBy(0.5)).isTrue();
        assertThat(atMost.isMetBy(0.51)).isFalse();
    }
}
