package se.ehealthsdk.certificate.internal.schematron;

import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.schematron.sch.EStepSCH;
import com.helger.schematron.sch.SchematronProviderXSLTFromSCH;
import com.helger.schematron.sch.TransformerCustomizerSCH;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stax.StAXSource;
import net.sf.saxon.jaxp.TransformerImpl;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.DateTimeValue;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.core.error.ConfigurationException;

/**
 * One Schematron file, compiled. Its rules reach nothing but the certificate: no network, no file, no environment,
 * no code. Safe for use by many threads.
 */
final class SchematronRules {

    private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
    private static final QName FAILED = new QName(SVRL, "failed-assert");
    private static final QName REPORTED = new QName(SVRL, "successful-report");
    private static final QName TEXT = new QName(SVRL, "text");
    private static final QName ID = new QName("id");
    private static final QName LOCATION = new QName("location");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String RIGHT = "what the rule asks for";

    private final Processor processor;
    private final XsltExecutable rules;
    private final String fileName;

    private SchematronRules(Processor processor, XsltExecutable rules, String fileName) {
        this.processor = processor;
        this.rules = rules;
        this.fileName = fileName;
    }

    /**
     * @throws ConfigurationException if the file cannot be read or its rules cannot be compiled
     */
    static SchematronRules compile(Path file) {
        byte[] source = SchematronSource.read(file);
        Problem problem = new Problem();
        try {
            Processor processor = closedProcessor();
            XsltCompiler compiler = processor.newXsltCompiler();
            compiler.setErrorReporter(error -> problem.first(error.getMessage()));
            return new SchematronRules(
                    processor,
                    compiler.compile(new DOMSource(stylesheet(source, problem))),
                    String.valueOf(file.getFileName()));
        } catch (TransformerException | SaxonApiException refused) {
            throw new ConfigurationException(
                    "The rules of the Schematron file "
                            + file.getFileName()
                            + " cannot be compiled"
                            + problem.said(),
                    "Take the file anew from the owner of the rules: one file without includes,"
                            + " query binding xslt2.",
                    refused);
        }
    }

    private static Document stylesheet(byte[] source, Problem problem) throws TransformerException {
        Document stylesheet =
                SchematronProviderXSLTFromSCH.createSchematronXSLT(
                        new ReadableResourceByteArray(source), new Quiet(problem));
        if (stylesheet == null) {
            throw new TransformerException("no stylesheet came of it");
        }
        return stylesheet;
    }

    private static Processor closedProcessor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(
                Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        return processor;
    }

    /**
     * @param prefix what the ids of findings begin with, for example {@code LISJP2-SCH-}
     * @param document a RegisterCertificate
     * @param today what the rules take for the date of today
     */
    List<Finding> check(String prefix, byte[] document, LocalDate today) {
        try {
            XdmNode certificate =
                    processor
                            .newDocumentBuilder()
                            .build(
                                    new StAXSource(
                                            SchematronSource.XML.reader(
                                                    new ByteArrayInputStream(document), null)));
            return findings(prefix, certificate, run(certificate, today));
        } catch (SaxonApiException aborted) {
            return List.of(engineError(prefix, aborted));
        } catch (IOException | XMLStreamException | XPathException impossible) {
            throw new IllegalStateException("a document of our own cannot be read", impossible);
        }
    }

    private XdmNode run(XdmNode certificate, LocalDate today)
            throws SaxonApiException, XPathException {
        XsltTransformer run = rules.load();
        XdmDestination result = new XdmDestination();
        // their words may quote the certificate
        run.setErrorReporter(silent -> {});
        run.setMessageHandler(silent -> {});
        run.getUnderlyingController()
                .setCurrentDateTime(
                        DateTimeValue.fromZonedDateTime(
                                today.atTime(LocalTime.NOON).atZone(SWEDEN)));
        run.setInitialContextNode(certificate);
        run.setDestination(result);
        run.transform();
        return result.getXdmNode();
    }

    private List<Finding> findings(String prefix, XdmNode certificate, XdmNode result)
            throws SaxonApiException {
        List<Finding> findings = new ArrayList<>();
        for (XdmNode output : result.children()) {
            for (XdmNode each : output.children()) {
                if (FAILED.equals(each.getNodeName()) || REPORTED.equals(each.getNodeName())) {
                    findings.add(finding(prefix, certificate, each));
                }
            }
        }
        return List.copyOf(findings);
    }

