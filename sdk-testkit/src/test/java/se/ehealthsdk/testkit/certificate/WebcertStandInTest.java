package se.ehealthsdk.testkit.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.testkit.certificate.Calls.DOCTOR;
import static se.ehealthsdk.testkit.certificate.Calls.PATIENT;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.certificate.CertificateMessage.Completion;

/** Drafts, what is done with them, and the list that is driven by events. */
class WebcertStandInTest {

    private static final HsaId BY = HsaId.of(DOCTOR);
    private static final String NURSE = "TSTNMT2321000156-1002";
    private static final Personnummer TOLVAN = Personnummer.of(PATIENT);

    private static NationalServices services;
    private static Calls calls;

    private CertificateStandIn certificates;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
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

    private static String draft(String type) {
        Node answer = calls.createDraft(type, PATIENT, DOCTOR, "<ref>journal-7</ref>");
        assertThat(Calls.said(answer)).isEqualTo("OK");
        return answer.at("intygs-id", "extension");
    }

    private static String refused(String type) {
        return refused(type, DOCTOR);
    }

    private static String refused(String type, String by) {
        Node answer = calls.createDraft(type, PATIENT, by, "");
        assertThat(answer.child("intygs-id")).isEmpty();
        return Calls.said(answer);
    }

    // ---- CreateDraftCertificate ----

    @Test
    void draft_ofAType_getsTheNewestVersionAndTheUnitAsHsaHasIt() {
        StoredCertificate draft = certificates.stored(draft("LISJP")).orElseThrow();

        assertThat(draft.version()).isEqualTo("2.0");
        assertThat(draft.draft()).isTrue();
        assertThat(draft.xml()).contains("1234567", "Ängsvägen 1").doesNotContain("Tolvansson");
        assertThat(codes()).containsExactly("SKAPAT");
    }

    @Test
    void draft_byOneWithoutCommissionThere_isRefusedWithTheWordsThatClientsCompare() {
        assertThat(refused("LISJP", "TSTNMT2321000156-1003"))
                .startsWith("ERROR VALIDATION_ERROR No valid MIU");
        assertThat(refused("LISJP", "TSTNMT2321000156-1004"))
                .startsWith("ERROR VALIDATION_ERROR No valid MIU");
        assertThat(refused("LISJP", "NOBODY-1")).startsWith("ERROR VALIDATION_ERROR No valid MIU");
    }

    @Test
    void draft_whenHsaLosesTheCommission_isRefused() {
        services.hsa().endCommission(BY, HsaId.of("TSTNMT2321000156-VMU1"));

        assertThat(refused("LISJP")).contains("No valid MIU");
    }

    @Test
    void draft_withSeveralFaults_namesEach() {
        String wrong =
                Calls.draft("LISJP", "191212121213", DOCTOR, "", "")
                        .replace("<c:fornamn>Tolvan</c:fornamn>", "<c:fornamn/>");

        assertThat(Calls.said(calls.call(Wire.CREATE_DRAFT, wrong)))
                .isEqualTo(
                        "ERROR VALIDATION_ERROR fullstandigtNamn is required, fornamn is required,"
                                + " person-id is not right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONSENSE", "FK7263", "TSTRK1007"})
    void draft_ofATypeThatIsNotActive_isAnApplicationError(String type) {
        assertThat(refused(type)).startsWith("ERROR APPLICATION_ERROR");
    }

    @Test
    void draft_whenPersonsCannotBeAskedFor_isAnApplicationErrorThatPasses() {
        certificates.persons().down(true);
        assertThat(refused("LISJP")).startsWith("ERROR APPLICATION_ERROR");

        certificates.persons().down(false);
        draft("LISJP");
    }

    @Test
    void draft_forTheUnknownOrTheDead_isAnApplicationError() {
        certificates.persons().deceased(TOLVAN);
        assertThat(refused("LISJP")).startsWith("ERROR APPLICATION_ERROR");
        draft("DB");

        certificates.persons().unknown(TOLVAN);
        assertThat(refused("DOI")).startsWith("ERROR APPLICATION_ERROR");
    }

