package se.ehealthsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static List<String> some(Ids ids) {
        return Stream.generate(ids::next).limit(50).toList();
    }

    @Test
    void next_sameSeed_givesTheSameIdsInTheSameOrder() {
        assertThat(some(Ids.seeded(7))).isEqualTo(some(Ids.seeded(7)));
    }

    @Test
    void next_otherSeeds_shareNoId() {
        assertThat(
                        IntStream.range(-100, 100)
                                .boxed()
                                .flatMap(seed -> some(Ids.seeded(seed)).stream()))
                .doesNotHaveDuplicates();
        assertThat(some(Ids.random())).doesNotContainAnyElementsOf(some(Ids.random()));
    }

    @Test
    void next_each_isAUuidOfVersion4() {
        assertThat(some(Ids.seeded(-1)))
                .map(UUID::fromString)
                .allMatch(each -> each.version() == 4 && each.variant() == 2);
    }

    @Test
    void reset_withSeed_beginsAgain() {
        Ids ids = Ids.seeded(3);
        List<String> first = some(ids);

        ids.reset();

        assertThat(some(ids)).isEqualTo(first);
    }

    @Test
    void next_fromManyThreads_neverTheSameTwice() throws Exception {
        Ids ids = Ids.seeded(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<String>> taking = () -> Stream.generate(ids::next).limit(5_000).toList();
            Stream.Builder<String> all = Stream.builder();
            for (Future<List<String>> each :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> taking).toList())) {
                each.get().forEach(all);
            }
            assertThat(all.build()).hasSize(40_000).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void during_sameSeed_givesTheSameIdsWhateverElseIsTaken() {
        Ids ids = Ids.seeded(1);
        List<String> first = ids.during(5, () -> some(ids));
        String common = ids.next();

        assertThat(ids.during(5, () -> some(ids))).isEqualTo(first).doesNotContain(common);
        assertThat(ids.next()).isNotIn(first);
    }
}
