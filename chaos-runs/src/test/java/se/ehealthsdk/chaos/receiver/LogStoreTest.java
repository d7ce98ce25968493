package se.ehealthsdk.chaos.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.chaos.Mark;
import se.ehealthsdk.chaos.receiver.StoreLogReader.LogRecord;

class LogStoreTest {

    private static final String ADDRESS = "SE165565594230-1000";

    @TempDir Path folder;

    private final LogStore store = new LogStore(true);

    private static LogRecord good(String id) {
        return new LogRecord(id, new Mark(ADDRESS, false).print(), Mark.filler(id));
    }

    private static LogRecord poison(String id) {
        return new LogRecord(id, new Mark(ADDRESS, true).print(), Mark.filler(id));
    }

    private List<String> report() throws IOException {
        Path file = folder.resolve("report");
        store.writeTo(file);
        return Files.readAllLines(file);
    }

    @Test
    void call_withOneKnownRecord_storesNothing() throws IOException {
        assertThat(store.store(ADDRESS, List.of(good("a")))).isEmpty();

        assertThat(store.store(ADDRESS, List.of(good("b"), good("a")))).isPresent();

        assertThat(report()).containsExactly("stored a");
    }

    @Test
    void call_withOneRecordTwice_storesNothing() throws IOException {
        assertThat(store.store(ADDRESS, List.of(good("a"), good("a")))).isPresent();

        assertThat(report()).isEmpty();
    }

    @Test
    void call_withPoison_storesNothing() throws IOException {
        assertThat(store.store(ADDRESS, List.of(good("a"), poison("b")))).isPresent();

        assertThat(report()).containsExactly("poison b");
    }

    @Test
    void call_of501_isABreach() throws IOException {
        List<LogRecord> tooMany =
                IntStream.range(0, 501).mapToObj(i -> good(Integer.toString(i))).toList();

        assertThat(store.store(ADDRESS, tooMany)).isPresent();

        assertThat(report()).containsExactly("broken a call of 501 records");
    }

    @Test
    void record_toAnotherAddress_isABreach() throws IOException {
        store.store("SE2321000016-LOGG", List.of(good("a")));

        assertThat(report()).contains("broken a came to another address than its own");
    }

    @Test
    void record_withAnothersContent_isABreach() throws IOException {
        LogRecord mixedUp = new LogRecord("a", new Mark(ADDRESS, false).print(), Mark.filler("b"));

        store.store(ADDRESS, List.of(mixedUp));

        assertThat(report()).contains("broken a has been altered");
    }

    @Test
    void refusals_unworded_readAlike() {
        LogStore unworded = new LogStore(false);
        unworded.store(ADDRESS, List.of(good("a")));

        assertThat(unworded.store(ADDRESS, List.of(good("a"))))
                .isPresent()
                .isEqualTo(unworded.store(ADDRESS, List.of(poison("b"))));
    }
}
