package se.ehealthsdk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests are skipped with the reason, or fail, but never just vanish. */
class ChromiumConditionTest {

    @Test
    void chromium_missing_isTheReasonForSkipping() {
        var result = ChromiumCondition.decide(List.of("chromedriver"), false);

        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason().orElseThrow()).contains("chromedriver", "apt-get install");
    }

    @Test
    void chromium_missingWhereItIsNeeded_isAFailure() {
        assertThatThrownBy(() -> ChromiumCondition.decide(List.of("chromium"), true))
                .hasMessageContaining("CI_NEEDS_CHROMIUM")
                .hasMessageContaining("chromium");
    }

    @Test
    void chromium_there_isEnough() {
        assertThat(ChromiumCondition.decide(List.of(), true).isDisabled()).isFalse();
    }

    @Test
    void insisting_byEnvironmentOrProperty_theNearerWins() {
        assertThat(ChromiumCondition.insists(null, null)).isFalse();
        assertThat(ChromiumCondition.insists("true", null)).isTrue();
        assertThat(ChromiumCondition.insists("1", null)).isTrue();
        assertThat(ChromiumCondition.insists("false", null)).isFalse();
        assertThat(ChromiumCondition.insists("true", "false")).isFalse();
        assertThat(ChromiumCondition.insists(null, "true")).isTrue();
    }
}
