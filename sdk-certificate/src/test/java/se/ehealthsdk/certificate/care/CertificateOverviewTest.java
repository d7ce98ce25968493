package se.ehealthsdk.certificate.care;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.care.Told.CERTIFICATE;
import static se.ehealthsdk.certificate.care.Told.minute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.certificate.contract.CertificateStatusUpdateForCare;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Patient;

/** How things are with a certificate, by what was told of it in some order. */
class CertificateOverviewTest {

    private static final QuestionCounts NONE = QuestionCounts.NONE;

    @Test
    void nothingTold_isUnknown() {
        CertificateOverview now = CertificateOverview.of(CERTIFICATE, List.of());

        assertThat(now.state()).isEqualTo(CertificateState.UNKNOWN);
        assertThat(now.certificate()).isEmpty();
        assertThat(now.lastEventAt()).isEmpty();
        assertThat(now.awaitsCare()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SKAPAT, DRAFT",
        "ANDRAT, DRAFT",
        "SKAPAT ANDRAT KFSIGN, READY_TO_SIGN",
        "SKAPAT KFSIGN ANDRAT, READY_TO_SIGN",
        "SKAPAT RADERA, DELETED",
        "RADERA SKAPAT, DELETED",
        "SKAPAT SIGNAT, SIGNED",
        "SIGNAT ANDRAT, SIGNED",
        "SKAPAT SIGNAT SKICKA, SENT",
        "SKICKA, SENT",
        "NYFRFM, SENT",
        "HANFRFV SIGNAT, SENT",
        "SKAPAT MAKULE, REVOKED",
        "MAKULE SKICKA SIGNAT, REVOKED",
        "NYTT, UNKNOWN"
    })
    void codes_decideTheState(String codes, CertificateState expected) {
        List<CareEvent> events = new ArrayList<>();
        for (String code : codes.split(" ")) {
            events.add(Told.status(new EventCode(code), minute(events.size())));
        }

        assertThat(of(events).state()).isEqualTo(expected);
    }

    @Test
    void times_areThoseOfTheEvents() {
        CertificateOverview now =
                of(
                        Told.status(EventCode.SIGNED, minute(3)),
                        Told.status(EventCode.SENT, minute(4)),
                        Told.status(EventCode.REVOKED, minute(9)));

        assertThat(now.signedAt()).contains(minute(3));
        assertThat(now.sentAt()).contains(minute(4));
        assertThat(now.revokedAt()).contains(minute(9));
        assertThat(now.lastEventAt()).contains(minute(9));
    }

    @Test
    void signedEventLost_isSeenInTheCertificate() {
        Intyg signed = Told.certificate(true).signedAt(minute(3)).build();
        CertificateOverview now =
                of(
                        new StatusEvent(
                                Told.update(new EventCode("NYTT"), minute(5), signed, NONE, NONE)));

        assertThat(now.state()).isEqualTo(CertificateState.SIGNED);
        assertThat(now.signedAt()).contains(minute(3));
    }

    @Test
    void changeOfTheDraftAfterSigning_isNotTheCertificate() {
        Intyg signed = Told.certificate(true).signedAt(minute(3)).build();
        Intyg draft = Told.certificate(true).build();
        CertificateOverview now =
                of(
                        new StatusEvent(
                                Told.update(EventCode.SIGNED, minute(3), signed, NONE, NONE)),
                        new StatusEvent(
                                Told.update(
                                        EventCode.DRAFT_CHANGED, minute(4), draft, NONE, NONE)));

        assertThat(now.certificate()).containsSame(signed);
    }

    @Test
    void laterTellingWithoutAnswers_doesNotHideThem() {
        StatusEvent full = Told.status(EventCode.SIGNED, minute(1));

        assertThat(of(full, Told.bare(EventCode.SENT, minute(2))).certificate())
                .containsSame(full.certificate());
    }

    @Test
    void eventsOfOtherCertificates_areLeftOut() {
        assertThat(
                        CertificateOverview.of(
                                        "another",
                                        List.of(Told.status(EventCode.SIGNED, minute(0))))
                                .state())
                .isEqualTo(CertificateState.UNKNOWN);
    }

    @Test
    void reference_isTheLastOneTold() {
        StatusEvent without =
                new StatusEvent(
                        new CertificateStatusUpdateForCare(
                                Told.certificate(true).build(),
                                Told.update(EventCode.SENT, minute(5)).event(),
                                NONE,
                                NONE,
                                Optional.of(" "),
                                Optional.empty()));

        assertThat(of(Told.status(EventCode.SIGNED, minute(0)), without).reference())
                .contains("visit-17");
    }

