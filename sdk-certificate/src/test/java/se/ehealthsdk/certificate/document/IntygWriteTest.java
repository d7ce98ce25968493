package se.ehealthsdk.certificate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.certificate.document.SampleIntyg.CONTENT;
import static se.ehealthsdk.certificate.document.SampleIntyg.register;
import static se.ehealthsdk.certificate.document.SampleIntyg.utf8;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.document.XmlElement.Attribute;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.core.error.InvalidInputException;

class IntygWriteTest {

    private static final Intyg SAMPLE = Intyg.read(utf8(register(CONTENT)));

    private static String xml(Intyg intyg) {
        return new String(intyg.xml(), StandardCharsets.UTF_8);
    }

    private static Intyg with(Content content) {
        return SAMPLE.toBuilder()
                .answers(List.of(Answer.of("1", new Answer.Part("1.1", content))))
                .build();
    }

    private static Content only(Intyg intyg) {
        return intyg.answers("1").get(0).content("1.1").orElseThrow();
    }

    private static XmlElement element(String namespace, String name, XmlNode... children) {
        return new XmlElement(
                new QName(namespace, name, ""), List.of(), List.of(), List.of(children));
    }

    @Test
    void builtCertificate_isWrittenWithFixedPrefixesOrderAndTimes_theSameBytesEachTime() {
        Intyg built =
                SAMPLE.toBuilder()
                        .signedAt(LocalDateTime.of(2026, 1, 2, 3, 4, 0, 999_999_999))
                        .build();

        assertThat(xml(built))
                .startsWith(
                        "<?xml version='1.0' encoding='UTF-8'?><rg:RegisterCertificate xmlns:rg=\"urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3\" xmlns:gn=\"urn:riv:clinicalprocess:healthcond:certificate:3\" xmlns:tp=\"urn:riv:clinicalprocess:healthcond:certificate:types:3\" xmlns:m1=\"urn:riv:clinicalprocess:healthcond:certificate:3.2\"><rg:intyg><gn:intygs-id><tp:root>")
                .contains("<gn:signeringstidpunkt>2026-01-02T03:04:00</gn:signeringstidpunkt>")
                .doesNotContain("epost")
                .doesNotContain("\n");
        assertThat(built.xml()).isEqualTo(built.xml());
        assertThat(Intyg.read(built.xml()).toBuilder().build().xml()).isEqualTo(built.xml());
        assertThat(built.source()).isEmpty();
    }

    @Test
    void builtCertificate_givesTheElementThatItWrites() {
        Intyg built = SAMPLE.toBuilder().build();

        assertThat(Intyg.of(built.element()).answers()).isEqualTo(built.answers());
        assertThat(Intyg.of(built.element()).xml()).isEqualTo(built.xml());
    }

    @Test
    void personalNumberWithSeparator_isWrittenWithTwelveDigits() {
        Patient patient = SAMPLE.patient();
        Intyg built =
                SAMPLE.toBuilder()
                        .patient(
                                new Patient(
                                        Identifier.of(Identifier.PERSONNUMMER, "19121212-1212"),
                                        "",
                                        "",
                                        Optional.empty(),
                                        "",
                                        "",
                                        "",
                                        patient.addressSource()))
                        .build();

        assertThat(xml(built)).contains(">191212121212<").doesNotContain("-1212<");
    }

