package se.ehealthsdk.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    @Test
    void id_ofAnInstant_isVersion7WithThatInstant() {
        Instant now = Instant.parse("2026-11-22T08:00:00.123Z");

        UUID id = new TimeOrderedIds(Clock.fixed(now, ZoneOffset.UTC)).nextId();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
        assertThat(TimeOrderedIds.next()).hasSize(36);
    }

    @Test
    void ids_whenTheClockStandsStill_growAllTheSame() {
        TimeOrderedIds ids =
                new TimeOrderedIds(Clock.fixed(Instant.EPOCH.plusSeconds(1), ZoneOffset.UTC));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            made.add(ids.nextId().toString());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ids_ofManyThreads_areAllDifferent() {
        Set<String> all = Collections.newSetFromMap(new ConcurrentHashMap<>());

        IntStream.range(0, 50_000).parallel().forEach(i -> all.add(TimeOrderedIds.next()));

        assertThat(all).hasSize(50_000);
    }
}