    // ---- questions

    @Test
    void counts_areTheLastOnesTold() {
        CertificateOverview now =
                of(
                        Told.status(
                                EventCode.RECEIVED_QUESTION_HANDLED,
                                minute(9),
                                NONE,
                                new QuestionCounts(2, 0, 0, 2)),
                        Told.status(
                                EventCode.QUESTION_RECEIVED,
                                minute(5),
                                NONE,
                                new QuestionCounts(2, 2, 0, 0)));

        assertThat(now.received()).isEqualTo(new QuestionCounts(2, 0, 0, 2));
        assertThat(now.openReceived()).isZero();
        assertThat(now.estimated()).isFalse();
    }

    @Test
    void handledQuestionOpenedAgain_isOpen() {
        CertificateOverview now =
                of(
                        Told.status(
                                EventCode.RECEIVED_QUESTION_HANDLED,
                                minute(5),
                                NONE,
                                new QuestionCounts(1, 0, 0, 1)),
                        Told.status(
                                EventCode.QUESTION_RECEIVED,
                                minute(9),
                                NONE,
                                new QuestionCounts(1, 1, 0, 0)));

        assertThat(now.openReceived()).isEqualTo(1);
        assertThat(now.awaitsCare()).isTrue();
    }

    @Test
    void laterEventWithoutCounts_isReckonedWith() {
        StatusEvent asked =
                Told.status(
                        EventCode.QUESTION_RECEIVED,
                        minute(5),
                        new QuestionCounts(1, 1, 0, 0),
                        new QuestionCounts(2, 2, 0, 0));

        CertificateOverview handled =
                of(asked, Told.bare(EventCode.RECEIVED_QUESTION_HANDLED, minute(6)));
        assertThat(handled.openReceived()).isEqualTo(1);
        assertThat(handled.received().total()).isEqualTo(2);
        assertThat(handled.estimated()).isTrue();

        CertificateOverview own = of(asked, Told.bare(EventCode.SENT_QUESTION_HANDLED, minute(6)));
        assertThat(own.openSent()).isZero();
        assertThat(own.openReceived()).isEqualTo(2);
    }

    @Test
    void moreHandledThanAsked_isNoneOpen() {
        assertThat(of(Told.bare(EventCode.RECEIVED_QUESTION_HANDLED, minute(6))).openReceived())
                .isZero();
        assertThat(
                        of(Told.status(
                                        EventCode.SENT,
                                        minute(1),
                                        new QuestionCounts(1, 0, 0, 5),
                                        new QuestionCounts(-1, 0, 0, 0)))
                                .openSent())
                .isZero();
    }

    @Test
    void reminderEvent_isNoNewQuestion() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        CertificateOverview now =
                of(
                        Told.questionEvent(minute(1), MessageSubject.COMPLETION, day, NONE),
                        Told.questionEvent(
                                minute(2), MessageSubject.REMINDER, day.plusDays(9), NONE));

