package se.ehealthsdk.benchmarks.certificate;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;

/** This SDK, with a full sick note. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SdkBenchmark {

    private final CertificateChecker checker = CertificateChecker.create();
    private final HealthcareProfessional issuer = SickNotes.issuer();
    private final Intyg built = SickNotes.filledIn(issuer).build().intyg();
    private final byte[] document = built.xml();
    private final Intyg read = Intyg.read(document);

    /** Finds that the sick note is clean, before anything is measured. */
    public SdkBenchmark() {
        List<Finding> findings = checker.check(read, CheckMode.OFFICIAL);
        if (!findings.isEmpty()) {
            throw new IllegalStateException(findings.toString());
        }
    }

    /** From the values to the bytes. A new copy each time, since one that was checked or written keeps its tree. */
    @Benchmark
    public byte[] write() {
        return built.toBuilder().build().xml();
    }

    /** From the bytes to the values. */
    @Benchmark
    public Intyg read() {
        return Intyg.read(document);
    }

    /** The official verdict on what has been read: schema and rules. */
    @Benchmark
    public List<Finding> check() {
        return checker.check(read, CheckMode.OFFICIAL);
    }

    /** From what a user has filled in to the bytes, by all rules of the form. */
    @Benchmark
    public byte[] buildCheckWrite() {
        return SickNotes.filledIn(issuer).build().intyg().xml();
    }

    /** From the bytes to the official verdict. */
    @Benchmark
    public List<Finding> readCheck() {
        return checker.check(Intyg.read(document), CheckMode.OFFICIAL);
    }
}
