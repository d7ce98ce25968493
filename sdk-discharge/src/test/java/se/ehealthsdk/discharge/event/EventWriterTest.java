package se.ehealthsdk.discharge.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

class EventWriterTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final Participant WARD =
            Participant.of(CareParty.INPATIENT, HsaId.of("SE2321000016-WARD"));
    private static final Participant CENTRE =
            Participant.of(CareParty.OPEN_CARE, HsaId.of("SE2321000016-VC"));
    private static final EventWriter WRITER =
            EventWriter.of(CaseId.of("c"), PersonId.parse("191212121212"), WARD);

    @Test
    void send_writesWhoSaysWhatToWhomAndWhen() {
        CaseEvent event = WRITER.send(ReadyNotice.judged(MORNING), MORNING, CENTRE);

        assertThat(event.sender()).isEqualTo(WARD);
        assertThat(event.recipients()).containsExactly(CENTRE);
        assertThat(event.times()).isEqualTo(EventTimes.at(MORNING));
        assertThat(event.isTranscribed()).isFalse();
        assertThat(WRITER.send(ReadyNotice.judged(MORNING), MORNING).id()).isNotEqualTo(event.id());
    }

    @Test
    void record_isSentToNobody() {
        CaseEvent event = WRITER.record(new Closed(), MORNING);

        assertThat(event.recipients()).isEmpty();
        assertThat(event.times().sent()).isEmpty();
        assertThat(event.times().legal()).isEqualTo(MORNING);
    }

    @Test
    void reply_goesToWhoSentTheMessage() {
        CaseEvent notice = WRITER.send(ReadyNotice.judged(MORNING), MORNING, CENTRE);
        CaseEvent receipt = WRITER.as(CENTRE).reply(notice, new Receipt(notice.id()), MORNING);

        assertThat(receipt.recipients()).containsExactly(WARD);
        assertThat(receipt.content().about()).contains(notice.id());
        assertThat(notice.content().about()).isEmpty();
    }

    @Test
    void transcribed_keepsTheTimesOfThePaper() {
        Instant entered = MORNING.plusSeconds(7200);
        CaseEvent event =
                WRITER.send(ReadyNotice.judged(MORNING), MORNING, CENTRE)
                        .transcribed(entered, new Transcription(WARD.unit(), "blankett 3"));

        assertThat(event.times()).isEqualTo(new EventTimes(MORNING, entered, Optional.of(MORNING)));
        assertThat(event.isTranscribed()).isTrue();
        assertThat(event.transcription().orElseThrow().toString()).doesNotContain("blankett");
    }

    @Test
    void times_outOfAllRange_areInvalid() {
        assertThatThrownBy(() -> EventTimes.at(Instant.MAX))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("happened");
        assertThatThrownBy(() -> EventTimes.at(Instant.MIN))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new EstimateChanged(LocalDate.MAX))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("estimatedDischarge");
        assertThatThrownBy(() -> SipCall.to(Instant.MAX, CENTRE))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ReadyNotice.judged(Instant.MIN))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void needs_ofInpatientCare_areInvalid() {
        assertThatThrownBy(() -> Admission.needing(MORNING, CareForm.SOMATIC, CareParty.INPATIENT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expectedNeeds");
        assertThat(
                        Admission.needing(
                                        MORNING,
                                        CareForm.SOMATIC,
                                        CareParty.OPEN_CARE,
                                        CareParty.OPEN_CARE)
                                .expectedNeeds())
                .containsExactly(CareParty.OPEN_CARE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\u0000", "line\nbreak"})
    void ids_thatAreNoIds_areInvalid(String text) {
        assertThatThrownBy(() -> MessageId.of(text)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CaseId.of(text)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> MessageId.of("x".repeat(65)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void unknownContent_withoutAName_isInvalid() {
        assertThatThrownBy(() -> new UnknownContent(" ", "{}"))
                .isInstanceOf(InvalidInputException.class);
    }
}
