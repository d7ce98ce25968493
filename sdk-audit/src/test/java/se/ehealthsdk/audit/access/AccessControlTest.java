package se.ehealthsdk.audit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;

class AccessControlTest {

    private final List<String> asked = new ArrayList<>();
    private BlockStatus blockStatus = BlockStatus.NOT_BLOCKED;
    private boolean related = true;
    private ConsentAnswer consent = ConsentAnswer.of(ConsentType.CONSENT);
    private final ActingUser user = Example.user(Example.CARE);

    private final AccessControl access =
            AccessControl.builder()
                    .blocks(
                            (actor, patient, information) -> {
                                asked.add("blocks of " + information.size());
                                return BlockAnswer.of(
                                        information.stream().map(each -> blockStatus).toList());
                            })
                    .relations(
                            (actor, patient) -> {
                                asked.add("relation");
                                return RelationAnswer.of(related);
                            })
                    .consents(
                            (actor, patient) -> {
                                asked.add("consent");
                                return consent;
                            })
                    .build();

    private AccessDecision decide(InformationEntity... information) {
        return access.mayAccess(AccessQuestion.of(user, Example.PATIENT, information));
    }

    @Test
    void ownUnit_isAllowed_withoutAnyCall() {
        assertThat(decide(Example.OWN).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(asked).isEmpty();
    }

    @Test
    void ownCareProvider_asksAboutBlocksOnly() {
        assertThat(decide(Example.OWN, Example.INTERNAL).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(asked).containsExactly("blocks of 1");
    }

    @Test
    void otherCareProvider_asksEachServiceOnce_howeverManyDataThereAre() {
        AccessDecision decision =
                decide(Example.EXTERNAL, Example.OWN, Example.EXTERNAL, Example.INTERNAL);

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(asked).containsExactly("blocks of 3", "relation", "consent");
    }

    @Test
    void blockedData_areNotAskedAboutFurther() {
        blockStatus = BlockStatus.BLOCKED;

        assertThat(decide(Example.EXTERNAL).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(asked).containsExactly("blocks of 1");
    }

    @Test
    void missingRelation_isNotAskedAboutFurther() {
        related = false;

        assertThat(decide(Example.EXTERNAL).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(asked).containsExactly("blocks of 1", "relation");
    }

    @Test
    void wrongPurpose_isDenied_withoutAnyCall() {
        AccessDecision decision =
                access.mayAccess(
                        AccessQuestion.of(
                                Example.user("Statistik"), Example.PATIENT, Example.EXTERNAL));

        assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(asked).isEmpty();
    }

    @Test
    void emergency_asksAboutBlocksOnly() {
        AccessDecision decision =
                access.mayAccess(
                        AccessQuestion.of(user, Example.PATIENT, Example.EXTERNAL).inEmergency());

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOWED_IN_EMERGENCY);
        assertThat(asked).containsExactly("blocks of 1");
    }

    @Test
    void failingCheck_leavesTheRestOfTheDataDecided() {
        IllegalStateException down = new IllegalStateException("191212121212");
        AccessControl failing =
                AccessControl.builder()
                        .blocks(
                                (actor, patient, information) -> {
                                    asked.add("blocks");
                                    throw down;
                                })
                        .relations((actor, patient) -> RelationAnswer.of(true))
                        .consents((actor, patient) -> consent)
                        .build();

        AccessDecision decision =
                failing.mayAccess(
                        AccessQuestion.of(
                                user,
                                Example.PATIENT,
                                Example.EXTERNAL,
                                Example.OWN,
                                Example.INTERNAL));

        assertThat(decision.entities())
                .extracting(EntityDecision::verdict)
                .containsExactly(Verdict.UNDETERMINED, Verdict.ALLOWED, Verdict.UNDETERMINED);
        assertThat(asked).containsExactly("blocks");
        assertThat(decision.entities().get(0).reason(Check.BLOCK).flatMap(Reason::failure))
                .contains(down);
        assertThat(decision + " " + decision.entities()).doesNotContain("191212121212");
    }

    @Test
    void tooFewStatuses_leaveTheRestUndetermined() {
        AccessControl hasty =
                AccessControl.builder()
                        .blocks(
                                (actor, patient, information) ->
                                        BlockAnswer.of(List.of(BlockStatus.NOT_BLOCKED)))
                        .relations((actor, patient) -> RelationAnswer.of(true))
                        .consents((actor, patient) -> consent)
                        .build();

        assertThat(
                        hasty.mayAccess(
                                        AccessQuestion.of(
                                                user,
                                                Example.PATIENT,
                                                Example.INTERNAL,
                                                Example.INTERNAL))
                                .entities())
                .extracting(EntityDecision::verdict)
                .containsExactly(Verdict.ALLOWED, Verdict.UNDETERMINED);
    }

    @Test
    void hsaIds_thatDifferInCaseOnly_areTheSame() {
        InformationEntity written =
                InformationEntity.at(
                        HsaId.of(Example.CARE_PROVIDER.value().toLowerCase(Locale.ROOT)),
                        HsaId.of(Example.CARE_UNIT.value().toLowerCase(Locale.ROOT)),
                        Example.NOW);

        assertThat(decide(written).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(asked).isEmpty();
    }

    @Test
    void unitOfTheSameName_atAnotherCareProvider_isNotTheUsersOwn() {
        related = false;

        AccessDecision decision =
                decide(
                        InformationEntity.at(
                                Example.OTHER_CARE_PROVIDER, Example.CARE_UNIT, Example.NOW));

        assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void messages_ofTheServices_areHandedOnButNotPrinted() {
        consent = new ConsentAnswer(true, Optional.empty(), Optional.of("Ring 191212121212"));

        AccessDecision decision = decide(Example.EXTERNAL);

        assertThat(decision.messages()).containsExactly("Ring 191212121212");
        assertThat(decision.toString()).doesNotContain("1212");
    }

    @Test
    void question_withoutData_isRefused() {
        assertThatThrownBy(() -> AccessQuestion.of(user, Example.PATIENT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("information");
    }

    @Test
    void question_aboutDataThatEndBeforeTheyBegin_isRefused() {
        InformationEntity backwards =
                InformationEntity.between(
                        Example.CARE_PROVIDER,
                        Example.CARE_UNIT,
                        Example.NOW,
                        Example.NOW.minusSeconds(1));

        assertThatThrownBy(() -> AccessQuestion.of(user, Example.PATIENT, backwards))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("information.end");
    }

    @Test
    void builder_withoutAnyoneToAsk_isRefused() {
        assertThatThrownBy(() -> AccessControl.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("blocks");
    }
}
