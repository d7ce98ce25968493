package se.ehealthsdk.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import se.ehealthsdk.benchmarks.discharge.CaseGenerator;
import se.ehealthsdk.benchmarks.discharge.DischargeProcess;

/**
 * Discharge cases: folded and assessed on one thread in one pass, in a JVM of 512 MiB. The time is that of the thread's CPU and
 * of all garbage collection; making the cases is not counted.
 */
final class DischargeBench {

    private static final int FEW = 10_000;

    private final Figures figures;
    private final PrintStream out;
    private final int rounds;
    private final int many;
    private final double[] few;
    private final double[] all;
    private final double[] fold;
    private final double[] obligations;
    private final double[] liability;

    private DischargeBench(boolean quick, Figures figures, PrintStream out) {
        this.figures = figures;
        this.out = out;
        this.rounds = 3;
        this.many = quick ? 100_000 : 1_000_000;
        this.few = new double[rounds];
        this.all = new double[rounds];
        this.fold = new double[rounds];
        this.obligations = new double[rounds];
        this.liability = new double[rounds];
    }

    /** Measures, notes and prints. */
    static void run(boolean quick, Figures figures, PrintStream out) {
        new DischargeBench(quick, figures, out).run();
    }

    private void run() {
        double[] bytes;
        try (ChildJvm jvm = ChildJvm.start("discharge", DischargeProcess.class)) {
            jvm.readLine();
            jvm.ask("pass " + 6 * FEW); // warms up
            for (int round = 0; round < rounds; round++) {
                few[round] = total(numbers(jvm.ask("pass " + FEW)));
                double[] pass = numbers(jvm.ask("pass " + many));
                all[round] = total(pass);
                fold[round] = pass[0] / 1000;
                obligations[round] = pass[1] / 1000;
                liability[round] = pass[2] / 1000;
            }
            bytes = numbers(jvm.ask("bytes " + FEW));
        }
        report(bytes);
    }

    private void report(double[] bytes) {
        double[] perSecond = Arrays.stream(all).map(nanos -> 1e9 / nanos).toArray();
        Spread rate = Spread.of(perSecond);
        Spread growth = Spread.ofRatios(all, few);
        figures.put("discharge.cases.per_second", rate);
        figures.put("discharge.fold.us", Spread.of(fold));
        figures.put("discharge.obligations.us", Spread.of(obligations));
        figures.put("discharge.liability.us", Spread.of(liability));
        figures.put("discharge.bytes.per_case", bytes[0] + bytes[1]);
        figures.put("discharge.bytes.of_fold", bytes[1]);
        figures.put("discharge.cost.growth", growth);

        out.printf(
                Locale.ROOT,
                "%ndischarge: %d cases of %d events, one thread, heap of 512 MiB%n",
                many,
                CaseGenerator.EVENTS);
        out.printf(Locale.ROOT, "  %-44s %12.0f%n", "cases a second and core", rate.median());
        line("folded, us a case", fold);
        line("obligations, us a case", obligations);
        line("payment liability, us a case", liability);
        out.printf(
                Locale.ROOT, "  %-44s %12.0f%n", "bytes a case, events too", bytes[0] + bytes[1]);
        out.printf(Locale.ROOT, "  %-44s %12.0f%n", "of them for the fold", bytes[1]);
        out.printf(Locale.ROOT, "  %-44s %12.2f%n", "cost a case, all / " + FEW, growth.median());
    }

    private void line(String title, double[] micros) {
        out.printf(Locale.ROOT, "  %-44s %12.2f%n", title, Spread.of(micros).median());
    }

    private static double total(double[] pass) {
        return pass[0] + pass[1] + pass[2] + pass[3];
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
