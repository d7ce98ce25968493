package se.ehealthsdk.benchmarks.directory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.index.UnitIndex;
import se.ehealthsdk.hsa.unitfile.UnitFile;

/**
 * Holds an index of the file of all units: {@code look <look-ups>} answers with nanoseconds of CPU for each of so many, of random units; {@code
 * bytes any} with what a unit takes beside its texts: as the index counts it, and as the heap grew, and with the bytes of its texts.
 */
public final class IndexProcess {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SEED = 20261122;

    private final UnitIndex index;
    private final long heap;
    private final List<HsaId> ids = new ArrayList<>();
    private final SplittableRandom draw = new SplittableRandom(SEED);
    private long found;

    private IndexProcess(Path file) {
        long before = used();
        index = UnitFile.of(file).index(Instant.EPOCH).including(EntryMark.values());
        heap = used() - before;
    }

    /** Arguments: the file. */
    public static void main(String[] args) throws Exception {
        IndexProcess process = new IndexProcess(Path.of(args[0]));
        try (Entries<UnitEntry> units = process.index.units(UnitSearch.all())) {
            units.forEachRemaining(unit -> process.ids.add(unit.hsaId()));
        }
        Orders.follow(
                "ready",
                order ->
                        order[0].equals("look")
                                ? process.look(Integer.parseInt(order[1]))
                                : process.bytes());
    }

    private String look(int lookups) {
        HsaId[] asked = new HsaId[lookups];
        for (int i = 0; i < lookups; i++) {
            asked[i] = ids.get(draw.nextInt(ids.size()));
        }
        long begin = THREADS.getCurrentThreadCpuTime();
        for (HsaId each : asked) {
            found += index.unit(each).isPresent() ? 1 : 0;
        }
        long spent = THREADS.getCurrentThreadCpuTime() - begin;
        if (found % lookups != 0) {
            throw new IllegalStateException("some were not found");
        }
        return String.format(Locale.ROOT, "%.1f", (double) spent / lookups);
    }

    private String bytes() {
        UnitIndex.MemoryUse use = index.memory();
        return String.format(
                Locale.ROOT,
                "%.1f %.1f %.1f",
                use.bytesPerUnit(),
                (double) (heap - use.textBytes()) / use.units(),
                (double) use.textBytes() / use.units());
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
