package se.ehealthsdk.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import se.ehealthsdk.benchmarks.discharge.CaseGenerator;
import se.ehealthsdk.benchmarks.discharge.DischargeProcess;

/**
 * Discharge cases: folded, assessed and counted on one thread in one pass, in a JVM of 512 MiB. The time is CPU time, that
 * of garbage collection too; making the cases is not counted. The small pass that a large one is held against is of the same
 * JVM, as warm as the large one.
 */
final class DischargeBench {

    private static final int FEW = 10_000;
    private static final int ROUNDS = 3;
    private static final int SMALL_PASSES = 9;
    private static final int[] APPENDED = {20, 200, 2_000};

    private final Figures figures;
    private final PrintStream out;
    private final int many;
    private final double[] few = new double[ROUNDS];
    private final double[][] large = new double[ROUNDS][];

    private DischargeBench(boolean quick, Figures figures, PrintStream out) {
        this.figures = figures;
        this.out = out;
        this.many = quick ? 100_000 : 1_000_000;
    }

    /** Measures, notes and prints. */
    static void run(boolean quick, Figures figures, PrintStream out) {
        new DischargeBench(quick, figures, out).run();
    }

    private void run() {
        out.printf(
                Locale.ROOT,
                "%ndischarge: %d cases of %d events, one thread, heap of 512 MiB%n",
                many,
                CaseGenerator.EVENTS);
        try (ChildJvm jvm = ChildJvm.start("discharge", DischargeProcess.class)) {
            jvm.readLine();
            jvm.ask("pass " + Math.min(many, 30 * FEW)); // warms up
            for (int round = 0; round < ROUNDS; round++) {
                double[] small = new double[SMALL_PASSES];
                for (int i = 0; i < SMALL_PASSES; i++) {
                    small[i] = total(numbers(jvm.ask("pass " + FEW)));
                }
                // what the compiler still does falls on one or two of them
                few[round] = Spread.of(small).median();
                large[round] = numbers(jvm.ask("pass " + many));
            }
            double live = numbers(jvm.ask("live 0"))[0];
            report();
            line("discharge.heap.live_mib", "heap, MiB, in use after the pass", live);
            double[] bytes = numbers(jvm.ask("bytes " + FEW));
            line("discharge.bytes.per_case", "bytes a case, events too", bytes[0] + bytes[1]);
            line("discharge.bytes.of_fold", "of them for the fold", bytes[1]);
            for (int events : APPENDED) {
                jvm.ask("append " + events); // warms up
                line(
                        "discharge.append" + events + ".us",
                        "one more event, until there are " + events + " more, us",
                        numbers(jvm.ask("append " + events))[0] / 1000);
            }
        }
    }

    private void report() {
        double[] totals = Arrays.stream(large).mapToDouble(DischargeBench::total).toArray();
        line(
                "discharge.cases.per_second",
                "cases a second and core",
                Arrays.stream(totals).map(nanos -> 1e9 / nanos).toArray());
        line("discharge.fold.us", "folded, us a case", column(0, 1000));
        line("discharge.obligations.us", "obligations, us a case", column(1, 1000));
        line("discharge.liability.us", "payment liability, us a case", column(2, 1000));
        line("discharge.statistics.us", "statistics, us a case", column(3, 1000));
        line("discharge.others.us", "all other threads, us a case", column(4, 1000));
        line("discharge.heap.peak_mib", "heap, MiB, garbage too", column(5, 1));
        Spread growth = Spread.ofRatios(totals, few);
        figures.put("discharge.cost.growth", growth);
        print("cost a case, all / " + FEW, growth);
    }

    private double[] column(int number, double unit) {
        return Arrays.stream(large).mapToDouble(pass -> pass[number] / unit).toArray();
    }

    private void line(String figure, String title, double... series) {
        Spread spread = Spread.of(series);
        figures.put(figure, spread);
        print(title, spread);
    }

    private void print(String title, Spread spread) {
        out.printf(
                Locale.ROOT,
                "  %-50s %12.2f (%.2f-%.2f)%n",
                title,
                spread.median(),
                spread.q1(),
                spread.q3());
    }

    /** Fold, obligations, liability, statistics, and the other threads. */
    private static double total(double[] pass) {
        return Arrays.stream(pass, 0, 5).sum();
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
