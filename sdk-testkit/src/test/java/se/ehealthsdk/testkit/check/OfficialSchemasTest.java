package se.ehealthsdk.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.NationalServices;

/** With a small contract of our own, in the layout of the official ones. */
class OfficialSchemasTest {

    private static final String CONTRACT = "urn:riv:example:test:GetThingResponder:1";

    private static final String XSD =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:riv:example:test:GetThingResponder:1"
              targetNamespace="urn:riv:example:test:GetThingResponder:1" elementFormDefault="qualified">
            <xs:element name="GetThing"><xs:complexType><xs:sequence>
              <xs:element name="id"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="^[0-9]{4}$"/></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="many" type="xs:int" minOccurs="0"/>
              <xs:element name="kind"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="A"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType></xs:element>
            </xs:sequence></xs:complexType></xs:element>
            <xs:element name="GetThingResponse"><xs:complexType><xs:sequence><xs:element name="thing" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
            </xs:schema>""";

    private static final String WSDL =
            """
            <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
            <wsdl:types><xs:schema><xs:import namespace="urn:riv:example:test:GetThingResponder:1" schemaLocation="GetThingResponder_1.0.xsd"/></xs:schema></wsdl:types>
            </wsdl:definitions>""";

    @TempDir private Path folder;

    private final Inspector inspector = Messages.inspector();

    @BeforeEach
    void write() throws IOException {
        Path place =
                Files.createDirectories(
                        folder.resolve("example.test/interactions/GetThingInteraction"));
        Files.writeString(place.resolve("GetThingInteraction_1.0_RIVTABP21.wsdl"), WSDL);
        Files.writeString(place.resolve("GetThingResponder_1.0.xsd"), "\uFEFF" + XSD);
    }

    private List<Finding> findings(String inside) {
        inspector.contracts(folder);
        String message =
                Messages.envelope(
                        "X-1",
                        "<GetThing xmlns=\"" + CONTRACT + "\">\n" + inside + "\n</GetThing>");
        return Messages.findings(
                inspector,
                "/vp",
                Messages.headers(message),
                message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void message_valid_nothingFound_alsoWhereThePatternIsAnchored() {
        assertThat(findings("<id>4711</id><kind>A</kind>")).isEmpty();
        assertThat(findings("<id>4711</id><many>3</many><kind>B</kind>")).isEmpty();
        assertThat(inspector.contracts()).containsExactly(CONTRACT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema.missing | <id>4711</id> | GetThing | One of many, kind is missing here.",
                "schema.unexpected | <kind>A</kind><id>4711</id> | kind | kind does not belong here. Expected here: id.",
                "schema.unexpected | <id>4711</id><kind>A</kind><x/> | x | x does not belong here. Expected here: nothing more.",
                "schema.value | <id>471</id><kind>A</kind> | id | \"471\" is not of the form [0-9]{4}.",
                "schema.value | <id>4711</id><many>few</many><kind>A</kind> | many | \"few\" is not of the type integer.",
                "schema.value | <id>4711</id><kind>C</kind> | kind | \"C\" is not one of [A, B].",
                "schema.attribute | <id x=\"y\">4711</id><kind>A</kind> | id | The attribute x: is not in the schema",
                "schema.other | <id>4711</id>text<kind>A</kind> | GetThing | GetThing has text where the schema has elements alone"
            })
    void message_invalid_toldInPlainWords(String rule, String inside, String at, String words) {
        List<Finding> found = findings(inside);

        assertThat(found).isNotEmpty();
        assertThat(found.get(0).rule().id()).isEqualTo(rule);
        assertThat(found.get(0).path()).endsWith(at);
        assertThat(found.get(0).line()).isPositive();
        assertThat(found.get(0).what().english()).isEqualTo(words);
        assertThat(found.get(0).what().swedish()).isNotEqualTo(words).doesNotContain("cvc-");
    }

    @Test
    void validator_isAsNewAfterABrokenMessage() {
        assertThat(findings("<id>471</id>")).hasSize(2);
        assertThat(findings("<id>4711</id><kind>A</kind>")).isEmpty();
    }

    @Test
    void answer_invalid_isTheStandInsFault() {
        inspector.contracts(folder);
        try (Inspection inspection =
                inspector.open(
                        "/vp", java.util.Map.of(), new byte[0], java.util.Optional.empty())) {
            inspection.response(
                    200,
                    Messages.envelope("X", "<GetThingResponse xmlns=\"" + CONTRACT + "\"/>")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(inspection.found())
                    .singleElement()
                    .satisfies(
                            it -> {
                                assertThat(it.rule().id()).isEqualTo("schema.answer");
                                assertThat(it.part()).isEqualTo(Part.RESPONSE);
                                assertThat(it.what().english()).contains("thing is missing here.");
                            });
        }
    }

    @Test
    void folder_missing_empty_broken_saidInPlainWords() throws IOException {
        assertThatThrownBy(
                        () ->
                                NationalServices.builder()
                                        .contracts(folder.resolve("nowhere"))
                                        .start())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("There is no folder of contracts");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> inspector.contracts(empty))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("holds no RIV-TA contract");
        Files.writeString(
                folder.resolve(
                        "example.test/interactions/GetThingInteraction/GetThingResponder_1.0.xsd"),
                "<xs:schema");
        assertThatThrownBy(() -> inspector.contracts(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("GetThingResponder_1.0.xsd");
    }

    @Test
    void schema_reachingOutsideTheFolder_refused() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.xsd"), XSD);
        Path inner = folder.resolve("example.test");
        Files.writeString(
                inner.resolve("interactions/GetThingInteraction/GetThingResponder_1.0.xsd"),
                XSD.replace(
                        "<xs:element name=\"GetThing\">",
                        "<xs:include schemaLocation=\"../../../"
                                + outside.getFileName()
                                + "\"/><xs:element name=\"GetThing\">"));

        assertThatThrownBy(() -> OfficialSchemas.in(inner).of(CONTRACT))
                .hasMessageContaining("outside the folder");
    }
}
