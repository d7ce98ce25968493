package se.ehealthsdk.testkit.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * The official schemas in a folder of WSDL and XSD, as Inera publishes them. Each is compiled when a message of its
 * contract first comes. Reads nothing outside the folder. Safe for use by many threads.
 */
final class OfficialSchemas {

    private static final String REMEDY =
            "give the folder of the official service contracts (WSDL and XSD), one folder for each domain";
    private static final String SCHEMA = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    /** In XSD these are characters, not the ends of the text: taken literally they refuse every right value. */
    private static final Pattern ANCHORED =
            Pattern.compile("(<[\\w:]*pattern\\s+value=)([\"'])\\^(.*?)\\$\\2");

    private final Path folder;
    private final Map<String, Path> byNamespace = new TreeMap<>();
    private final Map<String, Optional<SchemaPool>> compiled = new ConcurrentHashMap<>();

    private OfficialSchemas(Path folder) {
        this.folder = folder;
    }

    /**
     * The contracts in a folder.
     *
     * @throws ConfigurationException if it is not there, holds none, or one that cannot be read
     */
    static OfficialSchemas in(Path given) {
        Path folder = given.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException("There is no folder of contracts at " + given, REMEDY);
        }
        OfficialSchemas schemas = new OfficialSchemas(folder);
        for (Path wsdl : wsdls(folder, given)) {
            schemas.add(wsdl);
        }
        if (schemas.byNamespace.isEmpty()) {
            throw new ConfigurationException(
                    "The folder of contracts " + given + " holds no RIV-TA contract", REMEDY);
        }
        return schemas;
    }

    private static List<Path> wsdls(Path folder, Path given) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".wsdl")).sorted().toList();
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "The folder of contracts " + given + " cannot be read", REMEDY, unreadable);
        }
    }

    /** The namespaces of the contracts that there are schemas for. */
    List<String> contracts() {
        return List.copyOf(byNamespace.keySet());
    }

    private void add(Path wsdl) {
        Map<String, String> imports = imports(wsdl);
        imports.forEach(
                (namespace, location) -> {
                    if (namespace.matches("urn:riv:.*Responder:[0-9]+")) {
                        Path xsd = wsdl.resolveSibling(location).normalize();
                        if (xsd.startsWith(folder) && Files.isRegularFile(xsd)) {
                            imports(xsd);
                            byNamespace.put(namespace, xsd);
                        }
                    }
                });
    }

    /** The imports of a file, which is read to its end so that a broken one is found at once. */
    private Map<String, String> imports(Path file) {
        Map<String, String> imports = new HashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = new SecureXml(XmlLimits.DEFAULT).reader(in, null);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("import")
                        && SCHEMA.equals(reader.getNamespaceURI())) {
                    String namespace = reader.getAttributeValue(null, "namespace");
                    String location = reader.getAttributeValue(null, "schemaLocation");
                    if (namespace != null && location != null) {
                        imports.put(namespace, location);
                    }
                }
            }
            return imports;
        } catch (IOException | XMLStreamException broken) {
            throw new ConfigurationException(
                    "The contract "
                            + folder.relativize(file)
                            + " cannot be read: "
                            + broken.getMessage(),
                    "put the file as it was published in its place",
                    broken);
        }
    }

    /** The schema of a contract; empty when there is none for it. */
    Optional<SchemaPool> of(String namespace) {
        Path xsd = byNamespace.get(namespace);
        return xsd == null
                ? Optional.empty()
                : compiled.computeIfAbsent(
                        namespace, any -> Optional.of(new SchemaPool(compile(xsd))));
    }

    private Schema compile(Path xsd) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setResourceResolver(
                    (type, namespace, publicId, systemId, base) -> input(systemId, base));
            return factory.newSchema(
                    new StreamSource(new StringReader(text(xsd)), xsd.toUri().toString()));
        } catch (SAXException | IOException broken) {
            throw new ConfigurationException(
                    "The schema "
                            + folder.relativize(xsd)
                            + " cannot be used: "
                            + broken.getMessage(),
                    "put the file as it was published in its place",
                    broken);
        }
    }

    private LSInput input(@Nullable String systemId, @Nullable String base) {
        if (systemId == null || base == null) {
            throw new IllegalArgumentException("a schema is imported without its place");
        }
        Path file = Path.of(java.net.URI.create(base)).resolveSibling(systemId).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("a schema outside the folder is imported");
        }
        try {
            return new SchemaInput(text(file), file.toUri().toString());
        } catch (IOException missing) {
            throw new IllegalArgumentException(
                    "a schema that is imported is missing: " + systemId, missing);
        }
    }

    /** The file's text, without a byte order mark, and with patterns as they were meant. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return ANCHORED.matcher(plain).replaceAll("$1$2$3$2");
    }
}
