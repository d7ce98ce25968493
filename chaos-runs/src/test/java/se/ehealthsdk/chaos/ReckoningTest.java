package se.ehealthsdk.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.outbox.KeptItem.State;

class ReckoningTest {

    private final Reckoning reckoning = new Reckoning();

    @Test
    void record_atReceiverInOutboxOrParked_isNotLost() {
        reckoning.stored("a");
        reckoning.kept("a", State.DELIVERED);
        reckoning.kept("b", State.PENDING);
        reckoning.kept("c", State.IN_DELIVERY);
        reckoning.kept("d", State.PARKED);

        Tally tally = reckoning.of(Set.of("a", "b", "c", "d"), Set.of());

        assertThat(tally.isClean()).isTrue();
        assertThat(tally.line())
                .isEqualTo("acknowledged=4 delivered=1 pending=2 parked=1 lost=0 doubled=0");
    }

    @Test
    void record_nowhere_isLost() {
        assertThat(reckoning.of(Set.of("a"), Set.of()).lost()).isEqualTo(1);
    }

    @Test
    void record_deliveredByTheOutboxOnly_isLost() {
        reckoning.kept("a", State.DELIVERED);

        Tally tally = reckoning.of(Set.of("a"), Set.of());

        assertThat(tally.lost()).isEqualTo(1);
        assertThat(tally.isClean()).isFalse();
    }

    @Test
    void record_assumedDeliveredButNotThere_isLost() {
        reckoning.kept("a", State.ASSUMED_DELIVERED);

        assertThat(reckoning.of(Set.of("a"), Set.of()).lost()).isEqualTo(1);
    }

    @Test
    void poison_assumedDelivered_isPending() {
        reckoning.kept("a", State.ASSUMED_DELIVERED);
        reckoning.poison("a");

        Tally tally = reckoning.of(Set.of("a"), Set.of());

        assertThat(tally.lost()).isZero();
        assertThat(tally.pending()).isEqualTo(1);
    }

    @Test
    void record_twiceAtReceiver_isDoubledAlsoWhenNotAcknowledged() {
        reckoning.stored("a");
        reckoning.stored("a");

        Tally tally = reckoning.of(Set.of(), Set.of());

        assertThat(tally.doubled()).isEqualTo(1);
        assertThat(tally.isClean()).isFalse();
    }

    @Test
    void record_parkedAndStored_isNotClean() {
        reckoning.stored("a");
        reckoning.kept("a", State.PARKED);

        Tally tally = reckoning.of(Set.of("a"), Set.of());

        assertThat(tally.parkedButStored()).isEqualTo(1);
        assertThat(tally.isClean()).isFalse();
    }

    @Test
    void record_rolledBackButThere_isNotClean() {
        reckoning.kept("a", State.PENDING);

        Tally tally = reckoning.of(Set.of(), Set.of("a"));

        assertThat(tally.ghosts()).isEqualTo(1);
        assertThat(tally.isClean()).isFalse();
    }
}
