package se.ehealthsdk.certificate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.certificate.document.SampleIntyg.CONTENT;
import static se.ehealthsdk.certificate.document.SampleIntyg.DOMAIN;
import static se.ehealthsdk.certificate.document.SampleIntyg.register;
import static se.ehealthsdk.certificate.document.SampleIntyg.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.document.HealthcareProfessional.Speciality;
import se.ehealthsdk.core.error.InvalidInputException;

class IntygReadTest {

    private static Intyg read(String document) {
        return Intyg.read(utf8(document));
    }

    /** What a part answer holds. */
    private static Content content(String delsvar) {
        String svar = "<c:svar id=\"1\"><c:delsvar id=\"1.1\">" + delsvar + "</c:delsvar></c:svar>";
        return read(register(svar)).answers("1").get(0).content("1.1").orElseThrow();
    }

    @Test
    void everyFieldOfTheCore_isRead() {
        String full =
                CONTENT.replace(
                                "<c:efternamn></c:efternamn>",
                                "<c:efternamn>Tolvansson</c:efternamn><c:mellannamn>von</c:mellannamn>")
                        .replace(
                                "<c:postort/>",
                                "<c:postort/><e:kallaAdressuppgifter xmlns:e=\"%s3.2\"><t:code>PU</t:code><t:codeSystem>4ade8de2-effe-41d0-b177-fedc820e69fa</t:codeSystem></e:kallaAdressuppgifter>"
                                        .formatted(DOMAIN))
                        .replace(
                                "<c:enhet>",
                                "<c:forskrivarkod>0000000</c:forskrivarkod><c:befattning><t:code>202010</t:code><t:codeSystem>1.2.752.129.2.2.1.4</t:codeSystem><t:displayName>ST-läkare</t:displayName></c:befattning><c:enhet>")
                        .replace(
                                "</c:enhet>",
                                "</c:enhet><c:specialistkompetens><t:code>N/A</t:code><t:displayName>Ortopedi</t:displayName></c:specialistkompetens><e:legitimeratYrke xmlns:e=\"%s3.2\"><t:code>LK</t:code><t:codeSystem>1.2.752.29.23.1.6</t:codeSystem></e:legitimeratYrke>"
                                        .formatted(DOMAIN))
                        .replace(
                                "<c:vardgivare>",
                                "<c:epost>enheten@example.org</c:epost><c:vardgivare>")
                        .replace(
                                "</c:skapadAv>",
                                "</c:skapadAv><c:relation><c:typ><t:code>ERSATT</t:code><t:codeSystem>c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146</t:codeSystem></c:typ><c:intygs-id><t:root>SE2321000016-ENHET</t:root><t:extension>earlier</t:extension></c:intygs-id></c:relation>"
                                        + "<c:status><c:part><t:code>FKASSA</t:code><t:codeSystem>769bb12b-bd9f-4203-a5cd-fd14f2eb3b80</t:codeSystem></c:part><c:status><t:code>SENTTO</t:code><t:codeSystem>9871cd17-8755-4ed9-b894-ff3729e775a4</t:codeSystem></c:status><c:tidpunkt>2026-03-02T10:12:01</c:tidpunkt></c:status>")
                        .replace("<c:svar id=\"6\">", "<c:svar id=\"6\"><c:instans>2</c:instans>");
        Intyg intyg = read(register(full));

        assertThat(intyg.id()).isEqualTo(Identifier.of("SE2321000016-ENHET", SampleIntyg.ID));
        assertThat(intyg.recipients())
                .containsExactly(CodedValue.of("FKASSA", "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80"));
        assertThat(intyg.type()).isEqualTo(CertificateType.LISJP);
        assertThat(intyg.version()).isEqualTo("2.0");
        assertThat(intyg.signedAt()).contains(LocalDateTime.of(2026, 3, 2, 10, 11, 12));
        assertThat(intyg.sentAt()).contains(LocalDateTime.of(2026, 3, 2, 10, 12));
        assertThat(intyg.patient().lastName()).isEqualTo("Tolvansson");
        assertThat(intyg.patient().middleName()).contains("von");
        assertThat(intyg.patient().addressSource()).map(CodedValue::code).contains("PU");
        assertThat(intyg.patient().personId()).isPresent();
        HealthcareProfessional issuer = intyg.issuer();
        assertThat(issuer.name()).isEqualTo("Läkare Låtsas");
        assertThat(issuer.prescriberCode()).contains("0000000");
        assertThat(issuer.titles())
                .containsExactly(CodedValue.of("202010", "1.2.752.129.2.2.1.4", "ST-läkare"));
        assertThat(issuer.specialities())
                .containsExactly(new Speciality("N/A", Optional.of("Ortopedi")));
        assertThat(issuer.licences()).extracting(CodedValue::code).containsExactly("LK");
        assertThat(issuer.unit().email()).contains("enheten@example.org");
        assertThat(issuer.unit().telephone()).isEqualTo("010");
        assertThat(issuer.unit().workplaceCode())
                .isEqualTo(Identifier.of(Identifier.WORKPLACE_CODE, "1234567890"));
        assertThat(issuer.unit().careProvider().name()).isEqualTo("Givaren");
        assertThat(intyg.issuingUnit()).map(Object::toString).contains("SE2321000016-ENHET");
        assertThat(intyg.relations())
                .extracting(each -> each.type().code())
                .containsExactly("ERSATT");
        assertThat(intyg.statuses().get(0).time())
                .contains(LocalDateTime.of(2026, 3, 2, 10, 12, 1));
        assertThat(intyg.answers("6").get(0).instance()).contains(2);
        assertThat(intyg.answers("6").get(0).content("6.2"))
                .contains(new Content.Cv(CodedValue.of("F322", "1.2.752.116.1.1.1")));
        assertThat(intyg.answers("6").get(0).content("6.1"))
                .contains(new Content.Text("Påhittad text & mer, 50 < 100."));
    }

