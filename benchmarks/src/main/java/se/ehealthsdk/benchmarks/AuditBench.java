package se.ehealthsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import se.ehealthsdk.benchmarks.audit.KeeperProcess;
import se.ehealthsdk.benchmarks.audit.OutboxProcess;

/**
 * The outbox of the access log: durable appends beside a JMS broker and the bare disk, how quickly it
 * drains, and whether a backlog slows it. All that is compared takes turns, each in a JVM of its own, as in
 * {@link TakingTurns}.
 */
final class AuditBench {

    private static final int SEED = 20261122;
    private static final String JARS = "audit";
    private static final String SQLITE = "sqlite";
    private static final String POSTGRESQL = "postgresql";
    private static final String ARTEMIS = "artemis";
    private static final String FLOOR = "floor";
    private static final String TYPICAL_BYTES = "1300";
    private static final String SMALL_BYTES = "200";
    private static final int BACKLOG_HEAP_MIB = 256;

    private final boolean quick;
    private final Path folder;
    private final Figures figures;
    private final PrintStream out;
    private final Random draw = new Random(SEED);

    AuditBench(boolean quick, Path folder, Figures figures, PrintStream out) {
        this.quick = quick;
        this.folder = folder;
        this.figures = figures;
        this.out = out;
    }

    /** Measures, prints tables and notes the figures. */
    void run() throws IOException {
        delete();
        try {
            appends();
            delete();
            drain();
            delete();
            backlog();
        } finally {
            delete();
        }
    }

    /** A contender with so many threads. */
    private record Turn(String who, int threads) {}

    private void appends() {
        List<Turn> turns = new ArrayList<>();
        for (int threads : new int[] {1, 16, 64}) {
            for (String who : List.of(SQLITE, ARTEMIS, FLOOR)) {
                turns.add(new Turn(who, threads));
            }
        }
        turns.add(new Turn(POSTGRESQL, 16));
        Map<Turn, double[]> series =
                takeTurns(KeeperProcess.class, turns, quick ? 4 : 15, quick ? 500 : 1_500);

        out.printf(
                "%naudit.append: durable appends in a second, %s bytes each, by threads%n",
                TYPICAL_BYTES);
        for (Turn turn : turns) {
            Spread rate = Spread.of(of(series, turn));
            figures.put("audit.append" + turn.threads() + "." + turn.who() + ".per_second", rate);
            out.printf("  %-12s %3d threads %s%n", turn.who(), turn.threads(), whole(rate));
        }
        for (int threads : new int[] {1, 16, 64}) {
            for (String other : List.of(ARTEMIS, FLOOR)) {
                Spread ratio =
                        Spread.ofRatios(
                                of(series, new Turn(SQLITE, threads)),
                                of(series, new Turn(other, threads)));
                figures.put("audit.append" + threads + ".vs_" + other, ratio);
                out.printf("  %s / %s, %d threads: %s%n", SQLITE, other, threads, ratio(ratio));
            }
        }
    }

    private static double[] of(Map<Turn, double[]> series, Turn turn) {
        return requireNonNull(series.get(turn));
    }

    private Map<Turn, double[]> takeTurns(Class<?> main, List<Turn> turns, int rounds, int millis) {
        Map<String, ChildJvm> processes = new LinkedHashMap<>();
        Map<Turn, double[]> series = new LinkedHashMap<>();
        try {
            for (Turn turn : turns) {
                series.put(turn, new double[rounds]);
                ChildJvm process = processes.computeIfAbsent(turn.who(), who -> keeper(main, who));
                process.ask(turn.threads() + " " + 2 * millis); // warms up
            }
            List<Turn> order = new ArrayList<>(turns);
            for (int round = 0; round < rounds; round++) {
                Collections.shuffle(order, draw);
                for (Turn turn : order) {
                    ChildJvm process = requireNonNull(processes.get(turn.who()));
                    of(series, turn)[round] = number(process, turn.threads() + " " + millis);
                }
            }
        } finally {
            processes.values().forEach(ChildJvm::close);
        }
        return series;
    }

    private ChildJvm keeper(Class<?> main, String who) {
        ChildJvm process = ChildJvm.start(JARS, main, who, folder.resolve(who).toString());
        process.readLine();
        return process;
    }

