package se.ehealthsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import se.ehealthsdk.benchmarks.directory.CountryProcess;
import se.ehealthsdk.benchmarks.directory.FileProcess;
import se.ehealthsdk.benchmarks.directory.IndexProcess;
import se.ehealthsdk.benchmarks.directory.LookupProcess;
import se.ehealthsdk.benchmarks.directory.StreamProcess;
import se.ehealthsdk.testpki.TestPki;

/**
 * A made-up country's directory, 300 000 units and 700 000 people: streamed over LDAPS beside the bare LDAP library, looked up
 * in, read from its file beside bare StAX, and kept in an index. Each contender has a JVM of its own, and they take turns.
 */
final class DirectoryBench {

    private static final int SEED = 20261122;
    private static final String JARS = "directory";
    private static final String SDK = "sdk";
    private static final String BARE = "bare";
    private static final String ENTRIES = "entries";
    private static final String WOODSTOX = "woodstox";
    private static final int STREAM_HEAP_MIB = 128;
    private static final int OTHER_HEAP_MIB = 512;
    private static final int LOOKUPS_A_SECOND = 1_000;
    private static final List<String> KINDS = List.of("units", "people");

    private final boolean quick;
    private final Path folder;
    private final Figures figures;
    private final PrintStream out;
    private final int units;
    private final int people;
    private final Random draw = new Random(SEED);

    private DirectoryBench(boolean quick, Path folder, Figures figures, PrintStream out) {
        this.quick = quick;
        this.folder = folder;
        this.figures = figures;
        this.out = out;
        this.units = quick ? 30_000 : 300_000;
        this.people = quick ? 70_000 : 700_000;
    }

    /** Measures, notes and prints. */
    static void run(boolean quick, Path folder, Figures figures, PrintStream out)
            throws IOException {
        new DirectoryBench(quick, folder, figures, out).run();
    }

    private void run() throws IOException {
        Path certificates = TestPki.create().writeTo(folder.resolve("certificates"));
        try (ChildJvm server = server(certificates, units, people)) {
            int port = Integer.parseInt(server.readLine());
            stream(server, port, certificates);
            lookups(server, port, certificates);
        }
        Path file = folder.resolve("hsaunits.xml");
        try (ChildJvm server = server(certificates, 300_000, 0)) {
            server.readLine();
            out.printf(
                    Locale.ROOT,
                    "%ndirectory: the file of 300 000 units, %.0f MB%n",
                    Double.parseDouble(server.ask("file " + file)) / 1e6);
        }
        try {
            file(file);
            index(file);
        } finally {
            Files.delete(file);
        }
    }

    private static ChildJvm server(Path certificates, int units, int people) {
        return ChildJvm.start(
                JARS,
                OTHER_HEAP_MIB,
                CountryProcess.class,
                certificates.toString(),
                Integer.toString(units),
                Integer.toString(people));
    }