    @Test
    void otherRoots_giveTheSameCertificate() {
        List<Answer> expected = read(register(CONTENT)).answers();

        for (String document :
                List.of(
                        SampleIntyg.in(
                                "GetCertificateResponse", "GetCertificateResponder:2", CONTENT),
                        SampleIntyg.alone(DOMAIN + "3"),
                        SampleIntyg.alone(DOMAIN + "RegisterCertificateResponder:3"))) {
            assertThat(read(document).answers()).isEqualTo(expected);
            assertThat(read(document).certificateId()).isEqualTo(SampleIntyg.ID);
        }
    }

    @Test
    void inputStream_isReadAsItsBytes() throws IOException {
        assertThat(Intyg.read(new ByteArrayInputStream(utf8(register(CONTENT)))).certificateId())
                .isEqualTo(SampleIntyg.ID);
    }

    @Test
    void inputStreamThatFails_isTheStreamsFailureAndNotTheDocuments() {
        InputStream failing =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                };

        assertThatThrownBy(() -> Intyg.read(failing)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "UTF-8"})
    void declaredEncoding_isUnderstood_andWrittenAsUtf8(String charset) throws IOException {
        String document = register(CONTENT).replace("\"UTF-8\"", "\"" + charset + "\"");
        Intyg intyg = Intyg.read(document.getBytes(charset));

        assertThat(intyg.issuer().name()).isEqualTo("Läkare Låtsas");
        assertThat(new String(intyg.xml(), StandardCharsets.UTF_8)).contains("Läkare Låtsas");
    }

    @Test
    void emptyIntyg_isACertificateOfWhichEverythingIsMissing() {
        Intyg intyg = read(register(""));

        assertThat(intyg.certificateId()).isEmpty();
        assertThat(intyg.type().code()).isEmpty();
        assertThat(intyg.majorVersion()).isEmpty();
        assertThat(intyg.signedAt()).isEmpty();
        assertThat(intyg.patient().personId()).isEmpty();
        assertThat(intyg.issuingUnit()).isEmpty();
        assertThat(intyg.answers()).isEmpty();
        assertThat(intyg.source()).isPresent();
        assertThat(Intyg.read(intyg.xml()).element()).isEqualTo(intyg.element());
        assertThat(intyg.toBuilder().build().xml()).isNotEmpty();
    }

    @Test
    void wrongOrderUnknownAndDoubledElements_areTolerated_theFirstCounts() {
        Intyg intyg =
                read(
                        register(
                                "<c:version>9.1</c:version><c:version>1.0</c:version><c:nytt><c:typ/></c:nytt>"
                                        + CONTENT));

        assertThat(intyg.version()).isEqualTo("9.1");
        assertThat(intyg.certificateId()).isEqualTo(SampleIntyg.ID);
        assertThat(new String(intyg.xml(), StandardCharsets.UTF_8))
                .contains("<c:nytt><c:typ/></c:nytt>");
    }

    @Test
    void elementsOfTheCoreInAnotherNamespace_areNone() {
        assertThat(read(register("<version>2.0</version><t:version>2.0</t:version>")).version())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:11:12, true",
        "' 2026-03-02T10:11:12\n', true",
        "2024-02-29T24:00:00, true",
        "2026-02-29T10:11:12, false",
        "2026-03-02T24:00:01, false",
        "2026-03-02T10:60:12, false",
        "2026-03-02T10:11:60, false",
        "2026-03-02 10:11:12, false",
        "2026-03-02T10:11:12.5, false",
        "2026-03-02T10:11:12Z, false",
        "0000-03-02T10:11:12, false",
        "2026-03-02, false",
        "２０２６-03-02T10:11:12, false",
        "x, false",
        "'', false"
    })
    void signingTime_isReadWhereItIsOne(String text, boolean isOne) {
        assertThat(
                        read(register("<c:signeringstidpunkt>" + text + "</c:signeringstidpunkt>"))
                                .signedAt()
                                .isPresent())
                .isEqualTo(isOne);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "' 7 ', 7",
        "+3, 3",
        "-2, -2",
        "2147483648,",
        "99999999999999999999,",
        "1.0,",
        "x,",
        "'',",
        "٣,"
    })
    void instance_isReadWhereItIsANumber(String text, Integer expected) {
        Answer answer =
                read(register("<c:svar id=\"1\"><c:instans>" + text + "</c:instans></c:svar>"))
                        .answers()
                        .get(0);

        assertThat(answer.instance()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void typedContent_thatIsAsItsSchemaWantsIt_isTyped() {
        assertThat(content("\n <!-- c --><t:date> 2026-03-02 </t:date>\n"))
                .isEqualTo(new Content.Date(LocalDate.of(2026, 3, 2)));
        assertThat(content("<t:timestamp>2026-03-02T01:02:03</t:timestamp>"))
                .isEqualTo(new Content.Timestamp(LocalDateTime.of(2026, 3, 2, 1, 2, 3)));
        assertThat(content("<t:datePeriod><t:start>2026-03-02</t:start></t:datePeriod>"))
                .isEqualTo(
                        new Content.DatePeriod(
                                Optional.of(LocalDate.of(2026, 3, 2)), Optional.empty()));
        assertThat(content("<t:timePeriod><t:end>2026-03-02T01:02:03</t:end></t:timePeriod>"))
                .isEqualTo(
                        new Content.TimePeriod(
                                Optional.empty(),
                                Optional.of(LocalDateTime.of(2026, 3, 2, 1, 2, 3))));
        assertThat(
                        content(
                                "<t:partialDate><t:format>YYYY-MM</t:format><t:value>2026-03</t:value></t:partialDate>"))
                .isEqualTo(new Content.PartialDate("YYYY-MM", "2026-03"));
        assertThat(content("<t:pq><t:value>-1.5E3</t:value><t:unit>cm</t:unit></t:pq>"))
                .isEqualTo(new Content.Pq("-1.5E3", "cm"));
        assertThat(content("<t:pqInterval><t:low>1</t:low><t:unit>h</t:unit></t:pqInterval>"))
                .isEqualTo(new Content.PqInterval(Optional.of("1"), Optional.empty(), "h"));
        assertThat(content("<t:ii><t:root>1.2</t:root></t:ii>"))
                .isEqualTo(new Content.Ii(new Identifier("1.2", Optional.empty())));
        assertThat(
                        content(
                                "<t:cv><t:code>a</t:code><t:codeSystem>b</t:codeSystem><t:codeSystemName>c</t:codeSystemName><t:codeSystemVersion>d</t:codeSystemVersion><t:displayName>e</t:displayName><t:originalText>f</t:originalText></t:cv>"))
                .isEqualTo(
                        new Content.Cv(
                                new CodedValue(
                                        "a",
                                        "b",
                                        Optional.of("c"),
                                        Optional.of("d"),
                                        Optional.of("e"),
                                        Optional.of("f"))));
        assertThat(content("")).isEqualTo(new Content.Text(""));
        assertThat(content(" a<!-- c --><![CDATA[<b>]]> ")).isEqualTo(new Content.Text(" a<b> "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t:date>2026-02-30</t:date>",
                "<t:date>2026-02-28</t:date><t:date>2026-02-28</t:date>",
                "text <t:date>2026-02-28</t:date>",
                "<t:date a=\"b\">2026-02-28</t:date>",
                "<t:date><t:date>2026-02-28</t:date></t:date>",
                "<t:timestamp>2026-02-28</t:timestamp>",
                "<t:datePeriod><t:end>2026-03-02</t:end><t:start>2026-03-02</t:start></t:datePeriod>",
                "<t:datePeriod><t:start>2026-3-2</t:start></t:datePeriod>",
                "<t:datePeriod>x<t:start>2026-03-02</t:start></t:datePeriod>",
                "<t:cv><t:codeSystem>b</t:codeSystem><t:code>a</t:code></t:cv>",
                "<t:cv><t:code>a</t:code></t:cv>",
                "<t:cv><t:code>a<t:x/></t:code><t:codeSystem>b</t:codeSystem></t:cv>",
                "<t:cv><t:code>a</t:code><t:codeSystem>b</t:codeSystem><t:extra/></t:cv>",
                "<c:cv><t:code>a</t:code><t:codeSystem>b</t:codeSystem></c:cv>",
                "<t:partialDate><t:format>YYYY-DD</t:format><t:value>2026</t:value></t:partialDate>",
                "<t:partialDate><t:format>YYYY</t:format><t:value>2026-13</t:value></t:partialDate>",
                "<t:pq><t:value>1,5</t:value><t:unit>cm</t:unit></t:pq>",
                "<t:pq><t:value/><t:unit>cm</t:unit></t:pq>",
                "<t:pqInterval><t:low>1</t:low></t:pqInterval>",
                "<t:ii><t:extension>1.2</t:extension></t:ii>",
                "<t:unheard/>",
                "<foreign xmlns=\"urn:x\"><a/></foreign>"
            })
    void contentThatIsNotAsItsSchemaWantsIt_isKeptAsItCame(String delsvar) {
        assertThat(content(delsvar)).isInstanceOf(Content.Other.class);

        Intyg read =
                read(
                        register(
                                "<c:svar id=\"1\"><c:delsvar id=\"1.1\">"
                                        + delsvar
                                        + "</c:delsvar></c:svar>"));
        Intyg again = Intyg.read(read.toBuilder().build().xml());
        assertThat(again.answers()).hasToString(read.answers().toString());
        assertThat(again.answers().get(0).content("1.1").orElseThrow())
                .isInstanceOf(Content.Other.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | document: is empty",
                "x | not well-formed",
                "<intyg | not well-formed",
                "<a><b></a> | line 1, column",
                "<a></a><b/> | not well-formed",
                "<a>&hemlig;</a> | not well-formed",
                "<p:a/> | not well-formed",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a> | DOCTYPE",
                "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/> | DOCTYPE",
                "<?xml version='1.1'?><a/> | XML 1.1",
                "<a/> | no intyg",
                "<intyg/> | no intyg",
                "<intyg xmlns='urn:annat'/> | no intyg",
                "<a xmlns='urn:riv:clinicalprocess:healthcond:certificate:3'><intyg/><intyg/></a> | more than one",
                "<intyg xmlns='urn:riv:clinicalprocess:healthcond:certificate:3'><svar><intyg/></svar></intyg> | more than one"
            })
    void whatHoldsNoIntyg_isRefused_sayingWhatAndWhereButNotQuoting(
            String document, String problem) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(problem)
                .hasNoCause()
                .message()
                .doesNotContain("hemlig")
                .doesNotContain("hostname");
    }

    @Test
    void brokenDocument_isRefusedWithTheLine_andWithoutContent() {
        String broken = register(CONTENT).replace("</c:version>", "</c:versionn>");

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("(line 7, column ")
                .message()
                .doesNotContain("version")
                .doesNotContain("191212121212");
    }

    @Test
    void bytesOfNoCharacterSet_areRefused() {
        byte[] document = utf8(register(CONTENT));
        document[document.length / 2] = (byte) 0xFF;

        assertThatThrownBy(() -> Intyg.read(document)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void deepNesting_isRefused() {
        String deep = "<c:a>".repeat(200) + "</c:a>".repeat(200);

        assertThatThrownBy(() -> read(register(deep)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("limit");
    }

    @Test
    void nineMillionCharactersInOneText_areRead_andElevenAreRefused() {
        String template = register("<c:svar id=\"1\"><c:delsvar id=\"1.1\">%</c:delsvar></c:svar>");
        Intyg large = read(template.replace("%", "å".repeat(7_000_000)));

        assertThat(large.answers().get(0).content("1.1").orElseThrow())
                .isInstanceOfSatisfying(
                        Content.Text.class, text -> assertThat(text.value()).hasSize(7_000_000));
        assertThat(Intyg.read(large.xml()).element().equals(large.element())).isTrue();
        assertThatThrownBy(() -> read(template.replace("%", "a".repeat(16 << 20))))
                .isInstanceOf(InvalidInputException.class)
                .message()
                .hasSizeLessThan(500);
    }

    @Test
    void toString_holdsNothingOfThePatient() {
        Intyg intyg = read(register(CONTENT));

        assertThat(
                        intyg
                                + " "
                                + intyg.patient()
                                + intyg.issuer()
                                + intyg.answers()
                                + intyg.element())
                .doesNotContain("19121212")
                .doesNotContain("Påhittad")
                .doesNotContain("F322")
                .doesNotContain("Låtsas");
    }
}