    private void drain() {
        int records = quick ? 20_000 : 100_000;
        int rounds = quick ? 3 : 9;
        out.printf("%naudit.drain: delivered in a second, receiver in the same process, no pace%n");
        for (String store : List.of(SQLITE, POSTGRESQL)) {
            double[] rates = new double[rounds];
            try (ChildJvm process = outbox(store, store, TYPICAL_BYTES, 512)) {
                for (int round = -1; round < rounds; round++) { // the first warms up
                    process.ask("fill " + records);
                    double rate = Double.parseDouble(process.ask("deliver " + records));
                    if (round >= 0) {
                        rates[round] = rate;
                    }
                }
            }
            Spread rate = Spread.of(rates);
            figures.put(
                    store.equals(SQLITE)
                            ? "audit.drain.per_second"
                            : "audit.drain." + store + ".per_second",
                    rate);
            out.printf("  %-12s %s%n", store, whole(rate));
        }
    }

    private void backlog() {
        int records = quick ? 1_000_000 : 10_000_000;
        int rounds = quick ? 5 : 15;
        int delivered = quick ? 10_000 : 20_000;
        String append = "append 16 " + (quick ? 500 : 1_500);
        double[] appendRatios = new double[rounds];
        double[] claimRatios = new double[rounds];
        try (ChildJvm empty = outbox(SQLITE, "empty", SMALL_BYTES, BACKLOG_HEAP_MIB);
                ChildJvm full = outbox(SQLITE, "full", SMALL_BYTES, BACKLOG_HEAP_MIB)) {
            out.printf(
                    "%naudit.backlog: %d records of %s bytes waiting against next to none; heap at"
                            + " most %d MiB%n",
                    records, SMALL_BYTES, BACKLOG_HEAP_MIB);
            out.printf("  filled at %s records/s%n", full.ask("fill " + records));
            for (int round = -2; round < rounds; round++) { // the first two warm up
                boolean emptyFirst = draw.nextBoolean();
                double appendsFirst = number(emptyFirst ? empty : full, append);
                double appendsSecond = number(emptyFirst ? full : empty, append);
                empty.ask("fill " + 2 * delivered);
                double claimsFirst = number(emptyFirst ? empty : full, "deliver " + delivered);
                double claimsSecond = number(emptyFirst ? full : empty, "deliver " + delivered);
                empty.ask("drain");
                if (round >= 0) {
                    appendRatios[round] =
                            emptyFirst
                                    ? appendsSecond / appendsFirst
                                    : appendsFirst / appendsSecond;
                    claimRatios[round] =
                            emptyFirst ? claimsSecond / claimsFirst : claimsFirst / claimsSecond;
                }
            }
            double heap = Double.parseDouble(full.ask("heap"));
            figures.put("audit.backlog.heap_mib", heap);
            out.printf(Locale.ROOT, "  heap in use beside the backlog: %.0f MiB%n", heap);
        }
        Spread appends = Spread.of(appendRatios);
        Spread claims = Spread.of(claimRatios);
        figures.put("audit.backlog.append_vs_empty", appends);
        figures.put("audit.backlog.claim_vs_empty", claims);
        figures.put(
                "audit.backlog.rate_vs_empty",
                appends.median() < claims.median() ? appends : claims);
        out.printf("  appends with backlog / without: %s%n", ratio(appends));
        out.printf("  claims with backlog / without: %s%n", ratio(claims));
    }

    private ChildJvm outbox(String store, String name, String bytes, int heapMib) {
        ChildJvm process =
                ChildJvm.start(
                        JARS,
                        heapMib,
                        OutboxProcess.class,
                        store,
                        folder.resolve(name).toString(),
                        bytes);
        process.readLine();
        return process;
    }

    private static double number(ChildJvm process, String order) {
        return Double.parseDouble(process.ask(order));
    }

    private void delete() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private static String whole(Spread rate) {
        return String.format(Locale.ROOT, "%8.0f (%.0f-%.0f)", rate.median(), rate.q1(), rate.q3());
    }

    private static String ratio(Spread ratio) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f-%.2f)", ratio.median(), ratio.q1(), ratio.q3());
    }
}
