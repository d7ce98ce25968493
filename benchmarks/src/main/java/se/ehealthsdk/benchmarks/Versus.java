package se.ehealthsdk.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ehealthsdk.benchmarks.siths.SithsBench;

/** What {@link SithsBench} measured, in a JVM of its own with the jars of {@code sdk-siths}. */
final class Versus {

    /**
     * A comparison.
     *
     * @param figure its name
     * @param title what is compared
     * @param ours the benchmark of this SDK
     * @param theirs the benchmark of the Java runtime
     */
    record Pair(String figure, String title, String ours, String theirs) {}

    static final List<Pair> PAIRS =
            List.of(
                    new Pair(
                            "siths.path",
                            "certificate and path validated, revocation cached",
                            "PathBenchmark.ours",
                            "PathBenchmark.jdk"),
                    new Pair(
                            "siths.signature",
                            "signature on a certificate (intyg) verified",
                            "SignatureBenchmark.ours",
                            "SignatureBenchmark.jdk"));

    private final Map<String, double[]> micros = new HashMap<>();

    private Versus() {}

    static Versus measure(boolean quick) {
        Versus result = new Versus();
        String[] arguments = quick ? new String[] {"--quick"} : new String[0];
        try (ChildJvm jvm = ChildJvm.start("siths", SithsBench.class, arguments)) {
            for (int i = 0; i < 2 * PAIRS.size(); i++) {
                result.note(jvm.readLine());
            }
        }
        return result;
    }

    private void note(String line) {
        String[] parts = line.split(" ");
        micros.put(
                parts[0], Arrays.stream(parts).skip(1).mapToDouble(Double::parseDouble).toArray());
    }

    /** Microseconds for each time. */
    Spread of(String benchmark) {
        return Spread.of(series(benchmark));
    }

    /** Ours per second divided by theirs. */
    Spread ratio(Pair pair) {
        return Spread.ofRatios(series(pair.theirs()), series(pair.ours()));
    }

    private double[] series(String benchmark) {
        double[] series = micros.get(benchmark);
        if (series == null) {
            throw new IllegalStateException("there was no " + benchmark);
        }
        return series;
    }
}