    @Test
    void draft_forAProtectedPatient_isForDoctorsAndCertainTypes() {
        certificates.persons().protectedIdentity(TOLVAN);

        assertThat(refused("LISJP", NURSE)).startsWith("ERROR APPLICATION_ERROR");
        assertThat(refused("DB")).startsWith("ERROR APPLICATION_ERROR");
        draft("LISJP");
    }

    @Test
    void draft_ofASecondDeathCertificate_isRefused() {
        draft("DB");

        assertThat(refused("DB")).startsWith("ERROR APPLICATION_ERROR");
    }

    @Test
    void draft_ofACauseOfDeathThatAnotherProviderHas_isMadeWithANotice() {
        calls.register("id-1", "DOI", "1.0", PATIENT);
        String elsewhere =
                Calls.draft("DOI", PATIENT, "TSTNMT2321000156-2005", "Emil Dahl", "")
                        .replace(Calls.UNIT, "TSTNMT2321000156-VE03");

        Node answer = calls.call(Wire.CREATE_DRAFT, elsewhere);

        assertThat(Calls.said(answer)).startsWith("INFO");
        assertThat(answer.child("intygs-id")).isPresent();
        assertThat(refused("DOI")).startsWith("ERROR APPLICATION_ERROR");
    }

    // ---- prefill ----

    @ParameterizedTest
    @CsvSource({
        "999,999.1,true,ANSWER_NOT_FOUND",
        "27,27.1,ja,INVALID_BOOLEAN_VALUE",
        "27,27.9,true,INVALID_SUB_ANSWER_ID",
        "1,1.2,2026-02-30,INVALID_FORMAT",
        "6,6.2,F43,INVALID_DIAGNOSIS_CODE"
    })
    void prefill_thatIsNotRight_isDroppedWithoutAWord(
            String question, String part, String text, String reason) {
        String prefill = prefill(answer(question, part, text) + answer("25", "25.1", "Övrigt"));

        Node made = calls.createDraft("LISJP", PATIENT, DOCTOR, prefill);

        assertThat(Calls.said(made)).isEqualTo("OK");
        assertThat(certificates.webcert().droppedPrefill())
                .extracting(DroppedAnswer::reason)
                .containsExactly(reason);
        assertThat(certificates.stored().get(0).xml())
                .contains("Övrigt")
                .doesNotContain("id=\"" + part);
    }

    @Test
    void prefill_ofAnEarlierGeneration_isNotTaken() {
        calls.createDraft("LUSE", PATIENT, DOCTOR, prefill(answer("25", "25.1", "Övrigt")));

        assertThat(certificates.webcert().droppedPrefill()).hasSize(1);
    }

    private static String prefill(String answers) {
        return "<f:forifyllnad>" + answers + "</f:forifyllnad>";
    }

    private static String answer(String id, String part, String text) {
        return "<f:svar id=\"%s\"><c:delsvar id=\"%s\">%s</c:delsvar></f:svar>"
                .formatted(id, part, text);
    }

    // ---- what is done with them ----

    @Test
    void draft_ofALaterGenerationThatIsSigned_isInTheListWithQuestionsAlone() {
        String id = draft("LISJP");
        certificates.webcert().sign(id, BY);
        certificates.webcert().send(id, "FKASSA", BY);

        assertThat(codes()).containsExactly("SKAPAT", "SIGNAT", "SKICKA");
        assertThat(calls.list(PATIENT).children()).isEmpty();
        assertThatThrownBy(() -> calls.get(id, "HSVARD")).isInstanceOf(ServiceFaultException.class);
        Node item = calls.listWithQa(PATIENT).child("item").orElseThrow();
        assertThat(item.at("ref")).isEqualTo("journal-7");
        assertThat(item.child("handelser").orElseThrow().all("handelse")).hasSize(3);
    }

