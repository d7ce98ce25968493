package se.ehealthsdk.hsa;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The official schemas, which lie outside the repository: see the system property contracts.dir. */
public final class OfficialSchemas {

    private static final Map<Path, Schema> COMPILED = new ConcurrentHashMap<>();

    private OfficialSchemas() {}

    /**
     * Fails if a message does not validate; skips the test if the official schemas are not there.
     *
     * @param release the folder of a domain and release, as infrastructure.directory.organization/5.0
     * @param interaction as GetUnit
     * @param xml a request or a response, without envelope
     */
    public static void validate(String release, String interaction, String xml) {
        Schema schema =
                COMPILED.computeIfAbsent(responder(release, interaction), OfficialSchemas::compile);
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException invalid) {
            fail(interaction + " of " + release + ": " + invalid.getMessage() + "\n" + xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with the official contracts; skips the test if there is none. */
    public static Path folder() {
        String folder = System.getProperty("contracts.dir", "");
        assumeTrue(
                !folder.isEmpty() && Files.isDirectory(Path.of(folder)),
                "the official schemas are not there: set -Dcontracts.dir to their folder");
        return Path.of(folder);
    }

    private static Path responder(String release, String interaction) {
        Path folder =
                folder().resolve(release).resolve("interactions/" + interaction + "Interaction");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .matches(interaction + "Responder_[0-9.]+\\.xsd"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no schema for " + interaction));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema compile(Path xsd) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return factory.newSchema(xsd.toFile());
        } catch (SAXException e) {
            throw new AssertionError("the official schema " + xsd + " does not compile", e);
        }
    }
}
