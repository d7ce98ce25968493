package se.ehealthsdk.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The official contracts below the folder that {@code contracts.dir} names; for the log service, when it is not
 * among them, what the facts say of it ({@code facts-schemas}).
 */
final class OfficialContracts {

    /** Why tests are skipped. */
    static final String ABSENT =
            "the official contracts are not here: -Dcontracts.dir names no folder";

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String WSDL_SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    private static final Pattern VERSION = Pattern.compile("_(\\d+(?:\\.\\d+)*)_RIVTABP21\\.wsdl$");

    /** The domain whose official files may be missing; schemas of our own stand in for them then. */
    private static final String LOG = "informationsecurity.auditing.log";

    /** The domains that the SDK has contracts for, by the folders that hold them. */
    private static final List<String> DOMAINS =
            List.of(
                    "clinicalprocess.healthcond.certificate",
                    "clinicalprocess.logistics.logistics",
                    "ehr.patientrelationship",
                    LOG,
                    "informationsecurity.authorization.blocking",
                    "informationsecurity.authorization.consent",
                    "infrastructure.directory.authorizationmanagement",
                    "infrastructure.directory.employee",
                    "infrastructure.directory.organization",
                    "itintegration.engagementindex",
                    "strategicresourcemanagement.persons.person");

    /**
     * What the SDK has no contract for, by the name of the file: generations that are dead, one whose schema is not
     * among the official files, and what only the citizens' service or aggregating services call.
     */
    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "(CertificateStatusUpdateForCare|CreateDraftCertificate|ListCertificatesForCare"
                            + "|ListCertificatesForCareWithQA|RegisterCertificate)Interaction_1\\.0_.*"
                            + "|CertificateStatusUpdateForCareInteraction_2\\.0_.*"
                            + "|ListCertificatesForCitizenInteraction_.*"
                            + "|(FindContent|GetCareContacts|ProcessNotification)Interaction_.*");

    private OfficialContracts() {}

    /** All interactions of the SDK's domains; skips the calling test when the folder is not there. */
    static List<OfficialInteraction> all() {
        Path folder = folder();
        List<OfficialInteraction> all = new ArrayList<>(below(folder));
        if (!Files.isDirectory(folder.resolve(LOG))) {
            all.addAll(below(factsSchemas()));
        }
        return all;
    }

    private static Path factsSchemas() {
        try {
            return Path.of(OfficialContracts.class.getResource("/facts-schemas").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<OfficialInteraction> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".wsdl"))
                    .filter(file -> DOMAINS.contains(folder.relativize(file).getName(0).toString()))
                    .filter(file -> !LEFT_OUT.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The interaction in the newest release of its domain that has it. */
    static OfficialInteraction newest(String operation, String version) {
        return all().stream()
                .filter(found -> found.operation().equals(operation))
                .filter(found -> found.version().equals(version))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException(operation + " " + version));
    }

    /** Whether they are where the build looks for them. */
    static boolean present() {
        String named = System.getProperty("contracts.dir", "");
        return !named.isBlank() && Files.isDirectory(Path.of(named));
    }

    /** A file of the official contracts, by its path below their folder; skips the calling test without it. */
    static Path file(String path) {
        return folder().resolve(path);
    }

    private static Path folder() {
        Assumptions.assumeTrue(present(), ABSENT);
        return Path.of(System.getProperty("contracts.dir")).toAbsolutePath().normalize();
    }

    private static OfficialInteraction read(Path folder, Path wsdl) {
        Document document = Xml.parse(wsdl);
        String targetNamespace = document.getDocumentElement().getAttribute("targetNamespace");
        Element operation = first(first(document, WSDL, "portType"), WSDL, "operation");
        QName request = null;
        QName logicalAddress = null;
        for (Element part : Xml.descendants(message(document, operation, "input"), WSDL, "part")) {
            QName element = qname(part, part.getAttribute("element"));
            if (element.getLocalPart().equals("LogicalAddress")) {
                logicalAddress = element;
            } else {
                request = element;
            }
        }
        Element answer = first(message(document, operation, "output"), WSDL, "part");
        Element service = first(document, WSDL, "service");
        Matcher version = VERSION.matcher(wsdl.getFileName().toString());
        if (!version.find() || request == null || logicalAddress == null) {
            throw new IllegalStateException("not a RIV-TA BP 2.1 contract: " + wsdl.getFileName());
        }
        return new OfficialInteraction(
                wsdl,
                releaseOf(folder.relativize(wsdl)),
                version.group(1),
                operation.getAttribute("name"),
                first(document, WSDL_SOAP, "operation").getAttribute("soapAction"),
                request,
                qname(answer, answer.getAttribute("element")),
                logicalAddress,
                new QName(targetNamespace, service.getAttribute("name")),
                new QName(targetNamespace, first(service, WSDL, "port").getAttribute("name")),
                schema(wsdl, document, request.getNamespaceURI()));
    }

    /**
     * {@code infrastructure.directory.organization/5.0/interactions/X/Y.wsdl}; a domain of which there
     * is only one release has no folder for it.
     */
    private static String releaseOf(Path wsdl) {
        String domain = wsdl.getName(0).toString();
        String release = wsdl.getName(1).toString();
        String name = domain.substring(domain.lastIndexOf('.') + 1);
        return release.equals("interactions") ? name : name + "/" + release;
    }

    private static Path schema(Path wsdl, Document document, String namespace) {
        List<Path> found = new ArrayList<>();
        for (Element imported : Xml.descendants(document, SCHEMA, "import")) {
            if (imported.getAttribute("namespace").equals(namespace)) {
                found.add(wsdl.resolveSibling(imported.getAttribute("schemaLocation")));
            }
        }
        if (found.size() != 1) {
            throw new IllegalStateException(found + " declare " + namespace);
        }
        return found.get(0).normalize();
    }

    private static Element message(Document wsdl, Element operation, String direction) {
        Element in = first(operation, WSDL, direction);
        String name = qname(in, in.getAttribute("message")).getLocalPart();
        return Xml.descendants(wsdl, WSDL, "message").stream()
                .filter(message -> message.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no message " + name));
    }

    private static Element first(org.w3c.dom.Node below, String namespace, String name) {
        List<Element> found = Xml.descendants(below, namespace, name);
        // a binding repeats the operation, so the first of its kind is asked for where it is nested
        if (found.isEmpty()) {
            throw new IllegalStateException("no " + name);
        }
        return found.get(0);
    }

    private static QName qname(Element where, String prefixed) {
        int colon = prefixed.indexOf(':');
        String prefix = colon < 0 ? null : prefixed.substring(0, colon);
        return new QName(where.lookupNamespaceURI(prefix), prefixed.substring(colon + 1));
    }
}
