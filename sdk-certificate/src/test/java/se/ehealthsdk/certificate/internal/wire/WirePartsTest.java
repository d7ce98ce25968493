package se.ehealthsdk.certificate.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CareProvider;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.IssuingUnit;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.certificate.document.Status;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

class WirePartsTest {

    private static final String MESSAGE = Namespaces.DOMAIN + "TestResponder:1";
    private static final CodedValue CODE = CodedValue.of("a", "b", "c");
    private static final HealthcareProfessional PROFESSIONAL =
            new HealthcareProfessional(
                    Identifier.of(Identifier.HSA_ID, "SE2321000016-P"),
                    "Läkare Låtsas",
                    Optional.empty(),
                    List.of(CODE),
                    new IssuingUnit(
                            Identifier.of(Identifier.HSA_ID, "SE2321000016-U"),
                            Identifier.of(Identifier.WORKPLACE_CODE, "1"),
                            "u",
                            "",
                            "",
                            "",
                            "",
                            Optional.of("u@example.org"),
                            new CareProvider(
                                    Identifier.of(Identifier.HSA_ID, "SE2321000016-G"),
                                    "g",
                                    List.of()),
                            List.of()),
                    List.of(),
                    List.of(CODE));

    private interface Writing {
        void write(ElementWriter out) throws XMLStreamException;
    }

    private interface Reading<T> {
        T read(ElementReader in) throws XMLStreamException;
    }

    private static String message(boolean declared, Writing content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter out = SecureXml.writer(bytes);
            out.setDefaultNamespace(MESSAGE);
            out.writeStartElement(MESSAGE, "Test");
            out.writeDefaultNamespace(MESSAGE);
            ElementWriter writer = new ElementWriter(out, MESSAGE);
            if (declared) {
                WireParts.declare(writer);
            }
            content.write(writer);
            out.writeEndElement();
            out.close();
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String message, Reading<T> reading) {
        try {
            XMLStreamReader in =
                    new SecureXml(XmlLimits.DEFAULT)
                            .reader(
                                    new ByteArrayInputStream(
                                            message.getBytes(StandardCharsets.UTF_8)),
                                    null);
            in.next();
            ElementReader reader = new ElementReader(in, Namespaces.DOMAIN);
            assertThat(reader.nextChild()).isTrue();
            assertThat(reader.name()).isEqualTo("part");
            T value = reading.read(reader);
            assertThat(reader.nextChild()).as("the reading ends on the end of the part").isFalse();
            return value;
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void roundTrip(T value, Writing writing, Reading<T> reading) {
        for (boolean declared : new boolean[] {true, false}) {
            String message = message(declared, writing);
            assertThat(message).contains("<part>").contains("</part>");
            T read = read(message, reading);
            assertThat((Object) read).isEqualTo(value);
        }
    }

    @Test
    void everyPart_isReadAsItWasWritten_inTheNamespaceOfItsMessage() {
        Identifier id = Identifier.of("r", "e");
        roundTrip(id, out -> WireParts.identifier("part", id, out), WireParts::identifier);
        roundTrip(CODE, out -> WireParts.codedValue("part", CODE, out), WireParts::codedValue);
        Patient patient = Patient.of(PersonId.parse("191212121212"));
        roundTrip(patient, out -> WireParts.patient("part", patient, out), WireParts::patient);
        roundTrip(
                PROFESSIONAL,
                out -> WireParts.professional("part", PROFESSIONAL, out),
                WireParts::professional);
        Relation relation = new Relation(CODE, id, List.of());
        roundTrip(relation, out -> WireParts.relation("part", relation, out), WireParts::relation);
        Status status =
                new Status(
                        CODE, CODE, Optional.of(LocalDateTime.of(2026, 1, 2, 3, 4, 5)), List.of());
        roundTrip(status, out -> WireParts.status("part", status, out), WireParts::status);
        Answer answer = Answer.of("1", 2, List.of(new Answer.Part("1.1", new Content.Cv(CODE))));
        for (boolean declared : new boolean[] {true, false}) {
            String message = message(declared, out -> WireParts.answer("part", answer, out));
            assertThat(message).contains("<part id=\"1\">");
            Answer read = read(message, WireParts::answer);
            assertThat(read).isEqualTo(answer);
        }
        Result result = Result.error(Result.TECHNICAL_ERROR, "hemligt");
        roundTrip(result, out -> WireParts.result("part", result, out), WireParts::result);
        roundTrip(
                Result.ok(), out -> WireParts.result("part", Result.ok(), out), WireParts::result);
    }

    @Test
    void person_isWrittenWithTwelveDigits() {
        assertThat(
                        message(
                                true,
                                out ->
                                        WireParts.person(
                                                "part",
                                                Identifier.of(
                                                        Identifier.PERSONNUMMER, "19121212-1212"),
                                                out)))
                .contains("<tp:extension>191212121212</tp:extension>");
    }

    @Test
    void partsThatAreEmptyOrHoldStrangeThings_areReadAsMuchAsThereIs() {
        for (String part :
                List.of(
                        "<part xmlns='" + MESSAGE + "'/>",
                        "<part xmlns='" + MESSAGE + "'>x<y/></part>")) {
            String message = "<m xmlns='" + MESSAGE + "'>" + part + "</m>";
            Identifier id = read(message, WireParts::identifier);
            assertThat(id).isEqualTo(new Identifier("", Optional.empty()));
            assertThat(read(message, WireParts::codedValue).code()).isEmpty();
            assertThat(read(message, WireParts::patient).personId()).isEmpty();
            assertThat(read(message, WireParts::professional).unit().name()).isEmpty();
            assertThat(read(message, WireParts::relation).type().code()).isEmpty();
            assertThat(read(message, WireParts::status).time()).isEmpty();
            assertThat(read(message, WireParts::answer).parts()).isEmpty();
            assertThat(read(message, WireParts::result).isDone()).isFalse();
        }
    }

    @Test
    void intygInAMessage_keepsWhatIsDeclaredAroundIt() {
        String message =
                "<m:m xmlns:m='%s' xmlns:c='%s' xmlns:unused='urn:u' xmlns:v='urn:v' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><m:part><c:version>2.0</c:version><c:svar i:type='v:Typ'/></m:part></m:m>"
                        .formatted(MESSAGE, Namespaces.CORE);
        Intyg intyg = read(message, WireParts::intyg);

        assertThat(intyg.version()).isEqualTo("2.0");
        assertThat(new String(intyg.xml(), StandardCharsets.UTF_8))
                .contains("xmlns:v=\"urn:v\"")
                .doesNotContain("urn:u\"");
        assertThat(Intyg.read(intyg.xml()).version()).isEqualTo("2.0");
    }

    @Test
    void textThatXmlCannotCarry_isRefused() {
        assertThatThrownBy(
                        () ->
                                message(
                                        true,
                                        out ->
                                                WireParts.result(
                                                        "part", Result.info("a\u0001"), out)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void result_hidesItsText() {
        assertThat(Result.error(Result.VALIDATION_ERROR, "191212121212"))
                .hasToString("Result[ERROR, VALIDATION_ERROR]");
        assertThat(Result.info("x").isDone()).isTrue();
        assertThat(Result.ok().isDone()).isTrue();
    }
}
