package se.ehealthsdk.benchmarks.certificate;

import com.helger.schematron.sch.SchematronResourceSCH;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Schematron of the same sick note, compiled once (ph-schematron). System property {@code bench.schematron} names the
 * file; one of this project's own when it does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SchematronBenchmark {

    private static final String OWN = "se/ehealthsdk/benchmarks/certificate/sick-note.sch";

    private final byte[] document = SickNotes.filledIn(SickNotes.issuer()).build().intyg().xml();
    private final SchematronResourceSCH schematron;
    private final Document tree;

    /** Compiles, and finds that it accepts the sick note and refuses one without diagnosis. */
    public SchematronBenchmark() {
        String file = System.getProperty("bench.schematron", "");
        schematron =
                file.isEmpty()
                        ? SchematronResourceSCH.fromClassPath(OWN)
                        : SchematronResourceSCH.fromFile(file);
        tree = parse(document);
        String broken =
                new String(document, StandardCharsets.UTF_8)
                        .replace("svar id=\"6\"", "svar id=\"66\"");
        if (failures(tree) != 0 || failures(parse(broken.getBytes(StandardCharsets.UTF_8))) == 0) {
            throw new IllegalStateException("the Schematron does not judge as it should");
        }
    }

    private static Document parse(byte[] document) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int failures(Document certificate) {
        try {
            return schematron
                    .applySchematronValidation(certificate, "")
                    .getElementsByTagNameNS("*", "failed-assert")
                    .getLength();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** On a tree that has been read. */
    @Benchmark
    public Document checkTree() throws Exception {
        return schematron.applySchematronValidation(tree, "");
    }

    /** On bytes, which it parses in its own way. */
    @Benchmark
    public Document checkBytes() throws Exception {
        return schematron.applySchematronValidation(
                new StreamSource(new ByteArrayInputStream(document)));
    }
}
