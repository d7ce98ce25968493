package se.ehealthsdk.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPatienceTest {

    private final ErrorPatience patience = new ErrorPatience();
    private final List<Integer> parked = new ArrayList<>();
    private int delivered;
    private int calls;
    private int pauses;

    @Test
    void errors_untilPatienceEnds_areTheServicesOwn() {
        assertThat(patience.isRefusal(500)).isFalse();
        assertThat(patience.isRefusal(500)).isFalse();
        assertThat(patience.isRefusal(500)).isTrue();
    }

    @Test
    void errors_withAcceptedCallsBetween_neverEndPatience() {
        for (int i = 0; i < 100; i++) {
            assertThat(patience.isRefusal(500)).isFalse();
            patience.accepted();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 249, 250, 499})
    void record_atFaultInAFullCall_isFoundAndTheRestDelivered(int bad) {
        deliver(500, bad, Integer.MAX_VALUE, 100);

        assertThat(parked).containsExactly(bad);
        assertThat(delivered).isEqualTo(499);
        assertThat(calls).isLessThan(30);
        assertThat(pauses).isEqualTo(2);
    }

    @Test
    void record_atFaultAlone_isParkedAfterPatience() {
        deliver(1, 0, Integer.MAX_VALUE, 100);

        assertThat(parked).containsExactly(0);
        assertThat(calls).isEqualTo(ErrorPatience.PATIENCE);
    }

    @Test
    void service_inTroubleForADay_parksNoBacklog() {
        // 720 pauses of 2 min are a day
        deliver(100_000, -1, 0, 720);

        assertThat(delivered).isZero();
        assertThat(parked).hasSizeLessThanOrEqualTo(720 / 2);
    }

    /** Delivers as the engine does: 500 at a time, a refused call in halves, a failed one again after a pause. */
    private void deliver(int records, int bad, int acceptedCalls, int maxPauses) {
        Deque<List<Integer>> batches = new ArrayDeque<>();
        for (int from = 0; from < records; from += 500) {
            batches.add(IntStream.range(from, Math.min(records, from + 500)).boxed().toList());
        }
        while (!batches.isEmpty() && pauses < maxPauses) {
            List<Integer> batch = batches.removeFirst();
            calls++;
            boolean error = batch.contains(bad) || calls > acceptedCalls;
            if (!error) {
                patience.accepted();
                delivered += batch.size();
            } else if (!patience.isRefusal(batch.size())) {
                pauses++;
                batches.addFirst(batch);
            } else if (batch.size() == 1) {
                parked.addAll(batch);
            } else {
                batches.addFirst(batch.subList(batch.size() / 2, batch.size()));
                batches.addFirst(batch.subList(0, batch.size() / 2));
            }
        }
    }
}