    private void stream(ChildJvm server, int port, Path certificates) {
        int rounds = quick ? 5 : 7;
        out.printf(
                "%ndirectory: %d units and %d people streamed over LDAPS, pages of 500, heap of %d"
                        + " MiB%n",
                units, people, STREAM_HEAP_MIB);
        Map<String, ChildJvm> who = new LinkedHashMap<>();
        Map<String, double[][]> turns = new LinkedHashMap<>();
        try {
            for (String each : List.of(SDK, BARE)) {
                ChildJvm jvm =
                        ChildJvm.start(
                                JARS,
                                STREAM_HEAP_MIB,
                                StreamProcess.class,
                                each,
                                Integer.toString(port),
                                certificates.toString());
                jvm.readLine();
                who.put(each, jvm);
                turns.put(each, new double[2 * rounds][]);
            }
            for (int i = 0;
                    i < (quick ? 3 : 1);
                    i++) { // warms up, and tells the bare one what to ask
                for (String kind : KINDS) {
                    requireNonNull(who.get(SDK)).ask("read " + kind);
                    requireNonNull(who.get(BARE)).ask("ask " + kind + " " + server.ask("last"));
                    requireNonNull(who.get(BARE)).ask("read " + kind);
                }
            }
            List<String> order = new ArrayList<>(who.keySet());
            for (int round = 0; round < rounds; round++) {
                Collections.shuffle(order, draw);
                for (String each : order) {
                    for (int kind = 0; kind < 2; kind++) {
                        double[] turn =
                                numbers(
                                        requireNonNull(who.get(each))
                                                .ask("read " + KINDS.get(kind)));
                        requireNonNull(turns.get(each))[2 * round + kind] = turn;
                    }
                }
            }
        } finally {
            who.values().forEach(ChildJvm::close);
        }
        double[][] sdk = requireNonNull(turns.get(SDK));
        double[][] bare = requireNonNull(turns.get(BARE));
        for (int turn = 0; turn < sdk.length; turn++) {
            if (sdk[turn][0] != bare[turn][0]
                    || sdk[turn][0] < 0.9 * (turn % 2 == 0 ? units : people)) {
                throw new IllegalStateException(
                        "not the same was read: " + sdk[turn][0] + " and " + bare[turn][0]);
            }
        }
        line("directory.stream.vs_bare", "bare's time / ours", ratio(bare, sdk, 1, 0, 2));
        line("directory.stream.units.vs_bare", "  units", ratio(bare, sdk, 1, 0, 1));
        line("directory.stream.people.vs_bare", "  people", ratio(bare, sdk, 1, 1, 2));
        line("directory.stream.cpu_vs_bare", "bare's CPU / ours", ratio(bare, sdk, 2, 0, 2));
        line(
                "directory.stream.per_second",
                "entries a second, ours",
                Spread.ofRatios(
                        Arrays.stream(sums(sdk, 0, 0, 2)).map(n -> 1000 * n).toArray(),
                        sums(sdk, 1, 0, 2)));
        line(
                "directory.stream.us",
                "microseconds an entry, ours",
                Spread.ofRatios(
                        Arrays.stream(sums(sdk, 1, 0, 2)).map(ms -> 1000 * ms).toArray(),
                        sums(sdk, 0, 0, 2)));
        double peak = Arrays.stream(sdk).mapToDouble(turn -> turn[3]).max().orElseThrow();
        line("directory.stream.peak_mib", "heap, MiB, garbage too, ours", Spread.of(peak));
    }

    /** One contender's measure over another's, round by round, of the kinds from one until another. */
    private static Spread ratio(
            double[][] above, double[][] below, int measure, int kind, int endKind) {
        return Spread.ofRatios(
                sums(above, measure, kind, endKind), sums(below, measure, kind, endKind));
    }

    private static double[] sums(double[][] turns, int measure, int kind, int endKind) {
        double[] sums = new double[turns.length / 2];
        for (int round = 0; round < sums.length; round++) {
            for (int each = kind; each < endKind; each++) {
                sums[round] += turns[2 * round + each][measure];
            }
        }
        return sums;
    }

    private void lookups(ChildJvm server, int port, Path certificates) {
        int rounds = quick ? 7 : 21;
        int lookups = quick ? 2_000 : 5_000;
        out.printf(
                "%ndirectory: units looked up by HSA-id, %d a second through ten connections%n",
                LOOKUPS_A_SECOND);
        Map<String, ChildJvm> who = new LinkedHashMap<>();
        Map<String, double[][]> turns = new LinkedHashMap<>();
        try {
            for (String each : List.of(SDK, BARE)) {
                ChildJvm jvm =
                        ChildJvm.start(
                                JARS,
                                OTHER_HEAP_MIB,
                                LookupProcess.class,
                                each,
                                Integer.toString(port),
                                certificates.toString(),
                                Integer.toString(units));
                jvm.readLine();
                who.put(each, jvm);
                turns.put(each, new double[rounds][]);
            }
            String order = "look " + lookups + " " + LOOKUPS_A_SECOND;
            for (int i = 0; i < 3; i++) { // warms up
                requireNonNull(who.get(SDK)).ask(order);
                requireNonNull(who.get(BARE)).ask("ask unit " + server.ask("last"));
                requireNonNull(who.get(BARE)).ask(order);
            }
            List<String> names = new ArrayList<>(who.keySet());
            for (int round = 0; round < rounds; round++) {
                Collections.shuffle(names, draw);
                for (String each : names) {
                    requireNonNull(turns.get(each))[round] =
                            numbers(requireNonNull(who.get(each)).ask(order));
                }
            }
        } finally {
            who.values().forEach(ChildJvm::close);
        }
        double[][] sdk = requireNonNull(turns.get(SDK));
        double[][] bare = requireNonNull(turns.get(BARE));
        line(
                "directory.lookup.p99_vs_bare",
                "99th percentile, ours / bare's",
                Spread.ofRatios(column(sdk, 1), column(bare, 1)));
        line("directory.lookup.p99_us", "99th percentile, us, ours", Spread.of(column(sdk, 1)));
        line("directory.lookup.p50_us", "median, us, ours", Spread.of(column(sdk, 0)));
        line("directory.lookup.bare.p50_us", "median, us, bare", Spread.of(column(bare, 0)));
    }

