package se.ehealthsdk.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import se.ehealthsdk.benchmarks.testkit.LoadProcess;
import se.ehealthsdk.benchmarks.testkit.ServicesProcess;

/**
 * The stand-in national services under load: 200 connections over mutual TLS, from another JVM on the same machine. Beside
 * them, what the same server and the JDK's do with an answer that is always the same, so that the cost of the stand-ins' own
 * work is seen.
 */
final class TestkitBench {

    private static final String JARS = "testkit";
    private static final int HEAP_MIB = 512;
    private static final int CONNECTIONS = 200;

    private final boolean quick;
    private final int soakMinutes;
    private final Path folder;
    private final Figures figures;
    private final PrintStream out;

    private TestkitBench(
            boolean quick, int soakMinutes, Path folder, Figures figures, PrintStream out) {
        this.quick = quick;
        this.soakMinutes = soakMinutes;
        this.folder = folder;
        this.figures = figures;
        this.out = out;
    }

    /** Measures, notes and prints. */
    static void run(boolean quick, int soakMinutes, Path folder, Figures figures, PrintStream out) {
        new TestkitBench(quick, soakMinutes, folder, figures, out).run();
    }

    private void run() {
        out.printf(
                "%ntestkit: %d connections over mutual TLS, server with a heap of %d MiB, callers in"
                        + " another JVM on the same machine%n",
                CONNECTIONS, HEAP_MIB);
        for (String which : new String[] {"jdk", "bare", "services"}) {
            try (ChildJvm server = server(which)) {
                int port = Integer.parseInt(server.readLine());
                try (ChildJvm load = load(port, which)) {
                    load.readLine();
                    measure(which, server, load);
                }
            }
        }
    }

    private ChildJvm server(String which) {
        return ChildJvm.start(
                JARS, HEAP_MIB, ServicesProcess.class, which, folder.resolve(which).toString());
    }

    private ChildJvm load(int port, String which) {
        return ChildJvm.start(
                JARS,
                HEAP_MIB,
                LoadProcess.class,
                Integer.toString(port),
                Integer.toString(CONNECTIONS),
                folder.resolve(which).toString(),
                which.equals("services") ? "all" : "bare");
    }

    private void measure(String which, ChildJvm server, ChildJvm load) {
        boolean services = which.equals("services");
        String prefix = services ? "testkit." : "testkit." + which + ".";
        measure(prefix + "lookups", which + ", look-ups a second", "lookups", server, load);
        measure(
                prefix + "registrations",
                which + ", registrations a second",
                "registrations",
                server,
                load);
        if (services) {
            soak(server, load);
        }
    }

    private void measure(
            String figure, String title, String order, ChildJvm server, ChildJvm load) {
        int rounds = quick ? 3 : 7;
        int millis = quick ? 3_000 : 10_000;
        load.ask(order + " " + 2 * millis); // warms up
        double[] rates = new double[rounds];
        double[] p99 = new double[rounds];
        double[] cpu = new double[rounds];
        double wrong = 0;
        for (int round = 0; round < rounds; round++) {
            double before = Double.parseDouble(server.ask("cpu"));
            long since = System.nanoTime();
            double[] numbers = numbers(load.ask(order + " " + millis));
            double seconds = (System.nanoTime() - since) / 1e9;
            rates[round] = numbers[0];
            p99[round] = numbers[2];
            cpu[round] =
                    (Double.parseDouble(server.ask("cpu")) - before) / (numbers[0] * seconds) * 1e6;
            wrong += numbers[4];
        }
        if (wrong > 0) {
            throw new IllegalStateException(
                    wrong + " answers of " + order + " were others than they should be");
        }
        line(figure + ".per_second", title, Spread.of(rates));
        line(figure + ".p99_ms", "  99th percentile, ms", Spread.of(p99));
        line(figure + ".cpu_us", "  CPU of the server, us", Spread.of(cpu));
    }

    /** Registrations and look-ups by turns for a long time: is the heap as it was, once what may be kept is full? */
    private void soak(ChildJvm server, ChildJvm load) {
        int turns = Math.max(6, 2 * soakMinutes);
        long millis = soakMinutes * 60_000L / turns;
        double[] minutes = new double[turns];
        double[] live = new double[turns];
        double peak = 0;
        long start = System.nanoTime();
        for (int turn = 0; turn < turns; turn++) {
            load.ask("registrations " + millis * 2 / 3);
            load.ask("lookups " + millis / 3);
            double[] heap = numbers(server.ask("heap"));
            live[turn] = heap[0];
            peak = Math.max(peak, heap[1]);
            minutes[turn] = (System.nanoTime() - start) / 60e9;
        }
        // in the first third what is kept fills up to its limits
        int from = turns / 3;
        line("testkit.heap_mib", "heap, MiB, taken at most", Spread.of(peak));
        line(
                "testkit.live_heap_mib",
                "heap, MiB, in use after the soak",
                Spread.of(live[turns - 1]));
        line(
                "testkit.soak.slope_mib_per_minute",
                "  growth, MiB a minute, in " + soakMinutes + " min",
                Spread.of(
                        slope(
                                Arrays.copyOfRange(minutes, from, turns),
                                Arrays.copyOfRange(live, from, turns))));
    }

    /** Of the line that fits best. */
    static double slope(double[] x, double[] y) {
        double middleX = Arrays.stream(x).average().orElse(0);
        double middleY = Arrays.stream(y).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < x.length; i++) {
            above += (x[i] - middleX) * (y[i] - middleY);
            below += (x[i] - middleX) * (x[i] - middleX);
        }
        return below == 0 ? 0 : above / below;
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
