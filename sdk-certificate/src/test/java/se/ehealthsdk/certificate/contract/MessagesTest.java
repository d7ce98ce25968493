package se.ehealthsdk.certificate.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.certificate.Sample;
import se.ehealthsdk.certificate.contract.CreateDraftCertificate.Creator;
import se.ehealthsdk.certificate.contract.SendCertificateToRecipient.Sender;
import se.ehealthsdk.certificate.contract.SickLeave.Diagnosis;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.document.Status;
import se.ehealthsdk.certificate.internal.contract.CertificateCodecs;
import se.ehealthsdk.certificate.internal.contract.DraftCodecs;
import se.ehealthsdk.certificate.internal.contract.ListCodecs;
import se.ehealthsdk.certificate.internal.contract.MessageCodecs;
import se.ehealthsdk.certificate.internal.contract.ResultCodec;
import se.ehealthsdk.certificate.internal.contract.SickLeaveCodecs;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/** Every message to XML and back, and what is read leniently. */
class MessagesTest {

    private static final String DOMAIN = "urn:riv:clinicalprocess:healthcond:certificate:";
    private static final Identifier ID = Sample.id("5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10");
    private static final Identifier PERSON =
            Identifier.of(Sample.PATIENT.oid(), Sample.PATIENT.value());

    static <T> String write(MessageCodec<T> codec, String contract, String root, T message)
            throws XMLStreamException {
        String namespace = DOMAIN + contract;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter out = SecureXml.writer(bytes);
        out.setDefaultNamespace(namespace);
        out.writeStartElement(namespace, root);
        out.writeDefaultNamespace(namespace);
        codec.write(message, new ElementWriter(out, namespace));
        out.writeEndElement();
        out.close();
        return bytes.toString(UTF_8);
    }

    static <T> T read(MessageCodec<T> codec, String xml) throws Exception {
        XMLStreamReader in =
                new SecureXml(XmlLimits.DEFAULT)
                        .reader(new ByteArrayInputStream(xml.getBytes(UTF_8)), "UTF-8");
        in.nextTag();
        T message = codec.read(new ElementReader(in, DOMAIN));
        assertThat(in.isEndElement()).isTrue();
        assertThat(in.hasNext() && in.next() == XMLStreamReader.START_ELEMENT).isFalse();
        return message;
    }

    /** The names in the order of the message, without prefix. */
    private static String names(String xml) {
        return xml.replaceAll("<(?:[a-z0-9]+:)?([A-Za-z-]+)[^>]*>", "<$1>")
                .replaceAll("</[^>]*>", "")
                .replaceAll("[^<>]*<([^>]*)>[^<]*", "$1 ")
                .strip();
    }

    @Test
    void register_keepsAnswerToAndCertificate() throws Exception {
        Intyg intyg = Sample.igrav("a");
        String xml =
                write(
                        CertificateCodecs.REGISTER,
                        "RegisterCertificateResponder:3",
                        "RegisterCertificate",
                        new RegisterCertificate(
                                Optional.of(new MessageReference("m-1", Optional.of("r-1"))),
                                intyg));

        assertThat(names(xml))
                .startsWith("RegisterCertificate svarPa meddelande-id referens-id intyg intygs-id");
        RegisterCertificate read = read(CertificateCodecs.REGISTER, xml);
        assertThat(read.answerTo()).contains(new MessageReference("m-1", Optional.of("r-1")));
        assertThat(read.certificate().id()).isEqualTo(intyg.id());
        assertThat(read.certificate().answers()).isEqualTo(intyg.answers());
    }

