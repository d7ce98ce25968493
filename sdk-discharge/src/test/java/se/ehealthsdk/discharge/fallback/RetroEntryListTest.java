package se.ehealthsdk.discharge.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.PdfReading;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.ReadyNotice;

class RetroEntryListTest {

    private static final Instant SENT = Papers.at("2026-03-06T12:10:00");
    private static final Instant BACK = Papers.at("2026-03-06T16:00:00");
    private static final PaperSending READY =
            PaperSending.of(Papers.messages().get(PaperForm.READY_NOTICE), SENT);
    private static final PaperSending BY_HAND =
            new PaperSending(
                    "M72-HAND-1",
                    PaperForm.ESTIMATE_CHANGED,
                    MessageId.of("hand-1"),
                    Papers.CASE,
                    Papers.PATIENT,
                    Papers.WARD,
                    Papers.RECEIVERS,
                    SENT.minusSeconds(3600),
                    SENT.minusSeconds(1800),
                    Optional.empty());

    @Test
    void event_ofAPaper_keepsTheOriginalTimesAndIsMarked() {
        CaseEvent event = READY.event(Papers.WARD.unit(), BACK);

        assertThat(event.times().happened()).isEqualTo(Papers.at("2026-03-06T12:00:01"));
        assertThat(event.times().sent()).hasValue(SENT);
        assertThat(event.times().legal()).isEqualTo(SENT);
        assertThat(event.times().recorded()).isEqualTo(BACK);
        assertThat(event.transcription().orElseThrow().form()).isEqualTo(READY.serial());
        assertThat(event.transcription().orElseThrow().enteredBy()).isEqualTo(Papers.WARD.unit());
        assertThat(event.content()).isInstanceOf(ReadyNotice.class);
    }

    @Test
    void event_enteredTwice_hasTheSameId() {
        assertThat(READY.event(Papers.WARD.unit(), BACK.plusSeconds(9)).id())
                .isEqualTo(READY.event(Papers.WARD.unit(), BACK).id());
    }

    @Test
    void event_ofAPaperWrittenByHand_takesWhatThePaperSays() {
        EstimateChanged said = new EstimateChanged(java.time.LocalDate.of(2026, 3, 12));

        assertThat(BY_HAND.event(said, Papers.WARD.unit(), BACK).content()).isEqualTo(said);
        assertThatThrownBy(() -> BY_HAND.event(Papers.WARD.unit(), BACK))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("content");
    }

    @Test
    void event_ofAnotherKindThanTheForm_isRefused() {
        assertThatThrownBy(
                        () ->
                                READY.event(
                                        new EstimateChanged(java.time.LocalDate.of(2026, 3, 12)),
                                        Papers.WARD.unit(),
                                        BACK))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void event_enteredBeforeItWasSent_isRefused() {
        assertThatThrownBy(() -> READY.event(Papers.WARD.unit(), SENT.minusSeconds(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("recordedAt");
    }

    @Test
    void list_tickedOff_showsWhatIsLeftInTheOrderOfSending() {
        RetroEntryList list = RetroEntryList.EMPTY.with(READY).with(BY_HAND);

        assertThat(list.open()).containsExactly(BY_HAND, READY);
        assertThat(list.entered("M72-HAND-1", BACK).open()).containsExactly(READY);
        assertThat(list.open()).as("the list before is as it was").hasSize(2);
    }

    @Test
    void list_tickedOffTwice_keepsTheFirstTime() {
        RetroEntryList once = RetroEntryList.EMPTY.with(READY).entered(READY.serial(), BACK);

        assertThat(once.entered(READY.serial(), BACK.plusSeconds(60)).entries())
                .isEqualTo(once.entries());
    }

    @Test
    void list_samePaperOrEventTwice_isRefused() {
        RetroEntryList list = RetroEntryList.EMPTY.with(READY);
        PaperSending renumbered =
                PaperSending.of(
                        new PaperMessage(
                                "M72-X",
                                Papers.messages().get(PaperForm.READY_NOTICE).event(),
                                Optional.empty()),
                        SENT);

        assertThatThrownBy(() -> list.with(READY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("serial");
        assertThatThrownBy(() -> list.with(renumbered))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("id");
    }

    @Test
    void list_paperThatIsNotOnIt_isRefused() {
        assertThatThrownBy(() -> RetroEntryList.EMPTY.entered("M72-1", BACK))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void overdue_aSecondAfterTheTimeToEnter_areThoseThatAreOpen() {
        RetroEntryList list =
                RetroEntryList.EMPTY.with(READY).with(BY_HAND).entered("M72-HAND-1", BACK);
        Duration within = Duration.ofHours(8);

        assertThat(list.overdue(BACK, within, BACK.plus(within))).isEmpty();
        assertThat(list.overdue(BACK, within, BACK.plus(within).plusSeconds(1)))
                .containsExactly(READY);
    }

    @Test
    void list_onPaper_holdsEachPaper() {
        RetroEntryList list = RetroEntryList.EMPTY.with(BY_HAND);
        for (PaperMessage message : Papers.messages().values()) {
            list = list.with(PaperSending.of(message, message.event().times().legal()));
        }

        PdfReading pdf =
                PdfReading.of(PaperForms.of(Papers.EDITION).list(list.entered("M72-HAND-1", BACK)));

        assertThat(pdf.text())
                .contains(
                        "M72-HAND-1", "2026-03-06 kl. 16.00", "Utskrivningsklar", "19121212-1212");
        list.entries().forEach(entry -> assertThat(pdf.text()).contains(entry.paper().serial()));
        assertThat(pdf.overlapping()).isEmpty();
        assertThat(pdf.outside()).isEmpty();
    }

    @Test
    void list_onPaper_isInTheOrderOfSendingWithEachTimeOnOneLine() {
        List<PaperMessage> messages = List.copyOf(Papers.messages().values());
        RetroEntryList list = RetroEntryList.EMPTY;
        for (PaperMessage message : List.of(messages.get(2), messages.get(0))) {
            list = list.with(PaperSending.of(message, message.event().times().legal()));
        }

        String text = PdfReading.of(PaperForms.of(Papers.EDITION).list(list)).text();

        assertThat(text)
                .containsSubsequence("2026-03-05 kl. 20.15", "2026-03-06 kl. 09.00")
                .containsSubsequence(messages.get(0).serial(), messages.get(2).serial());
    }

    @Test
    void paper_withoutRecipientsOrForAListOrOfAnotherKind_isRefused() {
        assertThatThrownBy(() -> sending(PaperForm.READY_NOTICE, List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("recipients");
        assertThatThrownBy(() -> sending(PaperForm.RETRO_ENTRY_LIST, Papers.RECEIVERS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("form");
    }

    private static PaperSending sending(
            PaperForm form, List<se.ehealthsdk.discharge.event.Participant> to) {
        return new PaperSending(
                "M72-9",
                form,
                MessageId.of("m9"),
                Papers.CASE,
                Papers.PATIENT,
                Papers.WARD,
                to,
                SENT,
                SENT,
                Optional.empty());
    }

    @Test
    void texts_ofListAndPapers_holdNothingOfThePatient() {
        assertThat(RetroEntryList.EMPTY.with(READY) + " " + READY).doesNotContain("1212");
    }
}
