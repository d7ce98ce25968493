package se.ehealthsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.testkit.Exchange.Outcome;

class JournalTest {

    private static final String LARGE = "x".repeat(Exchange.MAX_BYTES);

    private final Journal journal = new Journal();

    @Test
    void journal_ofLargeMessages_keepsFewer_andTheLast() {
        for (int status = 1; status <= 200; status++) {
            journal.add(exchange(status, LARGE));
        }

        assertThat(journal.exchanges()).hasSizeBetween(50, 100);
        assertThat(journal.last().orElseThrow().status()).isEqualTo(200);
    }

    @Test
    void journal_cleared_takesAsManyAgain() {
        journal.add(exchange(1, LARGE));
        journal.clear();
        for (int status = 1; status <= 80; status++) {
            journal.add(exchange(status, LARGE));
        }

        assertThat(journal.exchanges()).hasSize(80);
    }

    @Test
    void journal_ofSmallMessages_keepsItsCapacity() {
        for (int status = 1; status <= Journal.CAPACITY + 5; status++) {
            journal.add(exchange(status, "small"));
        }

        assertThat(journal.exchanges()).hasSize(Journal.CAPACITY);
        assertThat(journal.exchanges().get(0).status()).isEqualTo(6);
    }

    private static Exchange exchange(int status, String request) {
        return new Exchange(
                1,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                request,
                status,
                Map.of(),
                "",
                Outcome.ANSWERED,
                Optional.empty(),
                List.of());
    }
}
