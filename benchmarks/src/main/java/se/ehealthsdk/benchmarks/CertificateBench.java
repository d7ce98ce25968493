package se.ehealthsdk.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import se.ehealthsdk.benchmarks.certificate.CertificateJmh;

/**
 * Certificates (intyg): this SDK beside the usual way, classes generated from the official schemas and compiled
 * Schematron. What {@link CertificateJmh} measures, in a JVM of its own.
 */
final class CertificateBench {

    private static final String OURS = "SdkBenchmark.";
    private static final String JAXB = "JaxbBenchmark.";
    private static final String SCHEMATRON = "SchematronBenchmark.";

    private final Figures figures;
    private final PrintStream out;
    private final Map<String, double[]> series = new LinkedHashMap<>();

    private CertificateBench(Figures figures, PrintStream out) {
        this.figures = figures;
        this.out = out;
    }

    /**
     * Measures, notes and prints. System property {@code bench.contracts} is the folder of the official contracts,
     * {@code bench.schematron} a Schematron file of the user's own for FK 7804 2.0.
     */
    static void run(boolean quick, Path work, Figures figures, PrintStream out) {
        CertificateBench bench = new CertificateBench(figures, out);
        bench.measure(
                System.getProperty("bench.contracts", "../shared/contracts"),
                work.toString(),
                System.getProperty("bench.schematron", ""),
                quick ? "--quick" : "");
        bench.report();
    }

    private void measure(String... arguments) {
        try (ChildJvm jvm = ChildJvm.start("certificate", CertificateJmh.class, arguments)) {
            String line = jvm.readLine();
            while (!line.equals(CertificateJmh.END)) {
                String[] parts = line.split(" ");
                series.put(
                        parts[0],
                        Arrays.stream(parts).skip(1).mapToDouble(Double::parseDouble).toArray());
                line = jvm.readLine();
            }
        }
    }

    private void report() {
        boolean jaxb = series.containsKey(JAXB + "read.us");
        out.printf(
                "%ncertificate: a full FK 7804 2.0%s%n",
                jaxb ? "" : "; no official schemas at bench.contracts, so without JAXB");
        out.printf("  %-44s %12s %12s %14s%n", "", "us", "per second", "bytes");
        line("check", OURS + "check", "checked, official verdict");
        line("read", OURS + "read", "read");
        line("write", OURS + "write", "written");
        line("read_check", OURS + "readCheck", "read and checked");
        line("build_check_write", OURS + "buildCheckWrite", "built, checked by the form, written");
        String fastest = fastestSchematron();
        line("schematron", fastest, "ph-schematron, compiled: checked");
        compare("certificate.check.vs_schematron", fastest, OURS + "check");
        if (jaxb) {
            line("jaxb_read", JAXB + "read", "JAXB: read");
            line("jaxb_write", JAXB + "write", "JAXB: written");
            compare("certificate.read.vs_jaxb", JAXB + "read", OURS + "read");
            compare("certificate.write.vs_jaxb", JAXB + "write", OURS + "write");
            compareBytes("certificate.read.bytes_vs_jaxb", OURS + "read", JAXB + "read");
            compareBytes("certificate.write.bytes_vs_jaxb", OURS + "write", JAXB + "write");
        }
    }

    private String fastestSchematron() {
        String tree = SCHEMATRON + "checkTree";
        String bytes = SCHEMATRON + "checkBytes";
        return spread(tree + ".us").median() < spread(bytes + ".us").median() ? tree : bytes;
    }

    private void line(String figure, String benchmark, String title) {
        Spread us = spread(benchmark + ".us");
        Spread bytes = spread(benchmark + ".bytes");
        figures.put("certificate." + figure + ".us", us);
        figures.put("certificate." + figure + ".per_second", 1_000_000 / us.median());
        figures.put("certificate." + figure + ".bytes", bytes);
        out.printf(
                Locale.ROOT,
                "  %-44s %12.1f %12.0f %14.0f%n",
                title,
                us.median(),
                1_000_000 / us.median(),
                bytes.median());
    }

    /** How many times faster ours is. */
    private void compare(String figure, String theirs, String ours) {
        figures.put(figure, Spread.ofRatios(all(theirs + ".us"), all(ours + ".us")));
    }

    private void compareBytes(String figure, String ours, String theirs) {
        figures.put(figure, Spread.ofRatios(all(ours + ".bytes"), all(theirs + ".bytes")));
    }

    private Spread spread(String name) {
        return Spread.of(all(name));
    }

    private double[] all(String name) {
        double[] found = series.get(name);
        if (found == null) {
            throw new IllegalStateException("there was no " + name);
        }
        return found;
    }
}
