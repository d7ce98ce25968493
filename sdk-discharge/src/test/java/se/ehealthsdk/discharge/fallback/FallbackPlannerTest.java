package se.ehealthsdk.discharge.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.fallback.FallbackDecision.Channel;
import se.ehealthsdk.discharge.fallback.FallbackDecision.Step;
import se.ehealthsdk.discharge.policy.FallbackTerms;
import se.ehealthsdk.discharge.policy.FallbackTerms.PaperReason;
import se.ehealthsdk.discharge.policy.Policy;

class FallbackPlannerTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final PersonId PERSONNUMMER = PersonId.parse("191212121212");
    private static final PersonId COORDINATION = PersonId.parse("197010632391");
    private static final PersonId RESERVE = PersonId.of("1.2.752.97.3.1.3", reserve());
    private static final Residence STOCKHOLM = Residence.in(MunicipalityCode.of("0180"));
    private static final Residence UPPSALA = Residence.in(MunicipalityCode.of("0380"));
    private static final FallbackTerms TERMS = Policy.stockholm2020().fallback();

    /** The first of Region Stockholm's numbers that has a check digit that fits. */
    private static String reserve() {
        for (int last = 0; last <= 9; last++) {
            String number = "99202600001" + last;
            if (PersonId.tryParse("1.2.752.97.3.1.3", number).isPresent()) {
                return number;
            }
        }
        throw new IllegalStateException("no check digit fits");
    }

    private static FallbackDecision decide(
            PersonId patient, Residence residence, SystemStatus status) {
        return FallbackPlanner.decide(patient, residence, status, NOW, TERMS);
    }

    @Test
    void stockholm_noReason_refusesPaper() {
        FallbackDecision decision = decide(PERSONNUMMER, STOCKHOLM, SystemStatus.UP);

        assertThat(decision.channel()).isEqualTo(Channel.DIGITAL);
        assertThat(decision.reasons()).isEmpty();
        assertThat(decision.steps()).containsExactly(Step.SEND_IN_SYSTEM);
        assertThatThrownBy(decision::requirePaper)
                .isInstanceOf(PaperRefusedException.class)
                .hasMessageContaining("none of the reasons for paper")
                .hasMessageNotContaining("1212");
    }

    @Test
    void stockholm_systemDown_isPaperAndEnteredAfterwards() {
        FallbackDecision decision = decide(PERSONNUMMER, STOCKHOLM, SystemStatus.downSince(NOW));

        assertThat(decision.channel()).isEqualTo(Channel.PAPER);
        assertThat(decision.reasons()).containsExactly(PaperReason.SYSTEM_DOWN);
        assertThat(decision.steps())
                .containsExactly(Step.TELEPHONE, Step.SEND_FORM, Step.ENTER_AFTERWARDS);
        assertThat(decision.swedish()).isEqualTo("Papper används: systemet är nere.");
        assertThatCode(decision::requirePaper).doesNotThrowAnyException();
    }

    @Test
    void stockholm_reserveOrCoordinationNumber_isPaperThatIsNotEnteredAfterwards() {
        FallbackDecision reserve = decide(RESERVE, STOCKHOLM, SystemStatus.UP);
        FallbackDecision coordination = decide(COORDINATION, STOCKHOLM, SystemStatus.UP);

        assertThat(reserve.reasons()).containsExactly(PaperReason.RESERVE_NUMBER);
        assertThat(coordination.reasons()).containsExactly(PaperReason.COORDINATION_NUMBER);
        assertThat(reserve.steps()).containsExactly(Step.TELEPHONE, Step.SEND_FORM);
        assertThat(coordination.english())
                .isEqualTo("Paper is used: the patient has a coordination number.");
    }

    @Test
    void stockholm_registeredInAnotherCounty_isPaper() {
        assertThat(decide(PERSONNUMMER, UPPSALA, SystemStatus.UP).reasons())
                .containsExactly(PaperReason.REGISTERED_OUTSIDE);
    }

    @Test
    void stockholm_registrationNotKnown_isNoReason() {
        assertThat(decide(PERSONNUMMER, Residence.UNKNOWN, SystemStatus.UP).channel())
                .isEqualTo(Channel.DIGITAL);
    }

    @Test
    void stockholm_placedByAnotherCountyAndRegisteredHere_isNoReason() {
        Residence placed =
                new Residence(
                        Optional.of(MunicipalityCode.of("0180")),
                        Optional.of(MunicipalityCode.of("0380")));

        assertThat(decide(PERSONNUMMER, placed, SystemStatus.UP).channel())
                .isEqualTo(Channel.DIGITAL);
    }

    @Test
    void severalReasons_atOnce_areAllTold() {
        FallbackDecision decision =
                decide(COORDINATION, UPPSALA, SystemStatus.downSince(NOW.minusSeconds(1)));

        assertThat(decision.reasons())
                .containsExactlyInAnyOrder(
                        PaperReason.SYSTEM_DOWN,
                        PaperReason.COORDINATION_NUMBER,
                        PaperReason.REGISTERED_OUTSIDE);
        assertThat(decision.steps()).doesNotContain(Step.ENTER_AFTERWARDS);
    }

    @Test
    void outage_shorterThanTheThreshold_waitsAndThenIsPaper() {
        FallbackTerms twoHours =
                new FallbackTerms(TERMS.paperFor(), false, Duration.ofHours(2), TERMS.counties());
        SystemStatus stopped = SystemStatus.downSince(NOW);

        FallbackDecision before =
                FallbackPlanner.decide(
                        PERSONNUMMER, STOCKHOLM, stopped, NOW.plusSeconds(7199), twoHours);
        FallbackDecision at =
                FallbackPlanner.decide(
                        PERSONNUMMER, STOCKHOLM, stopped, NOW.plusSeconds(7200), twoHours);

        assertThat(before.channel()).isEqualTo(Channel.DIGITAL);
        assertThat(before.paperFrom()).hasValue(NOW.plusSeconds(7200));
        assertThat(before.steps()).startsWith(Step.WAIT_FOR_SYSTEM);
        assertThat(before.swedish()).contains("2026-03-09 12:00");
        assertThat(at.channel()).isEqualTo(Channel.PAPER);
    }

    @Test
    void terms_withoutAReason_doNotGiveIt() {
        FallbackTerms downOnly =
                new FallbackTerms(
                        Set.of(PaperReason.SYSTEM_DOWN), false, Duration.ZERO, Set.of("01"));

        assertThat(
                        FallbackPlanner.decide(RESERVE, UPPSALA, SystemStatus.UP, NOW, downOnly)
                                .channel())
                .isEqualTo(Channel.DIGITAL);
    }

    @Test
    void theActAlone_systemUp_isDigitalAndSaysThatNothingForbidsPaper() {
        FallbackDecision decision =
                FallbackPlanner.decide(
                        PERSONNUMMER, UPPSALA, SystemStatus.UP, NOW, Policy.act().fallback());

        assertThat(decision.channel()).isEqualTo(Channel.DIGITAL);
        assertThat(decision.english()).contains("Nothing forbids paper");
    }

    @Test
    void status_thatBeginsAfterNow_isRefused() {
        assertThatThrownBy(
                        () ->
                                decide(
                                        PERSONNUMMER,
                                        STOCKHOLM,
                                        SystemStatus.downSince(NOW.plusSeconds(1))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("status");
    }
}
