package se.ehealthsdk.benchmarks.certificate;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * JAXB with classes generated from the official schema, and the same sick note. Context, marshaller and unmarshaller
 * are made once, which is the best that can be done with them. System property {@code bench.jaxb} is the folder of
 * the classes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JaxbBenchmark {

    private final byte[] document = SickNotes.filledIn(SickNotes.issuer()).build().intyg().xml();
    private final Unmarshaller unmarshaller;
    private final Marshaller marshaller;
    private final Object values;

    /** Finds that what it writes is what was read, before anything is measured. */
    public JaxbBenchmark() {
        try {
            Path classes = Path.of(System.getProperty("bench.jaxb"));
            JAXBContext context =
                    JAXBContext.newInstance(
                            GeneratedClasses.packages(classes), GeneratedClasses.loader(classes));
            unmarshaller = context.createUnmarshaller();
            marshaller = context.createMarshaller();
            values = unmarshaller.unmarshal(new ByteArrayInputStream(document));
            if (!Intyg.read(write()).answers().equals(Intyg.read(document).answers())) {
                throw new IllegalStateException("JAXB loses something");
            }
        } catch (JAXBException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the values to the bytes. */
    @Benchmark
    public byte[] write() throws JAXBException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
        marshaller.marshal(values, bytes);
        return bytes.toByteArray();
    }

    /** From the bytes to the values. */
    @Benchmark
    public Object read() throws JAXBException {
        return unmarshaller.unmarshal(new ByteArrayInputStream(document));
    }
}
