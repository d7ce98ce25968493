package se.ehealthsdk.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Attribute;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.core.error.InvalidInputException;

/** What a certificate says in places where no one expects it to say anything. */
class HostileTest {

    private static final Doc SICK_NOTE = Lisjp2RulesTest.BASE;
    private static final String PERSON = "191212121212";
    private static final CertificateChecker CHECKER = CertificateChecker.create();

    @Test
    void ids_thatAreThoseOfNoQuestion_areNotRepeated() {
        for (String id :
                List.of(PERSON, "Tolvan", "1\n2", PERSON + ".1", "32." + PERSON, "٣٢", "")) {
            Answer answer =
                    new Answer(
                            id,
                            Optional.of(1_212_121_212),
                            List.of(new Answer.Part(id, new Content.Text("x"))),
                            List.of());
            String xml = new String(SICK_NOTE.add(answer).intyg().xml(), StandardCharsets.UTF_8);
            for (CheckMode mode : CheckMode.values()) {
                assertSilent(CHECKER.check(xml.getBytes(StandardCharsets.UTF_8), mode), id);
                assertSilent(CHECKER.check(SICK_NOTE.add(answer).intyg(), mode), id);
            }
            assertSilent(CHECKER.checkPrefill(CertificateType.LISJP, List.of(answer)), id);
        }
    }

    @Test
    void idsOfWhatCannotBeWritten_areNotRepeated() {
        for (String id : List.of(PERSON, "Tolvan", "1\n2")) {
            Answer text = Answer.of(id, new Answer.Part(id, new Content.Text("\u0000")));
            assertSilent(CHECKER.check(SICK_NOTE.add(text).intyg(), CheckMode.FORM), id);
        }
        Answer known = Answer.of("25", new Answer.Part("25.1", new Content.Text("\uD800")));
        assertThat(CHECKER.check(SICK_NOTE.add(known).intyg(), CheckMode.OFFICIAL))
                .extracting(Finding::wrong)
                .first()
                .asString()
                .startsWith("delsvar 25.1: ");
    }

    private static void assertSilent(List<Finding> findings, String id) {
        assertThat(findings).isNotEmpty();
        for (Finding finding : findings) {
            assertThat(finding.toString())
                    .doesNotContain(PERSON, "Tolvan", "\n", "٣٢", "1212121212");
            assertThat(finding.question()).isNotEqualTo(Optional.of(id));
        }
    }

    @Test
    void identifier_showsNoPersonsNumber_underAnyRoot() {
        for (String number :
                List.of(PERSON, "121212-1212", "121212+1212", " 19121212TF12 ", "20121212-1212")) {
            assertThat(Identifier.of("1.2.752.97.3.1.3", number).toString())
                    .doesNotContain(number.strip());
            assertThat(Identifier.of("", number).toString()).doesNotContain(number.strip());
        }
        assertThat(Identifier.of(Identifier.HSA_ID, "SE2321000016-1003").toString())
                .contains("SE2321000016-1003");
        assertThat(Identifier.of("SE1", "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10").toString())
                .contains("5f1c0a52");
    }

    @Test
    void dayOfTheCheck_thatNoCertificateCanName_isATypedError() {
        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.of(0, 12, 31), LocalDate.MAX)) {
            assertThatThrownBy(() -> CHECKER.check(SICK_NOTE.intyg(), CheckMode.FORM, day))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("on: ");
        }
        for (LocalDate day : List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31))) {
            assertThat(CHECKER.check(SICK_NOTE.intyg(), CheckMode.FORM, day)).isNotEmpty();
        }
    }

    @Test
    void unknownType_isTold_withThoseThatAreKnown() {
        Finding told =
                CHECKER.check(
                                SICK_NOTE
                                        .type(
                                                CodedValue.of("X", CertificateType.CODE_SYSTEM),
                                                "1.0")
                                        .intyg(),
                                CheckMode.OFFICIAL)
                        .get(0);

        assertThat(told.rule()).isEqualTo("COM-DOC-TYPE");
        for (CertificateType each : List.of(CertificateType.LUAE_NA, CertificateType.DOI)) {
            assertThat(CHECKER.rules(each, 1)).isNotEmpty();
            assertThat(told.right()).contains(each.code() + " 1");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void null_isRefusedWhereItIsGiven() {
        assertNull("content", () -> new Answer.Part("1.1", null));
        assertNull("id", () -> Answer.of(null));
        assertNull("value", () -> new Content.Text(null));
        assertNull("code", () -> CodedValue.of(null, "x"));
        assertNull("root", () -> new Identifier(null, Optional.empty()));
        assertNull("value", () -> Intyg.builder().answer(null));
    }

    private static void assertNull(String what, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(what);
    }

    @Test
    void elementsMadeByHand_thatAreNoXml_areFindings() {
        QName name = new QName("urn:x", "a", "p");
        Declaration declared = new Declaration("p", "urn:x");
        List<XmlElement> broken =
                List.of(
                        new XmlElement(name, List.of(declared, declared), List.of(), List.of()),
                        new XmlElement(
                                name,
                                List.of(),
                                List.of(
                                        new Attribute(new QName("urn:z", "b", "m"), "1"),
                                        new Attribute(new QName("urn:z", "b", "n"), "2")),
                                List.of()),
                        new XmlElement(
                                name,
                                List.of(new Declaration("x", "http://www.w3.org/2000/xmlns/")),
                                List.of(),
                                List.of()),
                        new XmlElement(
                                new QName("http://www.w3.org/2000/xmlns/", "a"),
                                List.of(),
                                List.of(),
                                List.of()));
        for (XmlElement each : broken) {
            Intyg certificate = SICK_NOTE.intyg().toBuilder().signature(each).build();
            assertThat(CHECKER.check(certificate, CheckMode.OFFICIAL))
                    .first()
                    .extracting(Finding::rule)
                    .isEqualTo("COM-DOC-XML");
            assertThatThrownBy(certificate::xml).isInstanceOf(InvalidInputException.class);
        }
    }
}