        assertThat(now.openReceived()).isEqualTo(1);
        assertThat(now.lastDayForAnswer()).contains(day);
    }

    @Test
    void lastDay_isGoneWhenNothingIsOpen() {
        LocalDate day = LocalDate.of(2026, 4, 1);

        assertThat(
                        of(
                                        Told.questionEvent(
                                                minute(1), MessageSubject.COMPLETION, day, NONE),
                                        Told.bare(EventCode.RECEIVED_QUESTION_HANDLED, minute(2)))
                                .lastDayForAnswer())
                .isEmpty();
    }

    @Test
    void messageBeforeItsEvent_isOpenAndNotCountedTwice() {
        SendMessageToCare question = Told.question("M1", minute(5));
        CareEvent message = new MessageEvent(question);

        CertificateOverview before = of(Told.status(EventCode.SENT, minute(1)), message);
        CertificateOverview after =
                of(
                        Told.status(EventCode.SENT, minute(1)),
                        message,
                        Told.status(
                                EventCode.QUESTION_RECEIVED,
                                minute(6),
                                NONE,
                                new QuestionCounts(1, 1, 0, 0)));

        assertThat(before.openReceived()).isEqualTo(1);
        assertThat(after.openReceived()).isEqualTo(1);
        assertThat(after.questions())
                .containsExactly(
                        new ReceivedQuestion(question, List.of(), ReceivedQuestion.Status.OPEN));
    }

    @Test
    void messages_areQuestionsRemindersAndAnswers() {
        SendMessageToCare question = Told.question("M1", minute(1));
        SendMessageToCare reminder = Told.reminder("M2", minute(2), "M1");
        SendMessageToCare stray = Told.reminder("M3", minute(3), "M0");
        SendMessageToCare answer = Told.answer("M4", minute(4), "CARE-1");

        CertificateOverview now = ofMessages(stray, answer, reminder, question);

        assertThat(now.state()).isEqualTo(CertificateState.SENT);
        assertThat(now.questions())
                .containsExactly(
                        new ReceivedQuestion(
                                question, List.of(reminder), ReceivedQuestion.Status.OPEN));
        assertThat(now.strayReminders()).containsExactly(stray);
        assertThat(now.answers()).containsExactly(answer);
    }

    @Test
    void someOfTheQuestionsHandled_isUncertainForEach() {
        CareEvent first = new MessageEvent(Told.question("M1", minute(1)));
        CareEvent second = new MessageEvent(Told.question("M2", minute(2)));
        CareEvent later = new MessageEvent(Told.question("M3", minute(9)));
        CareEvent counts =
                Told.status(
                        EventCode.RECEIVED_QUESTION_HANDLED,
                        minute(5),
                        NONE,
                        new QuestionCounts(2, 1, 0, 1));
        CareEvent allHandled =
                Told.status(
                        EventCode.RECEIVED_QUESTION_HANDLED,
                        minute(6),
                        NONE,
                        new QuestionCounts(2, 0, 0, 2));

        assertThat(of(first, second, later, counts).questions())
                .extracting(ReceivedQuestion::status)
                .containsExactly(
                        ReceivedQuestion.Status.UNCERTAIN,
                        ReceivedQuestion.Status.UNCERTAIN,
                        ReceivedQuestion.Status.OPEN);
        assertThat(of(first, second, later, counts, allHandled).questions())
                .extracting(ReceivedQuestion::status)
                .containsExactly(
                        ReceivedQuestion.Status.HANDLED,
                        ReceivedQuestion.Status.HANDLED,
                        ReceivedQuestion.Status.OPEN);
    }

    // ---- what a draft may lack

    @Test
    void temporaryWorkplaceCode_isNone() {
        assertThat(withUnitCode("TEMPORARY ARBETSPLATSKOD").workplaceCode()).isEmpty();
        assertThat(withUnitCode("1234567").workplaceCode()).contains("1234567");
    }

    @Test
    void protectedPatient_isSeen() {
        Patient hidden =
                new Patient(
                        Identifier.of(Identifier.PERSONNUMMER, Told.PATIENT),
                        "",
                        "Skyddade personuppgifter",
                        Optional.empty(),
                        "",
                        "",
                        "",
                        Optional.empty());
        Intyg certificate = Told.certificate(true).patient(hidden).build();

        assertThat(
                        new StatusEvent(
                                        Told.update(
                                                EventCode.SIGNED,
                                                minute(0),
                                                certificate,
                                                NONE,
                                                NONE))
                                .isPatientProtected())
                .isTrue();
        assertThat(Told.status(EventCode.SIGNED, minute(0)).isPatientProtected()).isFalse();
    }

    private static StatusEvent withUnitCode(String code) {
        Intyg from = Told.certificate(true).build();
        var issuer =
                new se.ehealthsdk.certificate.document.HealthcareProfessional(
                        from.issuer().id(),
                        from.issuer().name(),
                        Optional.empty(),
                        List.of(),
                        Told.unit(code),
                        List.of(),
                        List.of());
        return new StatusEvent(
                Told.update(
                        EventCode.DRAFT_CREATED,
                        minute(0),
                        Told.certificate(true).issuer(issuer).build(),
                        NONE,
                        NONE));
    }

    private static CertificateOverview of(CareEvent... events) {
        return of(Arrays.asList(events));
    }

    private static CertificateOverview of(List<CareEvent> events) {
        return CertificateOverview.of(CERTIFICATE, events);
    }

    private static CertificateOverview ofMessages(SendMessageToCare... messages) {
        return of(Arrays.stream(messages).<CareEvent>map(MessageEvent::new).toList());
    }
}
