package se.ehealthsdk.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.certificate.ServiceOutcome.Kind;
import se.ehealthsdk.certificate.ServiceOutcome.Mender;
import se.ehealthsdk.certificate.check.FindingsException;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.certificate.contract.CertificateWithQuestions;
import se.ehealthsdk.certificate.contract.CreateDraftCertificate;
import se.ehealthsdk.certificate.contract.CreateDraftCertificateAnswer;
import se.ehealthsdk.certificate.contract.GetCertificate;
import se.ehealthsdk.certificate.contract.ListCertificatesForCare;
import se.ehealthsdk.certificate.contract.ListCertificatesForCareWithQA;
import se.ehealthsdk.certificate.contract.ListSickLeavesForCare;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.contract.RegisterCertificate;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.contract.RevokeCertificate;
import se.ehealthsdk.certificate.contract.SendCertificateToRecipient;
import se.ehealthsdk.certificate.contract.SendMessageToRecipient;
import se.ehealthsdk.certificate.contract.SetCertificateStatus;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.ReserveNumberIssuer;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaFault;

/** The client against a service over mutual TLS, with every answer that the facts tell of. */
class CertificateClientTest {

    private static final WireService SERVICE = new WireService();
    private static final LogicalAddress INTYGSTJANSTER = LogicalAddress.of("TEST-INTYGSTJANSTER");
    private static final LogicalAddress WEBCERT = LogicalAddress.of("TEST-WEBCERT");
    private static final Clock CLOCK =
            Clock.fixed(
                    Sample.TODAY.atTime(9, 11, 12, 5).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static final CertificateClient CLIENT =
            CertificateClient.builder(SERVICE.platform)
                    .intygstjanster(INTYGSTJANSTER)
                    .webcert(WEBCERT)
                    .recipient(Part.FKASSA, LogicalAddress.of("TEST-FKASSA"))
                    .clock(CLOCK)
                    .build();

    private static final Intyg INTYG = Sample.igrav("5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10");
    private static final Identifier ID = INTYG.id();
    private static final Identifier PERSON =
            Identifier.of(Sample.PATIENT.oid(), Sample.PATIENT.value());

    private static final CreateDraftCertificate DRAFT =
            new CreateDraftCertificate(
                    CodedValue.of("LISJP", CertificateType.CODE_SYSTEM),
                    new Patient(
                            PERSON,
                            "Tolvan",
                            "Tolvansson",
                            Optional.empty(),
                            "",
                            "",
                            "",
                            Optional.empty()),
                    new CreateDraftCertificate.Creator(
                            Sample.DOCTOR_ID, "Disa Lindgren", Sample.UNIT, "Mottagningen"),
                    Optional.of("ref-1"),
                    List.of());

    private static final MessageToRecipient MESSAGE =
            MessageToRecipient.question(
                    ID, Sample.PATIENT, Part.FKASSA, MessageSubject.CONTACT, "Text", Sample.DOCTOR);

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    private static <T> T faulting(String text) {
        throw RivtaFault.server(text);
    }

    // ---- outcomes

    /** Table 1.2 of the facts, and what lies beside it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            register | OK    | -                 | -                                      | DONE             | -
            register | INFO  | -                 | Certificate already exists             | ALREADY_DONE     | -
            register | INFO  | -                 | Något att visa                         | DONE_WITH_NOTICE | -
            register | ERROR | VALIDATION_ERROR  | Certificate already exists             | REFUSED          | SYSTEM
            register | ERROR | VALIDATION_ERROR  | LISJP does not support version 2.0     | REFUSED          | SYSTEM
            register | ERROR | VALIDATION_ERROR  | Person number malformed                | REFUSED          | AUTHOR
            register | ERROR | VALIDATION_ERROR  | TEST: //svar, MSG: Något saknas;       | REFUSED          | AUTHOR
            register | ERROR | VALIDATION_ERROR  | Unmarshalling Error: cvc-complex-type  | REFUSED          | SYSTEM
            register | ERROR | TECHNICAL_ERROR   | PU-tjänsten svarar inte                | TRY_LATER        | SERVICE
            register | ERROR | APPLICATION_ERROR | Something went wrong                   | UNCLEAR          | SERVICE
            register | ERROR | TECHNICAL_ERROR   | PU: Unmarshalling Error: premature end | TRY_LATER        | SERVICE
            register | ERROR | VALIDATION_ERROR  | unmarshalling error: cvc-complex-type  | REFUSED          | SYSTEM
            register | ERROR | REVOKED           | -                                      | REFUSED          | -
            register | ERROR | SOMETHING_NEW     | -                                      | UNCLEAR          | SERVICE
            register | ERROR | -                 | -                                      | UNCLEAR          | SERVICE
            register | WHAT  | -                 | -                                      | UNCLEAR          | SERVICE
            revoke   | OK    | -                 | -                                      | DONE             | -
            revoke   | INFO  | -                 | Certificate x is already revoked.      | ALREADY_DONE     | -
            revoke   | ERROR | APPLICATION_ERROR | Certificate x does not exist for patient. | NOT_YET       | -
            revoke   | ERROR | TECHNICAL_ERROR   | -                                      | TRY_LATER        | SERVICE
            revoke   | ERROR | VALIDATION_ERROR  | Unmarshalling Error                    | REFUSED          | SYSTEM
            revoke   | ERROR | REVOKED           | -                                      | ALREADY_DONE     | -
            send     | OK    | -                 | -                                      | DONE             | -
            send     | INFO  | -                 | Certificate 'x' already sent to 'FKASSA'. | ALREADY_DONE  | -
            send     | INFO  | -                 | Certificate 'x' has been revoked.      | REFUSED          | -
            send     | INFO  | -                 | Intyget är makulerat                   | REFUSED          | -
            send     | INFO  | -                 | Intyget har redan skickats             | ALREADY_DONE     | -
            send     | ERROR | TECHNICAL_ERROR   | Unmarshalling Error at the recipient   | TRY_LATER        | SERVICE
            send     | INFO  | -                 | Annat                                  | DONE_WITH_NOTICE | -
            send     | ERROR | APPLICATION_ERROR | Unknown certificate ID: x              | NOT_YET          | -
            send     | ERROR | APPLICATION_ERROR | Unknown recipient ID: y                | REFUSED          | SYSTEM
            send     | ERROR | APPLICATION_ERROR | -                                      | UNCLEAR          | SERVICE
            send     | ERROR | TECHNICAL_ERROR   | Couldn't be sent to recipient          | TRY_LATER        | SERVICE
            send     | ERROR | VALIDATION_ERROR  | Test person                            | REFUSED          | AUTHOR
            message  | OK    | -                 | -                                      | DONE             | -
            message  | ERROR | VALIDATION_ERROR  | [SUBJECT_CONSISTENCY_ERROR]            | REFUSED          | AUTHOR
            message  | ERROR | VALIDATION_ERROR  | [MEDDELANDE_ID_NOT_UNIQUE_ERROR]       | ALREADY_DONE     | -
            message  | ERROR | VALIDATION_ERROR  | [MEDDELANDE_ID_NOT_UNIQUE_ERROR, TEST_CERTIFICATE] | REFUSED | AUTHOR
            message  | ERROR | VALIDATION_ERROR  | [CERTIFICATE_REVOKED_ERROR, MEDDELANDE_ID_NOT_UNIQUE_ERROR] | REFUSED | AUTHOR
            message  | ERROR | VALIDATION_ERROR  | Annat                                  | REFUSED          | AUTHOR
            message  | ERROR | APPLICATION_ERROR | Intyg does not exist                   | NOT_YET          | -
            message  | ERROR | TECHNICAL_ERROR   | -                                      | TRY_LATER        | SERVICE
            status   | OK    | -                 | -                                      | DONE             | -
            status   | ERROR | VALIDATION_ERROR  | Unknown part                           | REFUSED          | SYSTEM
            status   | ERROR | APPLICATION_ERROR | -                                      | UNCLEAR          | SERVICE
            draft    | OK    | -                 | -                                      | DONE             | -
            draft    | INFO  | -                 | Det finns ett tidigare dödsbevis       | DONE_WITH_NOTICE | -
            draft    | ERROR | VALIDATION_ERROR  | No valid MIU was found for person x    | REFUSED          | HSA_ADMINISTRATOR
            draft    | ERROR | VALIDATION_ERROR  | efternamn is required, fornamn is required | REFUSED      | AUTHOR
            draft    | ERROR | VALIDATION_ERROR  | Internal error. Draft cannot be created | UNCLEAR         | SERVICE
            draft    | ERROR | APPLICATION_ERROR | Personen finns inte                    | UNCLEAR          | SERVICE
            draft    | ERROR | TECHNICAL_ERROR   | -                                      | TRY_LATER        | SERVICE
            """)
    void answer_isClassifiedByCallErrorIdAndText(
            String call, String code, String errorId, String text, Kind kind, Mender mender) {
        Result result = new Result(code, Optional.ofNullable(text), Optional.ofNullable(errorId));

        ServiceOutcome outcome = outcomeOf(call, () -> result);

        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.mendedBy()).isEqualTo(Optional.ofNullable(mender));
        assertThat(outcome.meaning()).isNotBlank();
        assertThat(outcome.result()).isEqualTo(result);
        assertThat(outcome.textToShow()).isEqualTo(Optional.ofNullable(text));
        assertThat(outcome.call().correlationId()).isNotBlank();
        if (text != null) {
            assertThat(outcome.toString()).doesNotContain(text);
        }
        assertThat(outcome.isDone()).isEqualTo(kind.ordinal() <= 2);
        if (outcome.isDone()) {
            assertThat(outcome.orThrow()).isSameAs(outcome);
        } else {
            RejectedException refused =
                    catchThrowableOfType(RejectedException.class, outcome::orThrow);
            assertThat(refused.resultCode()).isEqualTo(errorId == null ? code : errorId);
            assertThat(refused.resultText()).isEqualTo(text == null ? "" : text);
        }
    }

    private static ServiceOutcome outcomeOf(
            String call, java.util.function.Supplier<Result> result) {
        switch (call) {
            case "register" -> {
                answer(CertificateContracts.REGISTER_CERTIFICATE_3, any -> result.get());
                return CLIENT.register(INTYG);
            }
            case "revoke" -> {
                answer(CertificateContracts.REVOKE_CERTIFICATE_2, any -> result.get());
                return CLIENT.revoke(ID, Sample.PATIENT, Sample.DOCTOR, Optional.of("Fel"));
            }
            case "send" -> {
                answer(CertificateContracts.SEND_CERTIFICATE_TO_RECIPIENT_2, any -> result.get());
                return CLIENT.send(ID, Sample.PATIENT, Part.FKASSA, Sample.DOCTOR);
            }
            case "message" -> {
                answer(CertificateContracts.SEND_MESSAGE_TO_RECIPIENT_2, any -> result.get());
                return CLIENT.sendMessage(MESSAGE);
            }
            case "status" -> {
                answer(CertificateContracts.SET_CERTIFICATE_STATUS_2, any -> result.get());
                return CLIENT.setStatus(ID, Part.FKASSA, "RECEIV");
            }
            default -> {
                answer(
                        CertificateContracts.CREATE_DRAFT_CERTIFICATE_3,
                        any -> new CreateDraftCertificateAnswer(Optional.empty(), result.get()));
                return CLIENT.createDraft(DRAFT).outcome();
            }
        }
    }

    private static <Q, R> void answer(RivtaContract<Q, R> contract, Function<Q, R> answer) {
        SERVICE.answer(contract, answer);
    }

    @ParameterizedTest
    @CsvSource({"register", "revoke", "send", "message", "status", "draft"})
    void fault_forXmlThatBreaksTheSchema_isARefusal(String call) {
        ServiceOutcome outcome =
                outcomeOf(call, () -> faulting("UNMARSHALLING ERROR: cvc-pattern-valid"));

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.mendedBy()).contains(Mender.SYSTEM);
    }

    @ParameterizedTest
    @CsvSource({"register", "revoke", "send", "message", "status", "draft"})
    void fault_ofAnotherKind_isAnException(String call) {
        assertThatThrownBy(() -> outcomeOf(call, () -> faulting("Something broke")))
                .isInstanceOf(ServiceFaultException.class);
    }

    @Test
    void createDraft_doneWithoutId_isAFailureThatSaysSo() {
        answer(
                CertificateContracts.CREATE_DRAFT_CERTIFICATE_3,
                any -> new CreateDraftCertificateAnswer(Optional.empty(), Result.ok()));
        DraftOutcome draft = CLIENT.createDraft(DRAFT);

        assertThatThrownBy(draft::orThrow).isInstanceOf(ProtocolException.class);
    }

    // ---- what is sent

    @Test
    void register_sendsTheCertificate_toIntygstjanster() {
        answer(CertificateContracts.REGISTER_CERTIFICATE_3, any -> Result.ok());

        CLIENT.register(INTYG, MessageReference.of("m-1"));

        RegisterCertificate sent = (RegisterCertificate) SERVICE.requests.get(0);
        assertThat(sent.answerTo()).contains(MessageReference.of("m-1"));
        assertThat(sent.certificate().answers()).isEqualTo(INTYG.answers());
        assertThat(SERVICE.addresses).containsExactly(INTYGSTJANSTER);
    }

    @Test
    void register_whileAnErrorStands_sendsNothing_unlessTold() {
        answer(CertificateContracts.REGISTER_CERTIFICATE_3, any -> Result.ok());
        Intyg wrong = Sample.igrav("x", Sample.TODAY.minusYears(2));

        FindingsException stopped =
                catchThrowableOfType(FindingsException.class, () -> CLIENT.register(wrong));

        assertThat(stopped.findings()).isNotEmpty();
        assertThat(SERVICE.requests).isEmpty();

        assertThat(CLIENT.withoutCheckAtOwnRisk().register(wrong).kind()).isEqualTo(Kind.DONE);
        assertThat(SERVICE.requests).hasSize(1);
    }

    @Test
    void revoke_sendsSwedishTimeInWholeSeconds() {
        answer(CertificateContracts.REVOKE_CERTIFICATE_2, any -> Result.ok());

        CLIENT.revoke(ID, Sample.PATIENT, Sample.DOCTOR, Optional.of("Fel patient"));

        assertThat(SERVICE.requests)
                .containsExactly(
                        new RevokeCertificate(
                                Optional.of("Fel patient"),
                                Sample.TODAY.atTime(10, 11, 12),
                                ID,
                                PERSON,
                                Sample.DOCTOR));
    }

    @Test
    void send_namesRecipientAndSender() {
        answer(CertificateContracts.SEND_CERTIFICATE_TO_RECIPIENT_2, any -> Result.ok());

        CLIENT.send(ID, Sample.PATIENT, Part.FKASSA, Sample.DOCTOR);

        assertThat(SERVICE.requests)
                .containsExactly(
                        new SendCertificateToRecipient(
                                Sample.TODAY.atTime(10, 11, 12),
                                ID,
                                PERSON,
                                Part.FKASSA,
                                new SendCertificateToRecipient.Sender.Professional(Sample.DOCTOR)));
    }

    @Test
    void setStatus_isAsOfNow() {
        answer(CertificateContracts.SET_CERTIFICATE_STATUS_2, any -> Result.ok());

        CLIENT.setStatus(ID, Part.HSVARD, "DELETE");

        assertThat(SERVICE.requests)
                .containsExactly(
                        new SetCertificateStatus(
                                ID, Part.HSVARD, "DELETE", Sample.TODAY.atTime(10, 11, 12)));
    }

    @Test
    void message_bearsTheRecipientsAddress() {
        answer(CertificateContracts.SEND_MESSAGE_TO_RECIPIENT_2, any -> Result.ok());

        CLIENT.sendMessage(
                MESSAGE.withHeading("Rubrik")
                        .withReference("own")
                        .withLastDayForAnswer(Sample.TODAY));

        SendMessageToRecipient sent = (SendMessageToRecipient) SERVICE.requests.get(0);
        assertThat(sent.messageId()).isEqualTo(MESSAGE.id());
        assertThat(sent.recipientAddress()).isEqualTo("TEST-FKASSA");
        assertThat(sent.heading()).contains("Rubrik");
        assertThat(sent.referenceId()).contains("own");
        assertThat(sent.lastDayForAnswer()).contains(Sample.TODAY);
        assertThat(sent.remindedMessageId()).isEmpty();
        assertThat(SERVICE.addresses).containsExactly(INTYGSTJANSTER);
    }

    @Test
    void message_toARecipientWithoutAddress_isAnErrorOfConfiguration() {
        MessageToRecipient toOther =
                MessageToRecipient.question(
                        ID,
                        Sample.PATIENT,
                        Part.TRANSP,
                        MessageSubject.OTHER,
                        "Text",
                        Sample.DOCTOR);

        assertThatThrownBy(() -> CLIENT.sendMessage(toOther))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TRANSP");
    }

    // ---- reading

    @Test
    void get_asksAsHealthCare() {
        answer(CertificateContracts.GET_CERTIFICATE_2, any -> INTYG);

        Intyg read = CLIENT.get(ID);

        assertThat(read.certificateId()).isEqualTo(INTYG.certificateId());
        assertThat(SERVICE.requests).containsExactly(new GetCertificate(ID, Part.HSVARD));
    }

    @Test
    void get_ofWhatIsUnknown_isAFault_neverEmpty() {
        answer(CertificateContracts.GET_CERTIFICATE_2, any -> faulting("Certificate not found"));

        assertThatThrownBy(() -> CLIENT.get(ID)).isInstanceOf(ServiceFaultException.class);
    }

    @Test
    void get_withoutId_isNotSent() {
        assertThatThrownBy(() -> CLIENT.get(new Identifier("x", Optional.empty())))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void lists_ofUnitsAndOfACareProvider() {
        answer(CertificateContracts.LIST_CERTIFICATES_FOR_CARE_3, any -> List.of(INTYG));

        assertThat(CLIENT.certificatesForCare(Sample.PATIENT, Sample.UNIT)).hasSize(1);
        assertThat(CLIENT.certificatesOfCareProvider(Sample.PATIENT, Sample.CARE_PROVIDER))
                .hasSize(1);

        assertThat(SERVICE.requests)
                .containsExactly(
                        new ListCertificatesForCare(PERSON, Optional.empty(), List.of(Sample.UNIT)),
                        new ListCertificatesForCare(
                                PERSON, Optional.of(Sample.CARE_PROVIDER), List.of()));
    }

    @Test
    void list_thatFails_isAnException_neverEmpty() {
        answer(CertificateContracts.LIST_CERTIFICATES_FOR_CARE_3, any -> faulting("Nope"));

        assertThatThrownBy(() -> CLIENT.certificatesForCare(Sample.PATIENT, Sample.UNIT))
                .isInstanceOf(ServiceFaultException.class);
    }

    @Test
    void list_withoutUnits_isNotSent() {
        assertThatThrownBy(() -> CLIENT.certificatesForCare(Sample.PATIENT))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CLIENT.certificatesWithQuestions(Sample.PATIENT))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void listWithQuestions_goesToWebcert() {
        CertificateWithQuestions item =
                new CertificateWithQuestions(
                        INTYG,
                        List.of(),
                        QuestionCounts.NONE,
                        QuestionCounts.NONE,
                        Optional.empty());
        answer(CertificateContracts.LIST_CERTIFICATES_FOR_CARE_WITH_QA_3, any -> List.of(item));

        assertThat(CLIENT.certificatesWithQuestions(Sample.PATIENT, Sample.UNIT)).hasSize(1);

        assertThat(SERVICE.addresses).containsExactly(WEBCERT);
    }

    @Test
    void listWithQuestions_ofUnitsAndCareProvider_orOfATimeThatEndsFirst_isNotSent() {
        assertThatThrownBy(
                        () ->
                                CLIENT.certificatesWithQuestions(
                                        new ListCertificatesForCareWithQA(
                                                PERSON,
                                                List.of(Sample.UNIT),
                                                Optional.of(Sample.CARE_PROVIDER),
                                                Optional.empty(),
                                                Optional.empty())))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                CLIENT.certificatesWithQuestions(
                                        new ListCertificatesForCareWithQA(
                                                PERSON,
                                                List.of(Sample.UNIT),
                                                Optional.empty(),
                                                Optional.of(Sample.time()),
                                                Optional.of(Sample.time().minusSeconds(1)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("to");
    }

    @Test
    void reserveNumber_isNotSent() {
        PersonId reserve = Reservnummer.of(ReserveNumberIssuer.STOCKHOLM, "991212122396");

        assertThatThrownBy(() -> CLIENT.certificatesForCare(reserve, Sample.UNIT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("991212122396");
    }

    @Test
    void sickLeaves_outOfRange_areNotAskedFor() {
        answer(CertificateContracts.LIST_SICK_LEAVES_FOR_CARE_1, any -> List.of());

        assertThat(CLIENT.sickLeaves(Sample.UNIT, 5)).isEmpty();
        assertThatThrownBy(() -> CLIENT.sickLeaves(Sample.UNIT, -1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("maxDaysBetween");
        assertThatThrownBy(
                        () ->
                                CLIENT.sickLeaves(
                                        new ListSickLeavesForCare(
                                                Sample.UNIT,
                                                0,
                                                OptionalInt.of(10),
                                                OptionalInt.of(10),
                                                List.of())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("maxDays");
        assertThat(SERVICE.requests).hasSize(1);
    }

    // ---- drafts

    @Test
    void draft_created_givesItsId_alsoWithANotice() {
        answer(
                CertificateContracts.CREATE_DRAFT_CERTIFICATE_3,
                any -> new CreateDraftCertificateAnswer(Optional.of(ID), Result.info("Visa")));

        DraftOutcome draft = CLIENT.createDraft(DRAFT);

        assertThat(draft.orThrow()).isEqualTo(ID);
        assertThat(draft.outcome().textToShow()).contains("Visa");
        assertThat(SERVICE.addresses).containsExactly(WEBCERT);
        assertThat(SERVICE.requests).containsExactly(DRAFT);
    }

    @Test
    void draft_forAReserveNumberOrWithoutNames_isNotSent() {
        for (Patient patient :
                List.of(
                        new Patient(
                                Identifier.of("1.2.752.97.3.1.3", "991212122396"),
                                "A",
                                "B",
                                Optional.empty(),
                                "",
                                "",
                                "",
                                Optional.empty()),
                        new Patient(
                                Identifier.of(Identifier.PERSONNUMMER, "191212121213"),
                                "A",
                                "B",
                                Optional.empty(),
                                "",
                                "",
                                "",
                                Optional.empty()),
                        Patient.of(Sample.PATIENT))) {
            CreateDraftCertificate draft =
                    new CreateDraftCertificate(
                            DRAFT.type(), patient, DRAFT.createdBy(), Optional.empty(), List.of());
            assertThatThrownBy(() -> CLIENT.createDraft(draft))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("patient")
                    .hasMessageNotContaining("12121");
        }
    }

    @Test
    void draft_withAPrefillThatWouldBeDropped_isNotSent_unlessTold() {
        answer(
                CertificateContracts.CREATE_DRAFT_CERTIFICATE_3,
                any -> new CreateDraftCertificateAnswer(Optional.of(ID), Result.ok()));
        CreateDraftCertificate draft = prefilled(Answer.of("999", part("999.1", "Text")));

        FindingsException stopped =
                catchThrowableOfType(FindingsException.class, () -> CLIENT.createDraft(draft));

        assertThat(stopped.findings()).hasSize(1);
        assertThat(SERVICE.requests).isEmpty();
        assertThat(CLIENT.withoutCheckAtOwnRisk().createDraft(draft).orThrow()).isEqualTo(ID);
        assertThat(CLIENT.createDraft(prefilled(Answer.of("25", part("25.1", "Övrigt")))).orThrow())
                .isEqualTo(ID);
    }

    private static CreateDraftCertificate prefilled(Answer answer) {
        return new CreateDraftCertificate(
                DRAFT.type(),
                DRAFT.patient(),
                DRAFT.createdBy(),
                Optional.empty(),
                List.of(answer));
    }

    private static Answer.Part part(String id, String text) {
        return new Answer.Part(id, new Content.Text(text));
    }

    // ---- messages

    @Test
    void message_thatOnlyRecipientsSend_cannotBeMade() {
        assertThatThrownBy(() -> question(MessageSubject.REMINDER, "Text"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("subject");
        assertThatThrownBy(() -> question(MessageSubject.COMPLETION, "Text"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("subject");
        assertThatThrownBy(() -> question(MessageSubject.OTHER, "  "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("text");
    }

    @Test
    void answer_repeatsTheSubject_andWantsNoAnswer() {
        MessageToRecipient answer =
                MessageToRecipient.answer(
                        ID,
                        Sample.PATIENT,
                        Part.FKASSA,
                        MessageReference.of("m-1"),
                        MessageSubject.COMPLETION,
                        "Kan inte kompletteras",
                        Sample.DOCTOR);

        assertThat(answer.subject()).isEqualTo(MessageSubject.COMPLETION);
        assertThat(answer.answerTo()).contains(MessageReference.of("m-1"));
        assertThatThrownBy(() -> answer.withLastDayForAnswer(LocalDate.of(2026, 12, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lastDayForAnswer");
        assertThat(answer.toString()).doesNotContain("191212121212").doesNotContain("kompletteras");
    }

    private static MessageToRecipient question(MessageSubject subject, String text) {
        return MessageToRecipient.question(
                ID, Sample.PATIENT, Part.FKASSA, subject, text, Sample.DOCTOR);
    }

    // ---- addresses

    @Test
    void client_withoutAnyAddress_isNotBuilt() {
        assertThatThrownBy(() -> CertificateClient.on(SERVICE.platform))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void client_withoutWebcert_saysSoWhenItIsAsked() {
        CertificateClient client =
                CertificateClient.builder(SERVICE.platform).intygstjanster(INTYGSTJANSTER).build();

        assertThatThrownBy(() -> client.createDraft(DRAFT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Webcert");
    }
}
