package se.ehealthsdk.conformance;

import static net.sf.saxon.s9api.streams.Steps.descendant;

import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.schematron.sch.SchematronProviderXSLTFromSCH;
import com.helger.schematron.sch.TransformerCustomizerSCH;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
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

    private static final QName TEST = new QName("test");

    private final Processor engine = new Processor(false);
    private final XsltExecutable rules;

    OfficialRules(Path file) {
        try {
            Document compiled =
                    SchematronProviderXSLTFromSCH.createSchematronXSLT(
                            new ReadableResourceByteArray(Files.readAllBytes(file)),
                            new TransformerCustomizerSCH());
            rules = engine.newXsltCompiler().compile(new DOMSource(compiled));
        } catch (IOException | TransformerException | SaxonApiException cause) {
            throw new IllegalStateException(file.getFileName() + " is no Schematron file", cause);
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
        List<String> failed = new ArrayList<>();
        try {
            XsltTransformer run = rules.load();
            XdmDestination output = new XdmDestination();
            run.setErrorReporter(silent -> {});
            run.setMessageHandler(silent -> {});
            run.setInitialContextNode(
                    engine.newDocumentBuilder().build(new DOMSource(parsed(document))));
            run.setDestination(output);
            run.transform();
            output.getXdmNode()
                    .select(descendant("failed-assert"))
                    .forEach(each -> failed.add(each.getAttributeValue(TEST)));
        } catch (SaxonApiException aborted) {
            failed.add("the engine gave up: " + aborted.getMessage());
        }
        return failed.isEmpty() ? Optional.empty() : Optional.of(String.join("\n    ", failed));
    }

    /** Without comments and with one text for neighbouring ones, as ph-schematron reads. */
    private static Document parsed(String document) {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newDefaultNSInstance();
        builders.setIgnoringComments(true);
        builders.setCoalescing(true);
        try {
            return builders.newDocumentBuilder().parse(new InputSource(new StringReader(document)));
        } catch (ParserConfigurationException | SAXException | IOException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
