package se.ehealthsdk.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.ehealthsdk.testpki.TestPki;

/** The main program behind {@code ./bench}. */
public final class Bench {

    private static final String COLDSTART = "coldstart";
    private static final String SITHS = "siths";
    private static final String AUDIT = "audit";
    private static final String CERTIFICATE = "certificate";
    private static final String DISCHARGE = "discharge";
    private static final String DIRECTORY = "directory";
    private static final String TESTKIT = "testkit";
    private static final String SOAK = "--soak=";
    private static final Set<String> OWN_JVMS =
            Set.of(SITHS, AUDIT, CERTIFICATE, DISCHARGE, DIRECTORY, TESTKIT);
    private static final int CALLS_FOR_CONNECTIONS = 200;
    private static final String USAGE =
            "usage: ./bench [--quick] [--soak=MINUTES] [call] [call10] [call100] [write] [coldstart] [siths]"
                    + " [audit] [certificate] [discharge] [directory] [testkit]";

    private final boolean quick;
    private final int soakMinutes;
    private final Figures figures = new Figures();
    private final PrintStream out = System.out;

    private Bench(boolean quick, int soakMinutes) {
        this.quick = quick;
        this.soakMinutes = soakMinutes;
    }

    /**
     * Measures the parts that are named, or all; prints a table and writes the figures.
     *
     * @param args names of parts, {@code --quick} for a short run and {@code --soak=60} for how
     *     many minutes the stand-in services are loaded (1 and 5 otherwise); system property {@code
     *     bench.figures} is the file to write, {@code bench.jars} the folder with a folder of jars for
     *     each contender, {@code bench.work} a folder for certificates
     */
    public static void main(String[] args) throws Exception {
        Set<String> parts = new TreeSet<>(Arrays.asList(args));
        boolean quick = parts.remove("--quick");
        int soakMinutes = quick ? 1 : 5;
        for (String part : Set.copyOf(parts)) {
            if (part.startsWith(SOAK)) {
                soakMinutes = minutes(part.substring(SOAK.length()));
                parts.remove(part);
            }
        }
        for (String part : parts) {
            if (!part.equals(COLDSTART)
                    && !OWN_JVMS.contains(part)
                    && Workload.ofPart(part).isEmpty()) {
                System.err.println("no part is called " + part + "\n" + USAGE);
                System.exit(2);
            }
        }
        new Bench(quick, soakMinutes).run(parts);
    }

