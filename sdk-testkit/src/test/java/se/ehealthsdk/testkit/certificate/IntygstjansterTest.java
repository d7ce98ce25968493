package se.ehealthsdk.testkit.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.testkit.certificate.Calls.DOCTOR;
import static se.ehealthsdk.testkit.certificate.Calls.OTHER_PATIENT;
import static se.ehealthsdk.testkit.certificate.Calls.PATIENT;
import static se.ehealthsdk.testkit.certificate.Calls.UNIT;
import static se.ehealthsdk.testkit.certificate.Calls.sickLeave;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.certificate.CertificateMessage.Completion;

/** What Intygstjänster answers, row by row. */
class IntygstjansterTest {

    private static final LogicalAddress IT = CertificateStandIn.INTYGSTJANSTER;
    private static final String EXISTS = "Certificate already exists";

    private static NationalServices services;
    private static Calls calls;

    private CertificateStandIn certificates;

    @BeforeAll
    static void start() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
        services = NationalServices.builder().clock(clock).start();
        calls = new Calls(services);
    }

    @AfterAll
    static void stop() {
        calls.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
        certificates = services.certificates();
        certificates.rules(CertificateRules.NONE);
    }

    // ---- register ----

    @Test
    void register_ofAnEarlierGeneration_isStored() {
        assertThat(calls.register("id-1")).isEqualTo("OK");

        StoredCertificate stored = certificates.stored("id-1").orElseThrow();
        assertThat(stored.type()).isEqualTo("LISJP");
        assertThat(stored.unit()).isEqualTo(UNIT);
        assertThat(stored.draft() || stored.revoked() || stored.test()).isFalse();
        assertThat(stored.toString()).doesNotContain(PATIENT);
    }

    @Test
    void register_twice_isInfoWithTheWordsThatClientsCompare() {
        calls.register("id-1");

        assertThat(calls.register("id-1")).isEqualTo("INFO " + EXISTS);
        assertThat(certificates.stored()).hasSize(1);
    }

    @Test
    void register_ofTheSameIdForAnotherPerson_isRefused() {
        calls.register("id-1");

        assertThat(calls.register("id-1", "LISJP", "1.3", OTHER_PATIENT))
                .isEqualTo("ERROR VALIDATION_ERROR " + EXISTS);
    }

    @ParameterizedTest
    @CsvSource({"LISJP,2.0", "LUNSP,1.0", "LISJP,3.0", "NONSENSE,1.0", "FK7263,1.0", "LISJP,x"})
    void register_ofWhatHasNoModule_isRefused(String type, String version) {
        assertThat(calls.register("id-1", type, version, PATIENT))
                .startsWith("ERROR VALIDATION_ERROR")
                .contains("does not support version");
        assertThat(certificates.stored()).isEmpty();
    }

    @Test
    void register_ofALaterGenerationWhenItIsAccepted_isStored() {
        certificates.acceptsGeneration2();

        assertThat(calls.register("id-1", "LISJP", "2.0", PATIENT)).isEqualTo("OK");
        assertThat(calls.register("id-2", "LISJP", "2.7", PATIENT)).startsWith("ERROR");
    }

    @Test
    void register_ofANumberWithAWrongCheckDigit_isRefused() {
        assertThat(calls.register("id-1", "LISJP", "1.3", "191212121213"))
                .startsWith("ERROR VALIDATION_ERROR")
                .doesNotContain("191212121213");
    }

    @Test
    void register_ofAPersonThatIsNotKnown_isRefused() {
        certificates.persons().unknown(Personnummer.of(PATIENT));

        assertThat(calls.register("id-1")).startsWith("ERROR VALIDATION_ERROR");
    }

    @Test
    void register_whenPersonsCannotBeAskedFor_isATechnicalError() {
        certificates.persons().down(true);
        assertThat(calls.register("id-1")).startsWith("ERROR TECHNICAL_ERROR");

        certificates.persons().down(false);
        assertThat(calls.register("id-1")).isEqualTo("OK");
    }

    @Test
    void register_thatBreaksRules_tellsEachOfThem() {
        certificates.rules(intyg -> List.of("TEST: a, MSG: b", "TEST: c, MSG: d"));

        assertThat(calls.register("id-1"))
                .isEqualTo("ERROR VALIDATION_ERROR TEST: a, MSG: b;TEST: c, MSG: d");
        assertThat(certificates.stored()).isEmpty();
    }

    @Test
    void register_ofAnEmptySickNote_breaksTheOfficialRules() {
        services.reset();

        assertThat(calls.register("id-1"))
                .startsWith("ERROR VALIDATION_ERROR TEST: LISJP1-")
                .contains(", MSG: ", ";TEST: ")
                .doesNotContain(PATIENT);
    }

    @Test
    void register_whenSomethingElseFails_isAnApplicationError() {
        certificates.rules(
                intyg -> {
                    throw new IllegalStateException("broken");
                });

        assertThat(calls.register("id-1")).startsWith("ERROR APPLICATION_ERROR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20T08:00:00|2026-11-20T08:00:00.000",
                "2026-11-20T08:00:00|2026-11-20T08:00:00+01:00",
                "<t:extension>191212121212|<t:extension>19121212-1212",
                "<c:version>1.3</c:version>|",
                "<c:fornamn/>|",
                "1.2.752.129.2.1.4.1|1.2.3",
                "</c:telefonnummer>|</c:telefonnummer><c:epost/>",
                "<t:extension>1234567</t:extension>|<t:extension></t:extension>",
                "</c:skapadAv>|</c:skapadAv><c:svar id='x'><c:delsvar id='1.1'/></c:svar>",
                "</c:skapadAv>|</c:skapadAv><c:svar id='1'><c:delsvar id='1'/></c:svar>",
                "</c:skapadAv>|</c:skapadAv><c:nonsense/>"
            })
    void register_thatBreaksTheSchema_isAnUnmarshallingErrorWithStatus200(
            String right, String wrong) {
        String request =
                Calls.intyg("id-1", "LISJP", "1.3", PATIENT)
                        .replace(right, wrong == null ? "" : wrong);

        assertThat(calls.result(Wire.REGISTER, request))
                .startsWith("ERROR VALIDATION_ERROR Unmarshalling Error: ")
                .doesNotContain("19121212");
        assertThat(services.journal().last().orElseThrow().status()).isEqualTo(200);
        assertThat(certificates.stored()).isEmpty();
    }

    // ---- get and list ----

    @Test
    void get_ofWhatIsThere_givesItWithWhatIsNoted() {
        calls.register("id-1");
        calls.send("id-1");

        Node intyg = calls.get("id-1", "HSVARD").child("intyg").orElseThrow();

        assertThat(intyg.all("status").map(each -> each.at("status", "code")))
                .containsExactly("RECEIV", "SENTTO");
        assertThat(intyg.at("patient", "person-id", "extension")).isEqualTo(PATIENT);
    }

    @Test
    void get_ofWhatIsNotThere_isASoapFault() {
        assertThatThrownBy(() -> calls.get("nowhere", "HSVARD"))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> assertThat(fault.faultString()).contains("does not exist"));
    }

    @Test
    void get_ofATestPersonsCertificate_isForCareAlone() {
        certificates.persons().testPerson(Personnummer.of(PATIENT));
        calls.register("id-1");

        assertThat(calls.get("id-1", "HSVARD").child("intyg")).isPresent();
        assertThatThrownBy(() -> calls.get("id-1", "FKASSA"))
                .isInstanceOf(ServiceFaultException.class);
    }

    @Test
    void list_forCare_hasTheRevokedAndNotWhatCareHasDeleted() {
        calls.register("id-1");
        calls.register("id-2");
        calls.register("id-3");
        calls.revoke("id-2");
        calls.setStatus("id-3", "HSVARD", "DELETE");

        assertThat(ids(calls.list(PATIENT))).containsExactly("id-1", "id-2");
        assertThat(calls.list(OTHER_PATIENT).children()).isEmpty();

        calls.setStatus("id-3", "HSVARD", "RESTOR");
        assertThat(ids(calls.list(PATIENT))).containsExactly("id-1", "id-2", "id-3");
    }

    @Test
    void list_thatBreaksTheSchema_isASoapFault() {
        assertThatThrownBy(() -> calls.call(Wire.LIST, Calls.person("person-id", PATIENT)))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> assertThat(fault.faultString()).contains("Unmarshalling Error"));
    }

    private static List<String> ids(Node list) {
        return list.all("intyg").map(each -> each.at("intygs-id", "extension")).toList();
    }

    // ---- revoke and send ----

    @Test
    void revoke_beforeRegister_isAnApplicationErrorThatPasses() {
        assertThat(calls.revoke("id-1")).startsWith("ERROR APPLICATION_ERROR");

        calls.register("id-1");
        assertThat(calls.revoke("id-1")).isEqualTo("OK");
        assertThat(calls.revoke("id-1")).startsWith("INFO");
        assertThat(certificates.stored("id-1").orElseThrow().revoked()).isTrue();
    }

    @Test
    void revoke_ofAnotherPatientsCertificate_findsNothing() {
        calls.register("id-1", "LISJP", "1.3", OTHER_PATIENT);

        assertThat(calls.revoke("id-1")).startsWith("ERROR APPLICATION_ERROR");
    }

    @Test
    void revoke_ofWhatWasSent_reachesTheRecipient() {
        calls.register("id-1");
        calls.send("id-1");

        calls.revoke("id-1");

        assertThat(certificates.recipient("FKASSA").revoked()).containsExactly("id-1");
        assertThat(certificates.recipient("SKV").revoked()).isEmpty();
    }

    @Test
    void revoke_ofATestPersonsCertificate_isATechnicalError() {
        certificates.persons().testPerson(Personnummer.of(PATIENT));
        calls.register("id-1");

        assertThat(calls.revoke("id-1")).startsWith("ERROR TECHNICAL_ERROR");
    }

    @Test
    void send_once_isReceivedAndTheSecondIsInfo() {
        calls.register("id-1");

        assertThat(calls.send("id-1")).isEqualTo("OK");
        assertThat(calls.send("id-1")).startsWith("INFO");
        assertThat(certificates.recipient("FKASSA").received())
                .extracting(RecipientStandIn.Delivery::certificateId)
                .containsExactly("id-1");
        assertThat(certificates.stored("id-1").orElseThrow().sentTo()).containsExactly("FKASSA");
    }

    @Test
    void send_ofTheRevoked_isInfoThoughNothingIsSent() {
        calls.register("id-1");
        calls.revoke("id-1");

        assertThat(calls.send("id-1")).startsWith("INFO");
        assertThat(certificates.recipient("FKASSA").received()).isEmpty();
    }

    @Test
    void send_ofTheUnknownOrToTheUnknown_isAnApplicationError() {
        assertThat(calls.send("id-1")).startsWith("ERROR APPLICATION_ERROR");

        calls.register("id-1");
        assertThat(calls.send("id-1", "NONSENSE")).startsWith("ERROR APPLICATION_ERROR");
    }

    @Test
    void send_whenTheRecipientFails_isATechnicalErrorAndNothingSent() {
        calls.register("id-1");
        certificates.recipient("FKASSA").failing(true);
        assertThat(calls.send("id-1")).startsWith("ERROR TECHNICAL_ERROR");

        certificates.recipient("FKASSA").failing(false);
        assertThat(calls.send("id-1")).isEqualTo("OK");
    }

    @Test
    void send_ofATestPersonsCertificate_isRefused() {
        certificates.persons().testPerson(Personnummer.of(PATIENT));
        calls.register("id-1");

        assertThat(calls.send("id-1")).startsWith("ERROR VALIDATION_ERROR");
        assertThat(certificates.stored("id-1").orElseThrow().test()).isTrue();
    }

    @Test
    void recipient_thatIsNone_isRefused() {
        assertThatThrownBy(() -> certificates.recipient("HSVARD"))
                .isInstanceOf(InvalidInputException.class);
    }

    // ---- status ----

    @ParameterizedTest
    @CsvSource({"id-1,NONSENSE,RECEIV", "id-1,FKASSA,NONSENSE", "nowhere,FKASSA,RECEIV"})
    void setStatus_ofWhatIsNotKnown_isRefused(String id, String part, String status) {
        calls.register("id-1");

        assertThat(calls.setStatus(id, part, status)).startsWith("ERROR VALIDATION_ERROR");
    }

    // ---- messages ----

    @Test
    void messageToRecipient_aboutASentCertificate_arrives() {
        sent();

        assertThat(calls.message("m-1", "id-1", "KONTKT", "")).isEqualTo("OK");
        assertThat(certificates.recipient("FKASSA").messages())
                .extracting(CertificateMessage::subject)
                .containsExactly("KONTKT");
    }

    @Test
    void messageToRecipient_aboutTheUnknown_isAnApplicationError() {
        assertThat(calls.message("m-1", "id-1", "KONTKT", ""))
                .startsWith("ERROR APPLICATION_ERROR");
    }

    @Test
    void messageToRecipient_beforeTheCertificateIsSent_isRefused() {
        calls.register("id-1");

        assertThat(calls.message("m-1", "id-1", "KONTKT", "")).startsWith("ERROR VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KOMPLT", "PAMINN", "NONSENSE"})
    void messageToRecipient_withASubjectThatCareMayNotAsk_isRefused(String subject) {
        sent();

        assertThat(calls.message("m-1", "id-1", subject, ""))
                .startsWith("ERROR VALIDATION_ERROR")
                .contains("SUBJECT_NOT_SUPPORTED_ERROR");
    }

    @Test
    void messageToRecipient_thatAnswers_repeatsTheSubjectAndHasNoLastDay() {
        sent();
        String asked = certificates.recipient("FKASSA").ask("id-1", "AVSTMN", "Hur?").messageId();
        String answers = "<svarPa><c:meddelande-id>" + asked + "</c:meddelande-id></svarPa>";

        assertThat(calls.message("m-1", "id-1", "KONTKT", answers))
                .contains("SUBJECT_CONSISTENCY_ERROR");
        assertThat(calls.message("m-1", "id-1", "AVSTMN", answers)).isEqualTo("OK");
        assertThat(calls.message("m-1", "id-1", "AVSTMN", answers))
                .contains("MEDDELANDE_ID_NOT_UNIQUE_ERROR");
        assertThat(calls.message("m-2", "id-1", "AVSTMN", answers.replace(asked, "nothing")))
                .contains("REFERENCED_MESSAGE_NOT_FOUND_ERROR");
    }

    @Test
    void messageToCare_thatBreaksRules_getsTheirCodes() {
        calls.register("id-1");
        String completion = "<komplettering><frage-id>1</frage-id><text>x</text></komplettering>";
        String reminds = "<paminnelseMeddelande-id>m-0</paminnelseMeddelande-id>";
        String answers = "<svarPa><c:meddelande-id>m-0</c:meddelande-id></svarPa>";
        assertThat(calls.messageToCare(IT, "m-0", "id-1", "KONTKT", PATIENT)).isEqualTo("OK");

        assertThat(toCare("m-0", "id-1", "KONTKT", PATIENT, "", ""))
                .contains("MEDDELANDE_ID_NOT_UNIQUE_ERROR");
        assertThat(toCare("m-1", "nowhere", "KONTKT", PATIENT, "", ""))
                .contains("CERTIFICATE_NOT_FOUND_ERROR");
        assertThat(toCare("m-1", "id-1", "KONTKT", OTHER_PATIENT, "", ""))
                .contains("CIVIC_REGISTRATION_NUMBER_INCONSISTENCY_ERROR");
        assertThat(toCare("m-1", "id-1", "NONSENSE", PATIENT, "", ""))
                .contains("SUBJECT_NOT_SUPPORTED_ERROR");
        assertThat(toCare("m-1", "id-1", "KONTKT", PATIENT, "", completion))
                .contains("KOMPLETTERING_INCONSISTENCY_ERROR");
        assertThat(toCare("m-1", "id-1", "PAMINN", PATIENT, "", ""))
                .contains("PAMINNELSE_ID_INCONSISTENCY_ERROR");
        assertThat(toCare("m-1", "id-1", "KONTKT", PATIENT, reminds, ""))
                .contains("PAMINNELSE_ID_INCONSISTENCY_ERROR");
        assertThat(toCare("m-1", "id-1", "OVRIGT", PATIENT, answers, ""))
                .contains("SUBJECT_CONSISTENCY_ERROR");
        assertThat(
                        toCare(
                                "m-1",
                                "id-1",
                                "KONTKT",
                                PATIENT,
                                answers,
                                "<sistaDatumForSvar>2026-12-24</sistaDatumForSvar>"))
                .contains("[MESSAGE_TYPE_CONSISTENCY_ERROR]");
        assertThat(toCare("m-2", "id-1", "PAMINN", PATIENT, reminds, "")).isEqualTo("OK");
        assertThat(certificates.messages("id-1")).hasSize(2);
    }

    @Test
    void messageToCare_ofATestPersonOrARevokedLaterGeneration_isRefused() {
        certificates.acceptsGeneration2();
        calls.register("id-1", "LISJP", "2.0", PATIENT);
        calls.revoke("id-1");
        assertThat(toCare("m-1", "id-1", "KONTKT", PATIENT, "", ""))
                .contains("[CERTIFICATE_REVOKED_ERROR]");

        certificates.persons().testPerson(Personnummer.of(PATIENT));
        calls.register("id-2");
        assertThat(toCare("m-1", "id-2", "KONTKT", PATIENT, "", "")).contains("[TEST_CERTIFICATE]");
    }

    @Test
    void messageToCare_atWebcertItself_isInfoTheSecondTime() {
        calls.register("id-1");
        LogicalAddress webcert = CertificateStandIn.WEBCERT;

        assertThat(calls.messageToCare(webcert, "m-1", "id-1", "KONTKT", PATIENT)).isEqualTo("OK");
        assertThat(calls.messageToCare(webcert, "m-1", "id-1", "KONTKT", PATIENT))
                .startsWith("INFO");
    }

    @Test
    void complement_thatIsSent_answersTheRequestAndTellsTheRecipient() {
        sent();
        String asked =
                certificates
                        .recipient("FKASSA")
                        .requestCompletion("id-1", Completion.of("35", "Beskriv mer."))
                        .messageId();

        String relation =
                "<c:relation><c:typ><t:code>KOMPLT</t:code><t:codeSystem>"
                        + Wire.RELATION_CODES
                        + "</t:codeSystem></c:typ>"
                        + Calls.certificate("c:intygs-id", "id-1")
                        + "</c:relation>";
        calls.register("id-2", "LISJP", "1.3", PATIENT, relation);
        calls.send("id-2");

        assertThat(certificates.recipient("FKASSA").received().get(1).answerTo()).contains(asked);
    }

    private void sent() {
        calls.register("id-1");
        calls.send("id-1");
    }

    private static String toCare(
            String id,
            String certificate,
            String subject,
            String person,
            String references,
            String after) {
        return calls.messageToCare(IT, id, certificate, subject, person, references, after);
    }

    // ---- sick leaves ----

    @Test
    void sickLeaves_ofCertificatesThatHangTogether_areOne() {
        sickNote("id-1", PATIENT, sickLeave("HELT_NEDSATT", "2026-10-01", "2026-10-31"));
        sickNote(
                "id-2",
                PATIENT,
                sickLeave("HALFTEN", "2026-11-04", "2026-11-30")
                        + sickLeave("EN_FJARDEDEL", "2026-12-01", "2026-12-10"));
        sickNote("id-3", OTHER_PATIENT, sickLeave("HELT_NEDSATT", "2026-10-01", "2026-11-21"));

        Node one = sickLeaves(5, "").get(0);

        assertThat(sickLeaves(5, "")).hasSize(1);
        assertThat(one.at("startdatum")).isEqualTo("2026-10-01");
        assertThat(one.at("slutdatum")).isEqualTo("2026-12-10");
        assertThat(one.at("antalIntyg")).isEqualTo("2");
        assertThat(one.at("sjukskrivningslangd")).isEqualTo("68");
        assertThat(one.at("sjukskrivningsgrad", "aktivGrad")).isEqualTo("50");
        assertThat(
                        one.child("sjukskrivningsgrad")
                                .orElseThrow()
                                .child("grader")
                                .orElseThrow()
                                .all("grad")
                                .map(Node::text))
                .containsExactly("50", "25");
        assertThat(sickLeaves(2, "").get(0).at("startdatum")).isEqualTo("2026-11-04");
    }

    @Test
    void sickLeaves_byLength_haveTheShortestIncludedAndTheLongestNot() {
        sickNote("id-1", PATIENT, sickLeave("HELT_NEDSATT", "2026-11-20", "2026-11-29"));

        assertThat(sickLeaves(5, limits(10, 11))).hasSize(1);
        assertThat(sickLeaves(5, limits(11, 20))).isEmpty();
        assertThat(sickLeaves(5, limits(1, 10))).isEmpty();
    }

    @Test
    void sickLeaves_ofTheRevokedOrOfOtherDoctors_areNotTold() {
        sickNote("id-1", PATIENT, sickLeave("HELT_NEDSATT", "2026-11-20", "2026-11-29"));

        assertThat(sickLeaves(5, Calls.hsaId("personal-id", DOCTOR))).hasSize(1);
        assertThat(sickLeaves(5, Calls.hsaId("personal-id", "TSTNMT2321000156-1004"))).isEmpty();

        calls.revoke("id-1");
        assertThat(sickLeaves(5, "")).isEmpty();
    }

    @Test
    void sickLeaves_withANegativeGap_areAFault() {
        assertThatThrownBy(() -> sickLeaves(-1, "")).isInstanceOf(ServiceFaultException.class);
    }

    private static void sickNote(String id, String person, String answers) {
        assertThat(calls.register(id, "LISJP", "1.3", person, answers)).isEqualTo("OK");
    }

    private static String limits(int least, int most) {
        return "<minstaSjukskrivningslangd>%d</minstaSjukskrivningslangd>".formatted(least)
                + "<maxSjukskrivningslangd>%d</maxSjukskrivningslangd>".formatted(most);
    }

    private static List<Node> sickLeaves(int gap, String more) {
        return calls.call(
                        Wire.SICK_LEAVES,
                        Calls.hsaId("enhets-id", UNIT)
                                + "<maxDagarMellanIntyg>"
                                + gap
                                + "</maxDagarMellanIntyg>"
                                + more)
                .child("sjukfallLista")
                .orElseThrow()
                .children();
    }

    // ---- faults ----

    @Test
    void fault_thatTheServiceThrows_isHiddenInAResultWhereThereIsOne() {
        certificates.next(CertificateFault.soapFault("Unmarshalling Error: x"));
        assertThat(calls.register("id-1")).startsWith("ERROR VALIDATION_ERROR");
        certificates.next(CertificateFault.soapFault("database is down"));
        assertThat(calls.register("id-1")).startsWith("ERROR APPLICATION_ERROR");
        assertThat(services.journal().last().orElseThrow().status()).isEqualTo(200);

        certificates.next(CertificateFault.soapFault("database is down"));
        assertThatThrownBy(() -> calls.list(PATIENT)).isInstanceOf(ServiceFaultException.class);
    }

    @Test
    void fault_ofOneContract_waitsForIt() {
        certificates.next(Wire.SEND, CertificateFault.technicalError("trouble"));

        assertThat(calls.register("id-1")).isEqualTo("OK");
        assertThat(certificates.pendingFaults()).isOne();
        assertThat(calls.send("id-1")).isEqualTo("ERROR TECHNICAL_ERROR trouble");
        assertThat(calls.send("id-1")).isEqualTo("OK");
    }

    @Test
    void answer_thatIsLost_leavesItDone() {
        certificates.next(CertificateFault.answerLost());

        assertThatThrownBy(() -> calls.register("id-1")).isInstanceOf(ConnectionException.class);
        assertThat(calls.register("id-1")).isEqualTo("INFO " + EXISTS);
    }

    @Test
    void error_withoutId_isSaidAsItIs() {
        certificates.next(CertificateFault.error(Optional.empty(), "only words"));

        assertThat(calls.register("id-1")).isEqualTo("ERROR only words");
    }
}
