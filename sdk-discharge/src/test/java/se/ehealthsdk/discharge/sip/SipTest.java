package se.ehealthsdk.discharge.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Participant;

class SipTest {

    private static final Instant AT = Instant.parse("2026-03-10T13:30:00Z");
    private static final SipCheck CHECK = SipCheck.of(SipRules.GENERAL);

    private static Sip made() {
        return Sips.complete()
                .build()
                .confirmed(Sips.PRIMARY_CARE, AT, CHECK)
                .confirmed(Sips.HOME_NURSING, AT, CHECK)
                .confirmed(Sips.SOCIAL_SERVICES, AT, CHECK);
    }

    @Test
    void plan_confirmedByEveryCalledUnitButOne_isADraft() {
        Sip sip =
                Sips.complete()
                        .build()
                        .confirmed(Sips.PRIMARY_CARE, AT, CHECK)
                        .confirmed(Sips.HOME_NURSING, AT, CHECK);

        assertThat(sip.status()).isEqualTo(Sip.Status.DRAFT);
        assertThat(sip.unconfirmed()).containsExactly(Sips.SOCIAL_SERVICES);
        assertThat(made().status()).isEqualTo(Sip.Status.MADE);
    }

    @Test
    void plan_confirmedTwiceByAUnit_keepsTheFirstTime() {
        Sip once = Sips.complete().build().confirmed(Sips.PRIMARY_CARE, AT, CHECK);

        assertThat(once.confirmed(Sips.PRIMARY_CARE, AT.plusSeconds(60), CHECK)).isEqualTo(once);
    }

    @Test
    void plan_confirmedByAUnitThatIsNotCalled_isRefused() {
        Participant other = Participant.of(CareParty.INPATIENT, HsaId.of("SE2321000016-M072"));

        assertThatThrownBy(() -> Sips.complete().build().confirmed(other, AT, CHECK))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not called");
    }

    @Test
    void plan_thatIsNotComplete_cannotBeConfirmed() {
        Sip sip = Sip.builder(Sips.PATIENT).called(Sips.PRIMARY_CARE).build();

        assertThatThrownBy(() -> sip.confirmed(Sips.PRIMARY_CARE, AT, CHECK))
                .isInstanceOfSatisfying(
                        SipIncompleteException.class,
                        refused -> assertThat(refused.findings()).hasSizeGreaterThan(3));
    }

    @Test
    void plan_reopened_isTheNextRevisionAndNobodyHasConfirmedIt() {
        Sip again = made().reopened();

        assertThat(again.status()).isEqualTo(Sip.Status.DRAFT);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(again.confirmations()).isEmpty();
        assertThat(again.interventions()).isEqualTo(made().interventions());
    }

    @Test
    void plan_changedAfterAConfirmation_losesItAndOneThatNobodyConfirmedKeepsItsRevision() {
        Sip changed =
                Sips.complete().build().confirmed(Sips.PRIMARY_CARE, AT, CHECK).toBuilder()
                        .goal("Ett mål till")
                        .build();

        assertThat(changed.confirmations()).isEmpty();
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(Sips.complete().build().toBuilder().goal("Nytt").build().revision())
                .isEqualTo(1);
    }

    @Test
    void plan_followedUp_keepsItsConfirmationsAndTakesTheNextDay() {
        Sip sip =
                made().followedUp(
                                new FollowUp(
                                        Sips.DAY.plusMonths(3),
                                        "Bra",
                                        Optional.of(Sips.DAY.plusMonths(6))));

        assertThat(sip.status()).isEqualTo(Sip.Status.MADE);
        assertThat(sip.followUp()).hasValue(Sips.DAY.plusMonths(6));
        assertThat(sip.followUps()).hasSize(1);
    }

    @Test
    void draft_followedUpOrClosed_isRefused() {
        Sip draft = Sips.complete().build();

        assertThatThrownBy(() -> draft.followedUp(new FollowUp(Sips.DAY, "", Optional.empty())))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> draft.closed(Sips.DAY)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void closedPlan_confirmedAgain_isRefusedAndReopenedIsADraft() {
        Sip closed = made().closed(Sips.DAY.plusYears(1));

        assertThat(closed.status()).isEqualTo(Sip.Status.CLOSED);
        assertThatThrownBy(() -> closed.confirmed(Sips.PRIMARY_CARE, AT, CHECK))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("closed");
        assertThat(closed.reopened().status()).isEqualTo(Sip.Status.DRAFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\u0000b"})
    void planId_thatIsNone_isRefused(String id) {
        assertThatThrownBy(() -> Sips.complete().id(id).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sip.id");
    }

    @Test
    void unit_calledTwice_isRefusedUnlessForTwoParties() {
        Participant same =
                new Participant(
                        CareParty.MUNICIPAL_SOCIAL_SERVICES,
                        Sips.HOME_NURSING.unit(),
                        "",
                        Optional.empty());

        assertThatThrownBy(() -> Sips.complete().called(Sips.HOME_NURSING).build())
                .isInstanceOf(InvalidInputException.class);
        assertThat(Sips.complete().called(same).build().called()).hasSize(4);
    }

    @Test
    void content_ofPlanConsentAndFollowUp_fitsTheEventsOfACase() {
        assertThat(made().content().reference()).isEqualTo("sip-1");
        assertThat(Sips.consent().content().validUntil()).hasValue(Sips.DAY.plusMonths(6));
        assertThat(new FollowUp(Sips.DAY, "", Optional.empty()).content().nextFollowUp()).isEmpty();
    }

    @Test
    void plan_inDischargeAndNot_tellsItsContext() {
        assertThat(Sips.inDischarge().build().context()).isEqualTo(Sip.Context.IN_DISCHARGE);
        assertThat(Sips.complete().build().context()).isEqualTo(Sip.Context.STANDALONE);
    }
}
