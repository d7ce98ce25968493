package se.ehealthsdk.benchmarks.certificate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of this package, and prints two lines for each: its name with {@code .us}, then the
 * microseconds, one number an iteration; its name with {@code .bytes}, then the bytes allocated. The last line is
 * {@value #END}.
 */
public final class CertificateJmh {

    /** The last line. */
    public static final String END = "end";

    private CertificateJmh() {}

    /**
     * @param args the folder of the official contracts, a folder to write in, a Schematron file or an empty text; {@code
     *     --quick} for a short run
     */
    public static void main(String[] args) throws Exception {
        boolean quick = Arrays.asList(args).contains("--quick");
        Path contracts = Path.of(args[0]);
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(CertificateJmh.class.getPackageName() + "\\..*Benchmark\\..*")
                        .forks(quick ? 1 : 3)
                        .warmupIterations(quick ? 3 : 5)
                        .measurementIterations(quick ? 5 : 7)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT);
        List<String> jvm = new ArrayList<>();
        jvm.add("-Dbench.schematron=" + args[2]);
        jvm.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        if (GeneratedClasses.possible(contracts)) {
            jvm.add("-Dbench.jaxb=" + GeneratedClasses.make(contracts, Path.of(args[1])));
        } else {
            options.exclude(JaxbBenchmark.class.getName() + "\\..*");
        }
        options.jvmArgsAppend(jvm.toArray(new String[0]));
        for (RunResult result : new Runner(options.build()).run()) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            String shortName = name[name.length - 2] + "." + name[name.length - 1];
            System.out.println(
                    shortName + ".us " + series(result, IterationResult::getPrimaryResult));
            System.out.println(
                    shortName
                            + ".bytes "
                            + series(
                                    result,
                                    each -> each.getSecondaryResults().get("gc.alloc.rate.norm")));
        }
        System.out.println(END);
    }

    private static String series(RunResult result, Function<IterationResult, Result<?>> which) {
        return result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(iterations -> iterations.stream())
                .map(which)
                .map(each -> String.format(Locale.ROOT, "%.4f", each.getScore()))
                .collect(Collectors.joining(" "));
    }
}