    @Test
    void draft_ofAnEarlierGenerationThatIsSigned_isInBothLists() {
        String id = draft("LUSE");
        assertThat(calls.list(PATIENT).children()).isEmpty();

        certificates.webcert().sign(id, BY);

        assertThat(calls.list(PATIENT).children()).hasSize(1);
        assertThat(calls.listWithQa(PATIENT).children()).hasSize(1);
    }

    @Test
    void listWithQuestions_ofWhatHasNoEvents_isEmpty() {
        calls.register("id-1");

        assertThat(calls.list(PATIENT).children()).hasSize(1);
        assertThat(calls.listWithQa(PATIENT).children()).isEmpty();

        certificates.webcertFollowsRegistrations();
        calls.register("id-2");
        assertThat(calls.listWithQa(PATIENT).children()).hasSize(1);
    }

    @Test
    void listWithQuestions_withoutUnitAndProvider_isASoapFault() {
        assertThatThrownBy(() -> calls.call(Wire.LIST_WITH_QA, Calls.person("person-id", PATIENT)))
                .isInstanceOf(ServiceFaultException.class);
    }

    @Test
    void questions_askedAndHandled_areCounted() {
        String id = draft("LUSE");
        certificates.webcert().sign(id, BY);
        certificates.webcert().send(id, "FKASSA", BY);
        RecipientStandIn fk = certificates.recipient("FKASSA");
        String asked = fk.requestCompletion(id, Completion.of("35", "Mer.")).messageId();
        fk.remind(asked, "Påminnelse");
        assertThat(counts("mottagnaFragor")).containsExactly("1", "1", "0", "0");

        certificates.webcert().handled(asked, BY);
        assertThat(counts("mottagnaFragor")).containsExactly("1", "0", "0", "1");
        certificates.webcert().reopened(asked, BY);
        assertThat(counts("mottagnaFragor")).containsExactly("1", "1", "0", "0");

        calls.message("m-1", id, "KONTKT", "");
        fk.answer("m-1", "Svar");
        assertThat(counts("skickadeFragor")).containsExactly("1", "0", "1", "0");
        certificates.webcert().handled("m-1", BY);

        assertThat(codes())
                .containsExactly(
                        "SKAPAT", "SIGNAT", "SKICKA", "NYFRFM", "NYFRFM", "HANFRFM", "NYFRFM",
                        "NYFRFV", "NYSVFM", "HANFRFV");
    }

    private static List<String> counts(String direction) {
        return calls
                .listWithQa(PATIENT)
                .child("item")
                .flatMap(item -> item.child(direction))
                .orElseThrow()
                .children()
                .stream()
                .map(Node::text)
                .toList();
    }

    @Test
    void draft_thatIsChangedAndDeleted_isGone() {
        String id = draft("LISJP");
        certificates
                .webcert()
                .edit(
                        id,
                        "<a xmlns:c=\"urn:riv:clinicalprocess:healthcond:certificate:3\">"
                                + "<c:svar id=\"25\"><c:delsvar id=\"25.1\">x</c:delsvar></c:svar></a>");
        certificates.webcert().readyToSign(id, HsaId.of(NURSE));
        assertThat(certificates.stored(id).orElseThrow().xml()).contains("25.1");

        certificates.webcert().delete(id, BY);

        assertThat(codes()).containsExactly("SKAPAT", "ANDRAT", "KFSIGN", "RADERA");
        assertThat(certificates.stored()).isEmpty();
        assertThatThrownBy(() -> certificates.webcert().sign(id, BY))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void certificate_thatIsRevoked_isToldToItsRecipient() {
        String id = draft("LISJP");
        certificates.webcert().sign(id, BY);
        certificates.webcert().send(id, "FKASSA", BY);

        certificates.webcert().revoke(id, BY);

        assertThat(certificates.recipient("FKASSA").revoked()).containsExactly(id);
        assertThat(codes()).endsWith("MAKULE");
    }

    private List<String> codes() {
        return certificates.statusUpdates().events().stream().map(StatusEvent::code).toList();
    }
}