    private Finding finding(String prefix, XdmNode certificate, XdmNode broken)
            throws SaxonApiException {
        Place place = Place.of(located(certificate, broken.getAttributeValue(LOCATION)));
        StringBuilder text = new StringBuilder();
        for (XdmNode each : broken.children()) {
            if (TEXT.equals(each.getNodeName())) {
                text.append(each.getStringValue()).append(' ');
            }
        }
        String wrong = BLANKS.matcher(text).replaceAll(" ").strip();
        return new Finding(
                prefix + broken.getAttributeValue(ID),
                place.question(),
                place.instance(),
                Origin.OFFICIAL,
                wrong.isEmpty() ? "a rule of " + fileName + " is broken" : wrong,
                RIGHT);
    }

    private @Nullable XdmNode located(XdmNode certificate, @Nullable String location)
            throws SaxonApiException {
        if (location == null || location.isBlank()) {
            return null;
        }
        XPathCompiler paths = processor.newXPathCompiler();
        XdmItem item = paths.evaluateSingle(location, certificate);
        return item instanceof XdmNode node ? node : null;
    }

    private Finding engineError(String prefix, SaxonApiException aborted) {
        QName code = aborted.getErrorCode();
        return new Finding(
                prefix + "ERROR",
                Optional.empty(),
                Optional.empty(),
                Origin.OFFICIAL,
                "the rules of "
                        + fileName
                        + " cannot be applied to what the certificate holds"
                        + (code == null ? "" : " (" + code.getLocalName() + ")"),
                "a value of the right kind in every answer, such as a date where a date is asked for");
    }

    /** Where in the certificate a rule was broken. */
    private record Place(Optional<String> question, Optional<Integer> instance) {

        private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");

        static Place of(@Nullable XdmNode node) {
            Optional<String> question = Optional.empty();
            for (XdmNode at = node; at != null; at = at.getParent()) {
                boolean answer = isNamed(at, "svar");
                if (question.isEmpty() && (answer || isNamed(at, "delsvar"))) {
                    question = Optional.ofNullable(at.getAttributeValue(ID));
                }
                if (answer) {
                    return new Place(question, instance(at));
                }
            }
            return new Place(question, Optional.empty());
        }

        private static Optional<Integer> instance(XdmNode answer) {
            for (XdmNode child : answer.children()) {
                if (isNamed(child, "instans")) {
                    String text = child.getStringValue().strip();
                    return INTEGER.matcher(text).matches()
                            ? Optional.of(Integer.valueOf(text))
                            : Optional.empty();
                }
            }
            return Optional.empty();
        }

        private static boolean isNamed(XdmNode node, String name) {
            return node.getNodeKind() == XdmNodeKind.ELEMENT
                    && node.getNodeName().getLocalName().equals(name);
        }
    }

    /** The first thing that went wrong in a rule file. */
    private static final class Problem implements ErrorListener {

        private @Nullable String message;

        void first(@Nullable String text) {
            if (message == null) {
                message = text;
            }
        }

        String said() {
            return message == null ? "" : ": " + message;
        }

        @Override
        public void warning(TransformerException exception) {
            // what is compiled in spite of it works
        }

        @Override
        public void error(TransformerException exception) {
            first(exception.getMessage());
        }

        @Override
        public void fatalError(TransformerException exception) {
            first(exception.getMessage());
        }
    }

    /** From Schematron to XSLT: reads the one file and prints nothing. */
    private static final class Quiet extends TransformerCustomizerSCH {

        Quiet(Problem problem) {
            setErrorListener(problem);
            setURIResolver(
                    (href, base) -> {
                        throw new TransformerException("the file refers to another");
                    });
        }

        @Override
        public void customize(EStepSCH step, Transformer transformer) {
            super.customize(step, transformer);
            if (transformer instanceof TransformerImpl saxon) {
                saxon.getUnderlyingController().setMessageHandler(silent -> {});
            }
        }
    }

    /** Rules do not see the environment of the program. */
    private static final class NoEnvironment implements EnvironmentVariableResolver {

        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public @Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