    @Test
    void emptyMail_isAbsent() {
        Intyg read =
                Intyg.read(
                        utf8(
                                register(
                                        CONTENT.replace(
                                                "<c:vardgivare>", "<c:epost/><c:vardgivare>"))));

        assertThat(xml(read)).contains("<c:epost/>");
        assertThat(xml(read.toBuilder().build())).doesNotContain("epost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "\u0008", "a\u001Fb", "\uFFFE", "\uFFFF", "\uD800", "a\uDC00"})
    void charactersThatXmlCannotCarry_areRefusedByFieldAndPlace_notQuoted(String text) {
        assertThatThrownBy(() -> with(new Content.Text("hemligt" + text)).xml())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("delsvar 1.1")
                .hasMessageContaining("U+")
                .message()
                .doesNotContain("hemligt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\rb\nc\td",
                "]]>",
                "<&>\"'",
                " blanks ",
                "\uD83D\uDE00 \u0085\u2028\uFEFF\uE000\uFFFD",
                "\r\n",
                " "
            })
    void textThatXmlCanCarry_isReadAsItWasWritten(String text) {
        Intyg again = Intyg.read(with(new Content.Text(text)).xml());

        assertThat(only(again)).isEqualTo(new Content.Text(text));
        assertThat(again.toBuilder().build().xml()).isEqualTo(with(new Content.Text(text)).xml());
        assertThat(only(Intyg.read(again.xml()))).isEqualTo(new Content.Text(text));
    }

    @Test
    void attributeValuesWithBlanksAndMarks_areReadAsTheyWereWritten() {
        String value = " a\n\t\r<&>\"' ";
        XmlElement foreign =
                new XmlElement(
                        new QName("urn:x", "a", "x"),
                        List.of(new Declaration("x", "urn:x")),
                        List.of(
                                new Attribute(new QName("b"), value),
                                new Attribute(new QName("urn:x", "c", "x"), value)),
                        List.of());

        assertThat(only(Intyg.read(with(new Content.Other(List.of(foreign))).xml())))
                .isEqualTo(new Content.Other(List.of(foreign)));
    }

    @Test
    void namespacesThatAreNotDeclared_areDeclaredWhereTheyAreNeeded() {
        XmlElement foreign =
                element(
                        "urn:x",
                        "a",
                        element("", "none", element("urn:y", "b")),
                        new XmlElement(
                                new QName("urn:z", "c", "rg"),
                                List.of(),
                                List.of(
                                        new Attribute(new QName("urn:p", "d", "q"), "1"),
                                        new Attribute(new QName("urn:o", "d", "q"), "2"),
                                        new Attribute(new QName("urn:o", "e"), "3")),
                                List.of()));

        Content.Other read =
                (Content.Other) only(Intyg.read(with(new Content.Other(List.of(foreign))).xml()));

        XmlElement a = (XmlElement) read.nodes().get(0);
        assertThat(a.name()).isEqualTo(new QName("urn:x", "a"));
        assertThat(a.elements())
                .extracting(XmlElement::name)
                .containsExactly(new QName("none"), new QName("urn:z", "c"));
        assertThat(a.elements().get(0).elements())
                .extracting(XmlElement::name)
                .containsExactly(new QName("urn:y", "b"));
        assertThat(a.elements().get(1).attributes())
                .extracting(Attribute::name)
                .containsExactlyInAnyOrder(
                        new QName("urn:p", "d"), new QName("urn:o", "d"), new QName("urn:o", "e"));
    }

    @Test
    void prefixThatAValueUses_isStillDeclaredWhenItsElementIsMoved() {
        Intyg read =
                Intyg.read(
                        utf8(
                                register(
                                        "<c:svar id=\"1\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:v=\"urn:v\"><c:delsvar id=\"1.1\"><t:cv i:type=\"v:Kod\">x</t:cv></c:delsvar></c:svar>")));

        assertThat(xml(read.toBuilder().build())).contains("xmlns:v=\"urn:v\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<", "a:b", "1a", "\u0000"})
    void elementsWhoseNamesAreNone_areRefused(String name) {
        assertThatThrownBy(() -> with(new Content.Other(List.of(element("urn:x", name)))).xml())
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void nodesThatXmlCannotCarry_areRefused() {
        XmlElement deep = element("urn:x", "a");
        for (int i = 0; i < 100_000; i++) {
            deep = element("urn:x", "a", deep);
        }
        for (XmlNode node :
                List.of(
                        deep,
                        new XmlNode.Comment("a--b"),
                        new XmlNode.Comment("a-"),
                        new XmlNode.Instruction("xml", "a"),
                        new XmlNode.Instruction("", "a"),
                        new XmlNode.Instruction("a", "?>"),
                        new XmlNode.Text("\u0001"),
                        new XmlElement(
                                new QName("a"),
                                List.of(new Declaration("xmlns", "urn:x")),
                                List.of(),
                                List.of()))) {
            Intyg intyg = with(new Content.Other(List.of(node)));
            assertThatThrownBy(intyg::xml).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void elementMadeByHand_thatXmlCannotCarry_isNoCertificate() {
        XmlElement deep = element("urn:x", "a");
        for (int i = 0; i < 100_000; i++) {
            deep = element("urn:x", "a", deep);
        }
        for (XmlElement intyg :
                List.of(
                        deep,
                        element("urn:x", "b c"),
                        element("urn:x", "a", new XmlNode.Text("\u0001")))) {
            assertThatThrownBy(() -> Intyg.of(intyg)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(Intyg.of(element("urn:x", "å\u0301\u00B7-1.2")).certificateId()).isEmpty();
    }

    @Test
    void yearsThatTheContractCannotWrite_areRefused() {
        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(0, 1, 1))) {
            Intyg intyg = with(new Content.Date(day));
            assertThatThrownBy(intyg::xml)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("year");
        }
        Intyg signed = SAMPLE.toBuilder().signedAt(LocalDateTime.MAX).build();
        assertThatThrownBy(signed::xml).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void readFromAnotherMessage_isWrittenInARegisterCertificate_withTheElementAsItWas() {
        for (String document :
                List.of(
                        SampleIntyg.in(
                                "GetCertificateResponse", "GetCertificateResponder:2", CONTENT),
                        SampleIntyg.alone(SampleIntyg.DOMAIN + "GetCertificateResponder:2"))) {
            Intyg read = Intyg.read(utf8(document));
            Intyg again = Intyg.read(read.xml());

            assertThat(xml(read)).contains("<rg:RegisterCertificate ").contains("<rg:intyg ");
            assertThat(again.element().children()).isEqualTo(read.element().children());
            assertThat(again.xml()).isEqualTo(read.xml());
        }
    }

    @Test
    void readFromARegisterCertificate_isWrittenWithAllThatWasInIt() {
        String document =
                register(CONTENT + "<!-- aside --><?do it?>")
                        .replace(
                                "<r:intyg>",
                                "<r:svarPa><c:meddelande-id>m</c:meddelande-id></r:svarPa><r:intyg>")
                        .replace("</r:intyg>", "</r:intyg><x:extra xmlns:x=\"urn:x\"/>")
                        .replace("?>\n<r:Reg", "?>\n<?before?><!-- root --><r:Reg");

        assertThat(xml(Intyg.read(utf8(document))))
                .contains("<?before?><!-- root --><r:RegisterCertificate")
                .contains("<r:svarPa><c:meddelande-id>m</c:meddelande-id></r:svarPa>")
                .contains("</r:intyg><x:extra xmlns:x=\"urn:x\"/>")
                .contains("<!-- aside --><?do it?>");
    }
}