    private void file(Path file) {
        int rounds = quick ? 5 : 9;
        List<String> ways = List.of(ENTRIES, "units", "index", WOODSTOX, "jdk");
        Map<String, ChildJvm> who = new LinkedHashMap<>();
        Map<String, double[][]> turns = new LinkedHashMap<>();
        try {
            for (String each : ways) {
                ChildJvm jvm = ChildJvm.start(JARS, OTHER_HEAP_MIB, FileProcess.class, each);
                jvm.readLine();
                who.put(each, jvm);
                turns.put(each, new double[rounds][]);
                jvm.ask("read " + file); // warms up
                jvm.ask("read " + file);
            }
            List<String> order = new ArrayList<>(ways);
            for (int round = 0; round < rounds; round++) {
                Collections.shuffle(order, draw);
                for (String each : order) {
                    requireNonNull(turns.get(each))[round] =
                            numbers(requireNonNull(who.get(each)).ask("read " + file));
                }
            }
        } finally {
            who.values().forEach(ChildJvm::close);
        }
        double[] stax = column(requireNonNull(turns.get(WOODSTOX)), 1);
        double[] jdk = column(requireNonNull(turns.get("jdk")), 1);
        double[] ours = column(requireNonNull(turns.get(ENTRIES)), 1);
        line(
                "directory.file.vs_stax",
                "Woodstox's time, events passed by / ours",
                Spread.ofRatios(stax, ours));
        line("directory.file.vs_jdk", "the JDK's time / ours", Spread.ofRatios(jdk, ours));
        line(
                "directory.file.units.vs_stax",
                "the same, as a directory's entries",
                Spread.ofRatios(stax, column(requireNonNull(turns.get("units")), 1)));
        line(
                "directory.file.index.vs_stax",
                "the same, into an index",
                Spread.ofRatios(stax, column(requireNonNull(turns.get("index")), 1)));
        line(
                "directory.file.cpu_vs_stax",
                "Woodstox's CPU / ours",
                Spread.ofRatios(
                        column(requireNonNull(turns.get(WOODSTOX)), 2),
                        column(requireNonNull(turns.get(ENTRIES)), 2)));
        line("directory.file.ms", "milliseconds, ours", Spread.of(ours));
        line(
                "directory.file.index.ms",
                "milliseconds, into an index",
                Spread.of(column(requireNonNull(turns.get("index")), 1)));
    }

    private void index(Path file) {
        int rounds = quick ? 7 : 21;
        int lookups = quick ? 100_000 : 500_000;
        try (ChildJvm jvm =
                ChildJvm.start(JARS, OTHER_HEAP_MIB, IndexProcess.class, file.toString())) {
            jvm.readLine();
            double[] bytes = numbers(jvm.ask("bytes any"));
            double[] nanos = new double[rounds];
            for (int round = -3; round < rounds; round++) { // the first three warm up
                double each = numbers(jvm.ask("look " + lookups))[0];
                if (round >= 0) {
                    nanos[round] = each;
                }
            }
            line(
                    "directory.index.lookup_ns",
                    "a look-up in the index, ns of CPU",
                    Spread.of(nanos));
            line(
                    "directory.index.bytes_per_unit",
                    "bytes a unit beside its texts, by the heap",
                    Spread.of(bytes[1]));
            line("directory.index.counted", "  as the index counts", Spread.of(bytes[0]));
            line("directory.index.texts", "bytes of texts a unit", Spread.of(bytes[2]));
        }
    }

    private static double[] column(double[][] turns, int number) {
        return Arrays.stream(turns).mapToDouble(turn -> turn[number]).toArray();
    }

    private void line(String figure, String title, Spread spread) {
        figures.put(figure, spread);
        out.printf(
                Locale.ROOT,
                "  %-50s %12.2f (%.2f-%.2f)%n",
                title,
                spread.median(),
                spread.q1(),
                spread.q3());
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
