package se.ehealthsdk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryOptionsTest {

    @Test
    void copy_oneOptionChanged_leavesTheOriginalAndTheOthers() {
        DeliveryOptions changed = DeliveryOptions.DEFAULT.maxAge(Duration.ofSeconds(3)).workers(4);
        assertThat(DeliveryOptions.DEFAULT.maxAge()).isEqualTo(Duration.ofSeconds(10));
        assertThat(DeliveryOptions.DEFAULT.workers()).isEqualTo(1);
        assertThat(changed.maxAge()).isEqualTo(Duration.ofSeconds(3));
        assertThat(changed.workers()).isEqualTo(4);
        assertThat(changed.callsPerSecond()).isEqualTo(1);
        assertThat(changed.lease()).isEqualTo(Duration.ofMinutes(3));
    }

    static Stream<UnaryOperator<DeliveryOptions>> refused() {
        Duration second = Duration.ofSeconds(1);
        return Stream.of(
                it -> it.maxAge(Duration.ofMillis(-1)),
                it -> it.callsPerSecond(0),
                it -> it.callsPerSecond(-1),
                it -> it.callsPerSecond(Double.NaN),
                it -> it.workers(0),
                it -> it.workers(65),
                it -> it.lease(Duration.ZERO),
                it -> it.backoff(Duration.ZERO, second),
                it -> it.backoff(second, Duration.ofMillis(999)),
                it -> it.blockedPause(Duration.ZERO),
                it -> it.heldPause(Duration.ofSeconds(-1)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void option_outsideItsBounds_isRefusedWithARemedy(UnaryOperator<DeliveryOptions> change) {
        assertThatThrownBy(() -> change.apply(DeliveryOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        refused -> {
                            assertThat(refused.kind())
                                    .isEqualTo(OutboxException.Kind.CONFIGURATION);
                            assertThat(refused.remedy()).startsWith("Set ");
                        });
    }

    @Test
    void parkingIsOrdinary_isNotUnlessSaid() {
        assertThat(DeliveryOptions.DEFAULT.parkingIsOrdinary()).isFalse();
        assertThat(DeliveryOptions.DEFAULT.parkingIsOrdinary(true).parkingIsOrdinary()).isTrue();
        assertThat(DeliveryOptions.DEFAULT.parkingIsOrdinary()).isFalse();
    }

    @Test
    void verdicts_toString_holdNothingOfTheAnswer() {
        String answer = "191212121212";
        assertThat(new Verdict.Refused(Verdict.Cause.OTHER, answer))
                .asString()
                .doesNotContain(answer);
        assertThat(new Verdict.Accepted(answer)).asString().doesNotContain(answer);
    }

    @Test
    void figures_oldestAppendedInTheFuture_haveNoNegativeAge() {
        Instant now = Instant.parse("2026-03-01T08:00:00Z");
        Figures figures = new Figures(1, 2, 3, 4, 5, 6, Optional.of(now.plusSeconds(5)));
        assertThat(figures.oldestAge(now)).isZero();
        assertThat(figures.oldestAge(now.plusSeconds(8))).isEqualTo(Duration.ofSeconds(3));
        assertThat(figures.undelivered()).isEqualTo(10);
    }
}
