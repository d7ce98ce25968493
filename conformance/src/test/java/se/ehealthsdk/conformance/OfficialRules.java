package se.ehealthsdk.conformance;

import com.helger.schematron.sch.SchematronResourceSCH;
import com.helger.schematron.svrl.SVRLHelper;
import com.helger.schematron.svrl.jaxb.SchematronOutputType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * The official rule files, one for each type, below the folder that the system property {@code schematron.dir} names:
 * the user's own copies. What they say is asked in the way Intygstjänster asks.
 */
final class OfficialRules {

    /** Why tests are skipped. */
    static final String ABSENT =
            "the official rule files are not here: -Dschematron.dir names no folder of your own copies";

    private static final String XSD =
            "clinicalprocess.healthcond.certificate/interactions/RegisterCertificateInteraction/"
                    + "RegisterCertificateResponder_3.1.xsd";
    private static final Schema SCHEMA = schema();

    private final SchematronResourceSCH rules;

    OfficialRules(Path file) {
        rules = SchematronResourceSCH.fromFile(file.toFile());
        if (!rules.isValidSchematron()) {
            throw new IllegalStateException(file.getFileName() + " is no Schematron file");
        }
    }

    /** Whether the folder is there. */
    static boolean present() {
        String named = System.getProperty("schematron.dir", "");
        return !named.isBlank() && Files.isDirectory(Path.of(named));
    }

    static Path folder() {
        return Path.of(System.getProperty("schematron.dir"));
    }

    /** What is wrong with a document by the XML Schema of RegisterCertificate 3; empty when it is valid. */
    static Optional<String> schemaViolation(String document) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new StringReader(document)));
            return Optional.empty();
        } catch (SAXException violation) {
            return Optional.of(violation.getMessage());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(Path.of(System.getProperty("contracts.dir")).resolve(XSD).toFile());
        } catch (SAXException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** The rules that a certificate breaks, by their test; empty when it is accepted. */
    Optional<String> violation(String document) {
        try {
            SchematronOutputType output =
                    rules.applySchematronValidationToSVRL(
                            new StreamSource(new StringReader(document)));
            if (output == null) {
                return Optional.of("the engine gave up");
            }
            List<String> failed =
                    SVRLHelper.getAllFailedAssertions(output).stream()
                            .map(each -> each.getTest())
                            .toList();
            return failed.isEmpty() ? Optional.empty() : Optional.of(String.join("\n    ", failed));
        } catch (Exception aborted) {
            return Optional.of("the engine gave up: " + aborted.getMessage());
        }
    }
}