    private static int minutes(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException none) {
            System.err.println("--soak is a number of minutes\n" + USAGE);
            System.exit(2);
            throw none;
        }
    }

    private void run(Set<String> parts) throws IOException {
        heading();
        if (parts.isEmpty() || !OWN_JVMS.containsAll(parts)) {
            calls(parts);
        }
        if (parts.isEmpty() || parts.contains(SITHS)) {
            versus(Versus.measure(quick));
        }
        if (parts.isEmpty() || parts.contains(AUDIT)) {
            Path folder = Path.of(System.getProperty("bench.work", "target/bench"));
            new AuditBench(quick, folder.resolve(AUDIT), figures, out).run();
        }
        if (parts.isEmpty() || parts.contains(CERTIFICATE)) {
            Path folder = Path.of(System.getProperty("bench.work", "target/bench"));
            CertificateBench.run(quick, folder.resolve(CERTIFICATE), figures, out);
        }
        if (parts.isEmpty() || parts.contains(DISCHARGE)) {
            DischargeBench.run(quick, figures, out);
        }
        if (parts.isEmpty() || parts.contains(DIRECTORY)) {
            Path folder = Path.of(System.getProperty("bench.work", "target/bench"));
            DirectoryBench.run(quick, folder.resolve(DIRECTORY), figures, out);
        }
        if (parts.isEmpty() || parts.contains(TESTKIT)) {
            Path folder = Path.of(System.getProperty("bench.work", "target/bench"));
            TestkitBench.run(quick, soakMinutes, folder.resolve(TESTKIT), figures, out);
        }
        goals();
        Path file = Path.of(System.getProperty("bench.figures", "target/bench/figures.json"));
        figures.writeTo(file);
        out.println("\nfigures: " + file);
    }

    private void calls(Set<String> parts) throws IOException {
        List<Workload> workloads = new ArrayList<>(Workload.all());
        workloads.removeIf(each -> !parts.isEmpty() && !parts.contains(each.part()));
        Path folder = Path.of(System.getProperty("bench.work", "target/bench"));
        Path certificates = TestPki.create().writeTo(folder.resolve("certificates"));
        try (ChildJvm server =
                ChildJvm.start("server", AnswerServer.class, certificates.toString())) {
            Stage stage = new Stage(Integer.parseInt(server.readLine()), certificates);
            if (!workloads.isEmpty()) {
                calls(stage, server, workloads);
            }
            if (parts.isEmpty() || parts.contains(COLDSTART)) {
                coldStarts(ColdStarts.measure(stage, quick ? 5 : 15));
            }
        }
    }

    private void heading() {
        out.printf(
                "JDK %s, %d cores, mutual TLS to localhost%s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                quick ? "; a quick run: the ratios are rough" : "");
    }

    private void calls(Stage stage, ChildJvm server, List<Workload> workloads) {
        Map<Contender, ChildJvm> contenders = new EnumMap<>(Contender.class);
        try {
            for (Contender each : Contender.all()) {
                contenders.put(each, start(each, stage));
            }
            connections(contenders, server, workloads.get(0));
            for (Workload work : workloads) {
                int rounds = quick ? 12 : 60;
                int calls = quick ? work.callsPerBlock() / 4 : work.callsPerBlock();
                // The first part also warms what all parts share, TLS and HTTP: the compiler is
                // seen to need some 15 000 calls before the figures stand still.
                boolean first = work == workloads.get(0);
                int blocks = quick ? (first ? 10 : 2) : (first ? 50 : 10);
                int warmUp = work.callsPerBlock() * blocks;
                report(work, TakingTurns.measure(contenders, work, warmUp, rounds, calls));
            }
        } finally {
            contenders.values().forEach(ChildJvm::close);
        }
    }

    private static ChildJvm start(Contender contender, Stage stage) {
        ChildJvm jvm =
                ChildJvm.start(
                        contender.jars(),
                        CallerProcess.class,
                        contender.name(),
                        Integer.toString(stage.port()),
                        stage.certificates().toString());
        jvm.readLine();
        return jvm;
    }

    /** A client that connects anew for every call would win or lose by TLS alone; none may. */
    private void connections(Map<Contender, ChildJvm> contenders, ChildJvm server, Workload work) {
        out.printf("%nconnections at the server for %d calls:", CALLS_FOR_CONNECTIONS);
        int before = Integer.parseInt(server.ask("connections"));
        for (Map.Entry<Contender, ChildJvm> each : contenders.entrySet()) {
            each.getValue().ask(work + " " + CALLS_FOR_CONNECTIONS);
            int after = Integer.parseInt(server.ask("connections"));
            out.printf("  %s %d;", each.getKey().title(), after - before);
            if (each.getKey() == Contender.SDK) {
                figures.put("rivta.connections", after - before);
            }
            before = after;
        }
        out.println();
    }

    private void report(Workload work, TakingTurns turns) {
        String name = "rivta." + work.part();
        Contender best = turns.bestOfCxf();
        figures.put(name + ".us", turns.of(Contender.SDK, Block::micros));
        figures.put(name + ".cpu_us", turns.of(Contender.SDK, Block::cpuMicros));
        figures.put(name + ".bytes", turns.of(Contender.SDK, Block::bytes));
        figures.put(name + ".vs_cxf_best", turns.ratio(best, Contender.SDK, Block::micros));
        figures.put(
                name + ".vs_cxf_default",
                turns.ratio(Contender.CXF_DEFAULT, Contender.SDK, Block::micros));
        figures.put(name + ".vs_floor", turns.ratio(Contender.FLOOR, Contender.SDK, Block::micros));
        figures.put(
                "rivta." + work.allocationPart() + ".vs_cxf_best",
                turns.ratio(Contender.SDK, best, Block::bytes));
        figures.put(
                "rivta." + work.allocationPart() + ".vs_cxf_default",
                turns.ratio(Contender.SDK, Contender.CXF_DEFAULT, Block::bytes));

        out.printf("%n%s: %s%n", work.part(), work.title());
        row(
                "",
                "us/call",
                "CPU us/call",
                "bytes/call",
                "time / SDK's",
                "CPU / SDK's",
                "bytes / SDK's");
        for (Contender each : Contender.all()) {
            row(
                    each.title() + (each == best ? " (best)" : ""),
                    whole(turns.of(each, Block::micros).median()),
                    whole(turns.of(each, Block::cpuMicros).median()),
                    whole(turns.of(each, Block::bytes).median()),
                    ratio(turns.ratio(each, Contender.SDK, Block::micros)),
                    ratio(turns.ratio(each, Contender.SDK, Block::cpuMicros)),
                    ratio(turns.ratio(each, Contender.SDK, Block::bytes)));
        }
    }

    private void coldStarts(ColdStarts starts) {
        String sdk = Contender.SDK.name();
        String best = starts.bestOfCxf();
        figures.put("rivta.coldstart.ms", starts.of(sdk));
        figures.put("rivta.coldstart.vs_cxf_best", starts.ratio(sdk, best));
        figures.put(
                "rivta.coldstart.vs_cxf_default", starts.ratio(sdk, Contender.CXF_DEFAULT.name()));

        out.printf("%ncoldstart: JVM start to first decoded answer, ten records%n");
        row("", "ms", "", "", "SDK's / time", "", "");
        for (String each : ColdStarts.names()) {
            String title = each.equals(ColdStarts.EMPTY) ? each : Contender.valueOf(each).title();
            row(
                    title + (each.equals(best) ? " (best)" : ""),
                    whole(starts.of(each).median()),
                    "",
                    "",
                    ratio(starts.ratio(sdk, each)),
                    "",
                    "");
        }
    }

    private void versus(Versus measured) {
        for (Versus.Pair pair : Versus.PAIRS) {
            figures.put(pair.figure() + ".us", measured.of(pair.ours()));
            figures.put(pair.figure() + ".vs_jdk", measured.ratio(pair));

            out.printf("%n%s: %s%n", pair.figure(), pair.title());
            row("", "us", "", "", "time / SDK's", "", "");
            row("this SDK", whole(measured.of(pair.ours()).median()), "", "", "", "", "");
            row(
                    "the Java runtime's own",
                    whole(measured.of(pair.theirs()).median()),
                    "",
                    "",
                    ratio(measured.ratio(pair)),
                    "",
                    "");
        }
    }

    private void goals() {
        out.println();
        for (Goal goal : Goal.ALL) {
            figures.spread(goal.figure())
                    .ifPresent(
                            measured ->
                                    out.printf(
                                            Locale.ROOT,
                                            "%-30s %-20s %-14s %s%n",
                                            goal.figure(),
                                            ratio(measured),
                                            goal.words(),
                                            goal.isMetBy(measured.median()) ? "met" : "NOT MET"));
        }
    }

    private void row(String title, String... cells) {
        out.printf(
                "  %-38s %8s %12s %11s %20s %20s %20s%n",
                title, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String ratio(Spread ratio) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f-%.2f)", ratio.median(), ratio.q1(), ratio.q3());
    }
}