    @Test
    void register_withoutCertificate_cannotBeRead() {
        assertThatThrownBy(
                        () ->
                                read(
                                        CertificateCodecs.REGISTER,
                                        "<RegisterCertificate xmlns='"
                                                + DOMAIN
                                                + "RegisterCertificateResponder:3'/>"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("intyg");
    }

    @Test
    void get_roundTrip() throws Exception {
        GetCertificate request = new GetCertificate(ID, Part.HSVARD);
        String xml =
                write(
                        CertificateCodecs.GET,
                        "GetCertificateResponder:2",
                        "GetCertificate",
                        request);

        assertThat(names(xml))
                .isEqualTo("GetCertificate intygs-id root extension part code codeSystem");
        assertThat(read(CertificateCodecs.GET, xml)).isEqualTo(request);

        String answer =
                write(
                        CertificateCodecs.GET_ANSWER,
                        "GetCertificateResponder:2",
                        "GetCertificateResponse",
                        Sample.igrav("b"));
        assertThat(read(CertificateCodecs.GET_ANSWER, answer).certificateId()).isEqualTo("b");
    }

    @Test
    void revoke_roundTrip_timeInWholeSeconds() throws Exception {
        RevokeCertificate request =
                new RevokeCertificate(
                        Optional.of("Fel patient"), Sample.time(), ID, PERSON, Sample.DOCTOR);
        String xml =
                write(
                        CertificateCodecs.REVOKE,
                        "RevokeCertificateResponder:2",
                        "RevokeCertificate",
                        request);

        assertThat(names(xml))
                .startsWith(
                        "RevokeCertificate meddelande skickatTidpunkt intygs-id root extension"
                                + " patientPerson-id root extension skickatAv personal-id root extension"
                                + " fullstandigtNamn");
        assertThat(xml).contains(">2026-11-20T10:11:12<").contains(">191212121212<");
        assertThat(read(CertificateCodecs.REVOKE, xml)).isEqualTo(request);
        assertThat(request.toString()).doesNotContain("191212121212").doesNotContain("Fel patient");
    }

    @Test
    void send_roundTrip_byProfessionalAndByPerson() throws Exception {
        for (Sender sender :
                List.of(new Sender.Professional(Sample.DOCTOR), new Sender.Person(PERSON))) {
            SendCertificateToRecipient request =
                    new SendCertificateToRecipient(Sample.time(), ID, PERSON, Part.FKASSA, sender);
            String xml =
                    write(
                            CertificateCodecs.SEND,
                            "SendCertificateToRecipientResponder:2",
                            "SendCertificateToRecipient",
                            request);

            assertThat(names(xml))
                    .contains("mottagare code codeSystem skickatAv ")
                    .contains(sender instanceof Sender.Person ? "person-id" : "hosPersonal");
            assertThat(read(CertificateCodecs.SEND, xml)).isEqualTo(request);
            assertThat(request.toString()).doesNotContain("191212121212");
        }
    }

    @Test
    void setStatus_roundTrip() throws Exception {
        SetCertificateStatus request =
                new SetCertificateStatus(ID, Part.FKASSA, "RECEIV", Sample.time());
        String xml =
                write(
                        CertificateCodecs.SET_STATUS,
                        "SetCertificateStatusResponder:2",
                        "SetCertificateStatus",
                        request);

        assertThat(names(xml))
                .isEqualTo(
                        "SetCertificateStatus intygs-id root extension part code codeSystem status code"
                                + " codeSystem tidpunkt");
        assertThat(xml).contains(Status.CODE_SYSTEM);
        assertThat(read(CertificateCodecs.SET_STATUS, xml)).isEqualTo(request);
    }

    @Test
    void list_roundTrip_careProviderOrUnits() throws Exception {
        for (ListCertificatesForCare request :
                List.of(
                        new ListCertificatesForCare(
                                PERSON, Optional.of(Sample.CARE_PROVIDER), List.of()),
                        new ListCertificatesForCare(
                                PERSON, Optional.empty(), List.of(Sample.UNIT, Sample.UNIT)))) {
            String xml =
                    write(
                            ListCodecs.FOR_CARE,
                            "ListCertificatesForCareResponder:3",
                            "ListCertificatesForCare",
                            request);
            assertThat(read(ListCodecs.FOR_CARE, xml)).isEqualTo(request);
        }
        String answer =
                write(
                        ListCodecs.FOR_CARE_ANSWER,
                        "ListCertificatesForCareResponder:3",
                        "ListCertificatesForCareResponse",
                        List.of(Sample.igrav("a"), Sample.igrav("b")));
        assertThat(read(ListCodecs.FOR_CARE_ANSWER, answer))
                .extracting(Intyg::certificateId)
                .containsExactly("a", "b");
    }

    @Test
    void listAnswer_withoutList_isNoEmptyList() {
        assertThatThrownBy(
                        () ->
                                read(
                                        ListCodecs.FOR_CARE_ANSWER,
                                        "<ListCertificatesForCareResponse xmlns='"
                                                + DOMAIN
                                                + "ListCertificatesForCareResponder:3'/>"))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void listWithQuestions_roundTrip() throws Exception {
        ListCertificatesForCareWithQA request =
                new ListCertificatesForCareWithQA(
                        PERSON,
                        List.of(Sample.UNIT),
                        Optional.of(Sample.CARE_PROVIDER),
                        Optional.of(Sample.time()),
                        Optional.of(Sample.time().plusDays(1)));
        String xml =
                write(
                        ListCodecs.WITH_QA,
                        "ListCertificatesForCareWithQAResponder:3",
                        "ListCertificatesForCareWithQA",
                        request);
        assertThat(names(xml))
                .isEqualTo(
                        "ListCertificatesForCareWithQA person-id root extension enhets-id root extension"
                                + " vardgivar-id root extension fromTidpunkt tomTidpunkt");
        assertThat(read(ListCodecs.WITH_QA, xml)).isEqualTo(request);
    }

    @Test
    void listWithQuestionsAnswer_roundTrip_eventsInMilliseconds() throws Exception {
        CertificateEvent question =
                new CertificateEvent(
                        EventCode.QUESTION_RECEIVED,
                        LocalDateTime.of(2026, 11, 20, 10, 11, 12, 45_000_000),
                        Optional.of(MessageSubject.COMPLETION),
                        Optional.of(LocalDate.of(2026, 12, 1)),
                        Optional.of(Sample.DOCTOR_ID.value()));
        CertificateEvent signed =
                new CertificateEvent(
                        EventCode.SIGNED,
                        Sample.time(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        CertificateWithQuestions item =
                new CertificateWithQuestions(
                        Sample.igrav("a"),
                        List.of(signed, question),
                        new QuestionCounts(3, 1, 1, 1),
                        new QuestionCounts(1, 1, 0, 0),
                        Optional.of("ref-1"));
        String xml =
                write(
                        ListCodecs.WITH_QA_ANSWER,
                        "ListCertificatesForCareWithQAResponder:3",
                        "ListCertificatesForCareWithQAResponse",
                        List.of(item));

        assertThat(xml).contains(">2026-11-20T10:11:12.045<").contains(">2026-11-20T10:11:12.000<");
        CertificateWithQuestions read = read(ListCodecs.WITH_QA_ANSWER, xml).get(0);
        assertThat(read.events()).containsExactly(signed, question);
        assertThat(read.sent()).isEqualTo(item.sent());
        assertThat(read.received()).isEqualTo(item.received());
        assertThat(read.reference()).contains("ref-1");
        assertThat(read.certificate().certificateId()).isEqualTo("a");
    }

    @Test
    void message_roundTrip() throws Exception {
        SendMessageToRecipient message =
                new SendMessageToRecipient(
                        "m-2",
                        Optional.of("own"),
                        Sample.time(),
                        ID,
                        PERSON,
                        "FKASSA-ADDRESS",
                        MessageSubject.COMPLETION,
                        Optional.of("Rubrik"),
                        "Hemligt innehåll & mer",
                        Optional.of("m-0"),
                        Optional.of(MessageReference.of("m-1")),
                        Sample.DOCTOR,
                        Optional.of(LocalDate.of(2026, 12, 1)));
        String xml =
                write(
                        MessageCodecs.TO_RECIPIENT,
                        "SendMessageToRecipientResponder:2",
                        "SendMessageToRecipient",
                        message);

        assertThat(names(xml))
                .contains(
                        "logiskAdressMottagare amne code codeSystem rubrik meddelande"
                                + " paminnelseMeddelande-id svarPa meddelande-id skickatAv")
                .endsWith("sistaDatumForSvar");
        assertThat(read(MessageCodecs.TO_RECIPIENT, xml)).isEqualTo(message);
        assertThat(message.toString())
                .doesNotContain("191212121212")
                .doesNotContain("Hemligt")
                .doesNotContain("Rubrik");
    }

    @Test
    void draft_prefillIsIn33_whatIsInItIn3() throws Exception {
        CreateDraftCertificate draft =
                new CreateDraftCertificate(
                        CodedValue.of("LISJP", CertificateType.CODE_SYSTEM),
                        new Patient(
                                PERSON,
                                "Tolvan",
                                "Tolvansson",
                                Optional.empty(),
                                "Gatan 1",
                                "12345",
                                "Orten",
                                Optional.empty()),
                        new Creator(Sample.DOCTOR_ID, "Disa Lindgren", Sample.UNIT, "Mottagningen"),
                        Optional.of("ref-1"),
                        List.of(
                                Answer.of(
                                        "28",
                                        1,
                                        List.of(
                                                new Answer.Part(
                                                        "28.1",
                                                        new Content.Cv(
                                                                CodedValue.of(
                                                                        "NUVARANDE_ARBETE",
                                                                        "KV_FKMU_0002")))))));
        String xml =
                write(
                        DraftCodecs.CREATE,
                        "CreateDraftCertificateResponder:3",
                        "CreateDraftCertificate",
                        draft);

        assertThat(names(xml))
                .endsWith(
                        "enhet enhets-id root extension enhetsnamn ref forifyllnad svar instans delsvar"
                                + " cv code codeSystem");
        assertThat(xml)
                .contains("<m3:forifyllnad><m3:svar id=\"28\"><gn:instans>1</gn:instans>")
                .contains("<gn:delsvar id=\"28.1\"><tp:cv>");
        assertThat(read(DraftCodecs.CREATE, xml)).isEqualTo(draft);
        assertThat(draft.toString()).doesNotContain("Tolvan").doesNotContain("Disa");
    }

    @Test
    void draftAnswer_withAndWithoutCertificate() throws Exception {
        for (CreateDraftCertificateAnswer answer :
                List.of(
                        new CreateDraftCertificateAnswer(Optional.of(ID), Result.info("Visa")),
                        new CreateDraftCertificateAnswer(
                                Optional.empty(), Result.error("APPLICATION_ERROR", "Nej")))) {
            String xml =
                    write(
                            DraftCodecs.CREATE_ANSWER,
                            "CreateDraftCertificateResponder:3",
                            "CreateDraftCertificateResponse",
                            answer);
            assertThat(read(DraftCodecs.CREATE_ANSWER, xml)).isEqualTo(answer);
        }
    }

    @Test
    void sickLeaves_roundTrip() throws Exception {
        ListSickLeavesForCare request =
                new ListSickLeavesForCare(
                        Sample.UNIT,
                        5,
                        OptionalInt.of(1),
                        OptionalInt.of(90),
                        List.of(Sample.DOCTOR_ID));
        String xml =
                write(
                        SickLeaveCodecs.LIST,
                        "ListSickLeavesForCareResponder:1",
                        "ListSickLeavesForCare",
                        request);
        assertThat(read(SickLeaveCodecs.LIST, xml)).isEqualTo(request);

        SickLeave sickLeave =
                new SickLeave(
                        PERSON,
                        Optional.of("Tolvan Tolvansson"),
                        Identifier.of(Identifier.HSA_ID, Sample.UNIT.value()),
                        Identifier.of(Identifier.HSA_ID, Sample.DOCTOR_ID.value()),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30),
                        Diagnosis.of("M545"),
                        2,
                        30,
                        50,
                        List.of(100, 50));
        String answer =
                write(
                        SickLeaveCodecs.LIST_ANSWER,
                        "ListSickLeavesForCareResponder:1",
                        "ListSickLeavesForCareResponse",
                        List.of(sickLeave));
        assertThat(read(SickLeaveCodecs.LIST_ANSWER, answer)).containsExactly(sickLeave);
        assertThat(sickLeave.toString())
                .doesNotContain("191212121212")
                .doesNotContain("Tolvan")
                .doesNotContain("M545");
        assertThat(sickLeave.personId()).contains(Sample.PATIENT);
    }

    @Test
    void sickLeaves_withANumberThatIsNone_cannotBeRead() {
        assertThatThrownBy(
                        () ->
                                read(
                                        SickLeaveCodecs.LIST,
                                        "<ListSickLeavesForCare xmlns='"
                                                + DOMAIN
                                                + "ListSickLeavesForCareResponder:1'><maxDagarMellanIntyg>99999999999"
                                                + "</maxDagarMellanIntyg></ListSickLeavesForCare>"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("maxDagarMellanIntyg")
                .hasMessageNotContaining("99999999999");
    }

    @Test
    void result_withExtensionsAndBlanks_isRead() throws Exception {
        String xml =
                ("<r:RegisterCertificateResponse xmlns:r='%1$sRegisterCertificateResponder:3'"
                                + " xmlns:c='%1$s3'><x xmlns='urn:other'><result/></x><r:result>\n"
                                + "<c:resultCode> INFO </c:resultCode><c:resultText>Certificate already"
                                + " exists</c:resultText><y xmlns='urn:other'/></r:result>"
                                + "<z xmlns='urn:other'/></r:RegisterCertificateResponse>")
                        .formatted(DOMAIN);

        assertThat(read(ResultCodec.RESPONSE, xml))
                .isEqualTo(Result.info("Certificate already exists"));
    }

    @Test
    void result_missing_cannotBeRead() {
        assertThatThrownBy(
                        () ->
                                read(
                                        ResultCodec.RESPONSE,
                                        "<RegisterCertificateResponse xmlns='"
                                                + DOMAIN
                                                + "RegisterCertificateResponder:3'/>"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("result");
    }

    @Test
    void part_withoutCode_cannotBeRead() {
        assertThatThrownBy(
                        () ->
                                read(
                                        CertificateCodecs.GET,
                                        "<GetCertificate xmlns='"
                                                + DOMAIN
                                                + "GetCertificateResponder:2'><part/></GetCertificate>"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("part");
    }

    @Test
    void time_withZoneAndDecimals_isReadAsSwedishTime() throws Exception {
        String xml =
                ("<SetCertificateStatus xmlns='%1$sSetCertificateStatusResponder:2' xmlns:t='%1$stypes:3'>"
                                + "<intygs-id><t:root>a</t:root><t:extension>b</t:extension></intygs-id>"
                                + "<part><t:code>FKASSA</t:code></part><status><t:code>RECEIV</t:code></status>"
                                + "<tidpunkt>2026-11-20T09:11:12.5Z</tidpunkt></SetCertificateStatus>")
                        .formatted(DOMAIN);

        assertThat(read(CertificateCodecs.SET_STATUS, xml).time())
                .isEqualTo(LocalDateTime.of(2026, 11, 20, 10, 11, 12, 500_000_000));
    }

    @Test
    void contracts_areWhatTheWsdlsSay() {
        assertThat(CertificateContracts.REGISTER_CERTIFICATE_3.soapAction())
                .isEqualTo(DOMAIN + "RegisterCertificateResponder:3:RegisterCertificate");
        assertThat(CertificateContracts.LIST_SICK_LEAVES_FOR_CARE_1.path())
                .isEqualTo(
                        "clinicalprocess/healthcond/certificate/ListSickLeavesForCare/1/rivtabp21");
        assertThat(CertificateContracts.SEND_MESSAGE_TO_RECIPIENT_2.isIdempotent()).isFalse();
        assertThat(CertificateContracts.CREATE_DRAFT_CERTIFICATE_3.isIdempotent()).isFalse();
    }
}
