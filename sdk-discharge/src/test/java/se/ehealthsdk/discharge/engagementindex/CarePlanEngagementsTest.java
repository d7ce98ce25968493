package se.ehealthsdk.discharge.engagementindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.discharge.careplan.Plans.OTHER;
import static se.ehealthsdk.discharge.careplan.Plans.RECORDED;
import static se.ehealthsdk.discharge.careplan.Plans.TOLVAN;
import static se.ehealthsdk.discharge.careplan.Plans.UNIT;
import static se.ehealthsdk.discharge.careplan.Plans.plan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.identifier.ReserveNumberIssuer;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.discharge.careplan.AccountableProfessional;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.LegalAuthenticator;
import se.ehealthsdk.discharge.careplan.Plans;

class CarePlanEngagementsTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 22, 15, 0);
    private static final CarePlan FIRST = plan("1").build();
    private static final CarePlan SECOND = plan("2").build();

    private final CarePlanEngagements engagements =
            CarePlanEngagements.of(OrganisationNumber.of("232100-0016"));

    private static EngagementTransaction post(boolean delete, String resident) {
        return new EngagementTransaction(
                delete,
                new Engagement(
                        resident,
                        "riv:clinicalprocess:logistics:logistics",
                        "cll-cp",
                        "SE2321000016-SYS1",
                        "NA",
                        "NA",
                        Optional.of(AT),
                        "SE2321000016-SYS1",
                        Optional.empty(),
                        Optional.empty(),
                        "SE2321000016",
                        Optional.empty()));
    }

    @Test
    void planMade_isAPost() {
        assertThat(engagements.changes(List.of(), List.of(FIRST), AT))
                .containsExactly(post(false, TOLVAN.value()));
    }

    @Test
    void planChanged_isAnUpdateOfThePost() {
        CarePlan changed = plan("1").title("Ny rubrik").build();

        assertThat(engagements.changes(List.of(FIRST, SECOND), List.of(changed, SECOND), AT))
                .containsExactly(post(false, TOLVAN.value()));
    }

    @Test
    void oneOfTwoPlansRemoved_isAnUpdateWithTheTimeOfTheRemoval() {
        assertThat(engagements.changes(List.of(FIRST, SECOND), List.of(FIRST), AT))
                .containsExactly(post(false, TOLVAN.value()));
    }

    @Test
    void lastPlanRemoved_removesThePost() {
        assertThat(engagements.changes(List.of(FIRST), List.of(), AT))
                .containsExactly(post(true, TOLVAN.value()));
    }

    @Test
    void nothingChanged_nothingIsPosted() {
        assertThat(engagements.changes(List.of(FIRST, SECOND), List.of(SECOND, plan("1").build()), AT))
                .isEmpty();
    }

    @Test
    void planMovedToAnotherPatient_bothPostsChange() {
        CarePlan moved = plan("1", OTHER, UNIT, RECORDED).build();

        assertThat(engagements.changes(List.of(FIRST), List.of(moved), AT))
                .containsExactly(post(true, TOLVAN.value()), post(false, OTHER.value()));
    }

    @Test
    void reserveNumber_isInNoIndex() {
        CarePlan plan =
                plan("1", Reservnummer.of(ReserveNumberIssuer.STOCKHOLM, "991945000015"), UNIT, RECORDED)
                        .build();

        assertThat(engagements.changes(List.of(), List.of(plan), AT)).isEmpty();
    }

    @Test
    void all_areAsRecentAsTheirLatestPlan() {
        LocalDateTime signed = RECORDED.plusDays(3);
        CarePlan late = plan("2").signed(LegalAuthenticator.of(signed, Plans.DOCTOR)).build();

        List<EngagementTransaction> posts = engagements.all(List.of(FIRST, late));

        assertThat(posts).hasSize(1);
        assertThat(posts.get(0).delete()).isFalse();
        assertThat(posts.get(0).engagement().mostRecentContent()).contains(signed);
    }

    @Test
    void careProviderOfEachPlan_divides_andIsRequired() {
        CarePlan other =
                plan("2")
                        .accountable(
                                AccountableProfessional.of(
                                        RECORDED, Plans.DOCTOR, UNIT, Plans.OTHER_UNIT))
                        .build();
        CarePlanEngagements each = CarePlanEngagements.ofCareProviderOfEachPlan();

        assertThat(each.changes(List.of(), List.of(FIRST, other), AT))
                .extracting(post -> post.engagement().dataController())
                .containsExactly(Plans.PROVIDER.value(), Plans.OTHER_UNIT.value());
        AccountableProfessional nobody =
                new AccountableProfessional(
                        RECORDED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        CarePlan without = plan("3").accountable(nobody).build();
        assertThatThrownBy(() -> each.changes(List.of(), List.of(without), AT))
                .isInstanceOf(InvalidInputException.class);
    }
}
