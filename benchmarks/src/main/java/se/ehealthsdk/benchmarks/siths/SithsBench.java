package se.ehealthsdk.benchmarks.siths;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of this package, and prints a line for each: its name, then the microseconds for each
 * time, one number an iteration.
 */
public final class SithsBench {

    private SithsBench() {}

    /**
     * @param args {@code --quick} for a short run
     */
    public static void main(String[] args) throws RunnerException {
        boolean quick = Arrays.asList(args).contains("--quick");
        Options options =
                new OptionsBuilder()
                        .include(SithsBench.class.getPackageName() + "\\..*Benchmark\\..*")
                        .forks(quick ? 1 : 3)
                        .warmupIterations(quick ? 3 : 5)
                        .measurementIterations(quick ? 5 : 7)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        for (RunResult result : new Runner(options).run()) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            System.out.println(
                    name[name.length - 2] + "." + name[name.length - 1] + " " + series(result));
        }
    }

    private static String series(RunResult result) {
        return result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(iterations -> iterations.stream())
                .map(IterationResult::getPrimaryResult)
                .map(each -> String.format(Locale.ROOT, "%.4f", each.getScore()))
                .collect(Collectors.joining(" "));
    }
}
