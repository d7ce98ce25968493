package se.ehealthsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is timed is what the official schema of GetEmployeeIncludingProtectedPerson 4.0 allows. */
class MessagesConformanceTest {

    private static Schema schema;

    @BeforeAll
    static void readSchema() throws Exception {
        Path file =
                Path.of(
                        System.getProperty("contracts.dir", ""),
                        "infrastructure.directory.employee/4.0/interactions",
                        "GetEmployeeIncludingProtectedPersonInteraction",
                        "GetEmployeeIncludingProtectedPersonResponder_4.0.xsd");
        assumeTrue(Files.exists(file), "contracts.dir does not lead to the official schemas");
        schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(file.toFile());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRITE")
    void answer_isValid(Workload work) {
        assertThatNoException().isThrownBy(() -> validate(Answers.to(work)));
    }

    @Test
    void request_isValid() {
        assertThatNoException().isThrownBy(() -> validate(FloorCaller.request(Workload.CALL)));
    }

    private static void validate(byte[] envelope) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(envelope));
        Element body =
                (Element)
                        document.getElementsByTagNameNS(
                                        "http://schemas.xmlsoap.org/soap/envelope/", "Body")
                                .item(0);
        Node message = body.getFirstChild();
        schema.newValidator().validate(new DOMSource(message));
    }
}
