package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;

class PendingLoginsTest {

    private final TestClock clock = new TestClock();

    private void put(PendingLogins logins, String state) {
        logins.put(state, "login " + state, clock.instant().plusSeconds(60));
    }

    @Test
    void login_isTakenOnce() {
        PendingLogins logins = PendingLogins.inMemory(10, clock);
        put(logins, "a");

        assertThat(logins.wasTaken("a")).isFalse();
        assertThat(logins.take("a")).contains("login a");
        assertThat(logins.take("a")).isEmpty();
        assertThat(logins.wasTaken("a")).isTrue();
        assertThat(logins.take("b")).isEmpty();
        assertThat(logins.wasTaken("b")).isFalse();
    }

    @Test
    void login_isTakenOnce_byManyThreads() throws Exception {
        PendingLogins logins = PendingLogins.inMemory(10, clock);
        put(logins, "a");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<String>>> takers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                takers.add(() -> logins.take("a"));
            }
            int taken = 0;
            for (Future<Optional<String>> each : threads.invokeAll(takers)) {
                taken += each.get().isPresent() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void memory_isLimited_andTheOldestGo() {
        PendingLoginsInMemory logins = new PendingLoginsInMemory(3, clock);
        for (String state : List.of("a", "b", "c", "d", "e")) {
            put(logins, state);
        }

        assertThat(logins.size()).isEqualTo(3);
        assertThat(logins.take("b")).isEmpty();
        assertThat(logins.take("c")).isPresent();
    }

    @Test
    void expired_areForgotten() {
        PendingLoginsInMemory logins = new PendingLoginsInMemory(10, clock);
        put(logins, "a");
        put(logins, "b");
        clock.advance(Duration.ofSeconds(60));
        put(logins, "c");

        assertThat(logins.size()).isEqualTo(1);
        assertThat(logins.toString()).isEqualTo("PendingLogins[1]");
    }

    @Test
    void limit_isPositive() {
        assertThatThrownBy(() -> PendingLogins.inMemory(0, clock))
                .isInstanceOf(InvalidInputException.class);
    }
}
