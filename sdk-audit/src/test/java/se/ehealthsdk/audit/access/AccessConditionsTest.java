package se.ehealthsdk.audit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.access.AccessPolicy.BlocksInEmergency;
import se.ehealthsdk.core.user.ActingUser;

/** The decision table, line by line, and what holds for every line that there can be. */
class AccessConditionsTest {

    private static final RuntimeException DOWN = new IllegalStateException("down");

    private static final Map<String, InformationEntity> DATA =
            Map.of("own", Example.OWN, "internal", Example.INTERNAL, "external", Example.EXTERNAL);

    private static final Map<String, ActingUser> USERS =
            Map.of(
                    "care",
                    Example.user(Example.CARE),
                    "quality",
                    Example.user("Kvalitetssäkring"),
                    "nobody",
                    Example.withoutCommission(),
                    "nowhere",
                    Example.withoutCareUnit());

    private static final Map<String, Finding<BlockAnswer>> BLOCKS =
            Map.of(
                    "-",
                    new Finding.NotAsked<>(),
                    "open",
                    block(BlockStatus.NOT_BLOCKED),
                    "blocked",
                    block(BlockStatus.BLOCKED),
                    "unchecked",
                    block(BlockStatus.NOT_CHECKED),
                    "unmentioned",
                    new Finding.Known<>(BlockAnswer.of(List.of())),
                    "down",
                    new Finding.Failed<>(DOWN));

    private static final Map<String, Finding<RelationAnswer>> RELATIONS =
            Map.of(
                    "-",
                    new Finding.NotAsked<>(),
                    "yes",
                    new Finding.Known<>(RelationAnswer.of(true)),
                    "no",
                    new Finding.Known<>(RelationAnswer.of(false)),
                    "down",
                    new Finding.Failed<>(DOWN));

    private static final Map<String, Finding<ConsentAnswer>> CONSENTS =
            Map.of(
                    "-",
                    new Finding.NotAsked<>(),
                    "yes",
                    new Finding.Known<>(ConsentAnswer.of(ConsentType.CONSENT)),
                    "untyped",
                    new Finding.Known<>(
                            new ConsentAnswer(true, Optional.empty(), Optional.empty())),
                    "emergency",
                    new Finding.Known<>(ConsentAnswer.of(ConsentType.EMERGENCY)),
                    "no",
                    new Finding.Known<>(ConsentAnswer.none()),
                    "down",
                    new Finding.Failed<>(DOWN));

    private static Finding<BlockAnswer> block(BlockStatus status) {
        return new Finding.Known<>(BlockAnswer.of(List.of(status)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        care    | own      | NONE                    | -           | -    | -         | ALLOWED              | MET NOT_NEEDED NOT_NEEDED NOT_NEEDED
        care    | own      | DECLARED_OPENING_BLOCKS | -           | -    | -         | ALLOWED              | MET NOT_NEEDED NOT_NEEDED NOT_NEEDED
        quality | own      | NONE                    | -           | -    | -         | DENIED               | NOT_MET
        nobody  | own      | NONE                    | -           | -    | -         | DENIED               | NOT_MET
        nowhere | own      | NONE                    | -           | -    | -         | DENIED               | NOT_MET
        nobody  | own      | DECLARED                | -           | -    | -         | DENIED               | NOT_MET
        care    | internal | NONE                    | open        | -    | -         | ALLOWED              | MET MET NOT_NEEDED NOT_NEEDED
        care    | internal | NONE                    | blocked     | -    | -         | DENIED               | MET NOT_MET
        care    | internal | NONE                    | unchecked   | -    | -         | UNDETERMINED         | MET FAILED
        care    | internal | NONE                    | unmentioned | -    | -         | UNDETERMINED         | MET FAILED
        care    | internal | NONE                    | down        | -    | -         | UNDETERMINED         | MET FAILED
        care    | internal | DECLARED                | open        | -    | -         | ALLOWED              | MET MET NOT_NEEDED NOT_NEEDED
        care    | internal | DECLARED                | blocked     | -    | -         | DENIED               | MET NOT_MET
        care    | internal | DECLARED_OPENING_BLOCKS | blocked     | -    | -         | ALLOWED_IN_EMERGENCY | MET OVERRIDDEN NOT_NEEDED NOT_NEEDED
        care    | internal | DECLARED_OPENING_BLOCKS | open        | -    | -         | ALLOWED              | MET MET NOT_NEEDED NOT_NEEDED
        care    | internal | DECLARED_OPENING_BLOCKS | down        | -    | -         | UNDETERMINED         | MET FAILED
        quality | internal | NONE                    | -           | -    | -         | DENIED               | NOT_MET
        care    | external | NONE                    | open        | yes  | yes       | ALLOWED              | MET MET MET MET
        care    | external | NONE                    | open        | yes  | untyped   | ALLOWED              | MET MET MET MET
        care    | external | NONE                    | open        | yes  | emergency | ALLOWED_IN_EMERGENCY | MET MET MET OVERRIDDEN
        care    | external | NONE                    | open        | yes  | no        | DENIED               | MET MET MET NOT_MET
        care    | external | NONE                    | open        | yes  | down      | UNDETERMINED         | MET MET MET FAILED
        care    | external | NONE                    | open        | no   | -         | DENIED               | MET MET NOT_MET
        care    | external | NONE                    | open        | down | -         | UNDETERMINED         | MET MET FAILED
        care    | external | NONE                    | blocked     | -    | -         | DENIED               | MET NOT_MET
        care    | external | NONE                    | unchecked   | -    | -         | UNDETERMINED         | MET FAILED
        care    | external | NONE                    | down        | -    | -         | UNDETERMINED         | MET FAILED
        care    | external | DECLARED                | open        | -    | -         | ALLOWED_IN_EMERGENCY | MET MET OVERRIDDEN OVERRIDDEN
        care    | external | DECLARED                | blocked     | -    | -         | DENIED               | MET NOT_MET
        care    | external | DECLARED                | down        | -    | -         | UNDETERMINED         | MET FAILED
        care    | external | DECLARED_OPENING_BLOCKS | blocked     | -    | -         | ALLOWED_IN_EMERGENCY | MET OVERRIDDEN OVERRIDDEN OVERRIDDEN
        care    | external | DECLARED_OPENING_BLOCKS | unchecked   | -    | -         | UNDETERMINED         | MET FAILED
        quality | external | NONE                    | -           | -    | -         | DENIED               | NOT_MET
        quality | external | DECLARED_OPENING_BLOCKS | -           | -    | -         | DENIED               | NOT_MET
        nobody  | external | DECLARED_OPENING_BLOCKS | -           | -    | -         | DENIED               | NOT_MET
        """)
    void decision_byTheDefaultPolicy(
            String user,
            String data,
            Emergency emergency,
            String block,
            String relation,
            String consent,
            Verdict verdict,
            String outcomes) {
        AccessQuestion question =
                new AccessQuestion(
                        USERS.get(user), Example.PATIENT, List.of(DATA.get(data)), emergency);

        EntityDecision decision =
                new AccessConditions(question, AccessPolicy.DEFAULT)
                        .decide(
                                new Findings(
                                        BLOCKS.get(block),
                                        RELATIONS.get(relation),
                                        CONSENTS.get(consent)))
                        .entities()
                        .get(0);

        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.reasons())
                .extracting(reason -> reason.outcome().name())
                .containsExactly(outcomes.split(" "));
        assertThat(decision.reasons())
                .extracting(Reason::check)
                .containsExactly(
                        List.of(Check.values())
                                .subList(0, decision.reasons().size())
                                .toArray(Check[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "ASSIGNMENT, nobody, external, open, yes, yes, 'patientdatalagen (2008:355) 4 kap. 2 §'",
        "ASSIGNMENT, quality, internal, open, yes, yes, 'patientdatalagen (2008:355) 4 kap. 1 §'",
        "ASSIGNMENT, quality, external, open, yes, yes, '(2022:913) om sammanhållen vård- och omsorgsdokumentation 3 kap.'",
        "BLOCK, care, internal, blocked, yes, yes, 'patientdatalagen (2008:355) 4 kap. 4 §'",
        "BLOCK, care, external, blocked, yes, yes, '(2022:913) om sammanhållen vård- och omsorgsdokumentation 2 kap.'",
        "PATIENT_RELATION, care, external, open, no, yes, '(2022:913) om sammanhållen vård- och omsorgsdokumentation 3 kap.'",
        "CONSENT, care, external, open, yes, no, '(2022:913) om sammanhållen vård- och omsorgsdokumentation 3 kap.'",
    })
    void denial_ofEachCheck_namesTheLawAndWhatWouldChangeIt(
            Check check,
            String user,
            String data,
            String block,
            String relation,
            String consent,
            String law) {
        AccessQuestion question =
                AccessQuestion.of(USERS.get(user), Example.PATIENT, DATA.get(data));

        Reason last =
                last(
                        question,
                        AccessPolicy.DEFAULT,
                        new Findings(
                                BLOCKS.get(block), RELATIONS.get(relation), CONSENTS.get(consent)));

        assertThat(last.check()).isEqualTo(check);
        assertThat(last.outcome()).isEqualTo(CheckOutcome.NOT_MET);
        assertThat(last.law()).endsWith(law);
        assertThat(last.text().english()).endsWith(".");
        assertThat(last.text().swedish()).endsWith(".").isNotEqualTo(last.text().english());
        assertThat(last.wouldChange()).isPresent();
    }

    private static Reason last(AccessQuestion question, AccessPolicy policy, Findings findings) {
        List<Reason> reasons =
                new AccessConditions(question, policy).decide(findings).entities().get(0).reasons();
        return reasons.get(reasons.size() - 1);
    }

    @Test
    void failure_ofACheck_isCarriedByItsReason() {
        AccessQuestion question =
                AccessQuestion.of(USERS.get("care"), Example.PATIENT, Example.EXTERNAL);

        Reason last =
                last(
                        question,
                        AccessPolicy.DEFAULT,
                        new Findings(
                                BLOCKS.get("open"), RELATIONS.get("yes"), CONSENTS.get("down")));

        assertThat(last.check()).isEqualTo(Check.CONSENT);
        assertThat(last.failure()).contains(DOWN);
    }

    @ParameterizedTest
    @EnumSource(BlocksInEmergency.class)
    void block_inEmergency_opensByThePolicyOnly(BlocksInEmergency choice) {
        AccessPolicy policy =
                switch (choice) {
                    case STAND -> AccessPolicy.DEFAULT.blocksStandInEmergency();
                    case OPEN_WHEN_SAID -> AccessPolicy.DEFAULT;
                    case OPEN -> AccessPolicy.DEFAULT.everyEmergencyOpensBlocksAtOwnRisk();
                };
        AccessQuestion question =
                AccessQuestion.of(USERS.get("care"), Example.PATIENT, Example.INTERNAL);
        Findings blocked = Findings.NONE.withBlocks(BLOCKS.get("blocked"));

        assertThat(List.of(question, question.inEmergency(), question.inEmergencyOpeningBlocks()))
                .extracting(each -> new AccessConditions(each, policy).decide(blocked).verdict())
                .containsExactly(
                        Verdict.DENIED,
                        choice == BlocksInEmergency.OPEN
                                ? Verdict.ALLOWED_IN_EMERGENCY
                                : Verdict.DENIED,
                        choice == BlocksInEmergency.STAND
                                ? Verdict.DENIED
                                : Verdict.ALLOWED_IN_EMERGENCY);
    }

    @Test
    void emergency_thatOpensSomething_saysThatItMustBeLoggedAsNodoppning() {
        AccessDecision decision =
                new AccessConditions(
                                AccessQuestion.of(
                                                USERS.get("care"),
                                                Example.PATIENT,
                                                Example.EXTERNAL)
                                        .inEmergencyOpeningBlocks(),
                                AccessPolicy.DEFAULT)
                        .decide(Findings.NONE.withBlocks(BLOCKS.get("blocked")));

        assertThat(decision.entities().get(0).reasons())
                .filteredOn(reason -> reason.outcome() == CheckOutcome.OVERRIDDEN)
                .hasSize(3)
                .allSatisfy(
                        reason ->
                                assertThat(reason.text().swedish())
                                        .contains("logga det som Nödöppning"));
        assertThat(decision.toLog())
                .extracting(AccessToLog::activity)
                .containsExactly(ActivityType.EMERGENCY_ACCESS);
    }

    @Test
    void relation_withinTheCareProvider_isRequiredIfThePolicySaysSo() {
        AccessPolicy policy = AccessPolicy.DEFAULT.requiringRelationWithinCareProvider();
        AccessQuestion question =
                AccessQuestion.of(USERS.get("care"), Example.PATIENT, Example.OWN);

        assertThat(decide(question, policy, "no").verdict()).isEqualTo(Verdict.DENIED);
        assertThat(decide(question, policy, "yes").verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decide(question, policy, "down").verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(decide(question.inEmergency(), policy, "-").verdict())
                .isEqualTo(Verdict.ALLOWED_IN_EMERGENCY);
    }

    private static AccessDecision decide(
            AccessQuestion question, AccessPolicy policy, String relation) {
        return new AccessConditions(question, policy)
                .decide(Findings.NONE.withRelation(RELATIONS.get(relation)));
    }

    @Test
    void otherPurposes_thatThePolicyOpensFor_openTheCareProvidersOwnDataOnly() {
        AccessPolicy policy = AccessPolicy.DEFAULT.alsoOpeningOwnDataFor(Purpose.QUALITY_ASSURANCE);
        AccessQuestion question =
                AccessQuestion.of(
                        USERS.get("quality"), Example.PATIENT, Example.OWN, Example.EXTERNAL);

        AccessDecision decision =
                new AccessConditions(question, policy)
                        .decide(
                                new Findings(
                                        BLOCKS.get("open"),
                                        RELATIONS.get("yes"),
                                        CONSENTS.get("yes")));

        assertThat(decision.entities())
                .extracting(EntityDecision::verdict)
                .containsExactly(Verdict.ALLOWED, Verdict.DENIED);
        assertThat(decision.toLog())
                .containsExactly(
                        new AccessToLog(
                                ActivityType.READ,
                                Purpose.QUALITY_ASSURANCE,
                                List.of(Example.OWN)));
    }

    @Test
    void decision_overSeveralData_isMadeForEachByItself() {
        InformationEntity blocked = Example.EXTERNAL.of(InformationType.ALERT);
        AccessQuestion question =
                AccessQuestion.of(
                        USERS.get("care"),
                        Example.PATIENT,
                        Example.OWN,
                        Example.INTERNAL,
                        blocked,
                        Example.EXTERNAL,
                        Example.INTERNAL);
        Finding<BlockAnswer> blocks =
                new Finding.Known<>(
                        BlockAnswer.of(
                                List.of(
                                        BlockStatus.NOT_BLOCKED,
                                        BlockStatus.BLOCKED,
                                        BlockStatus.NOT_BLOCKED,
                                        BlockStatus.NOT_CHECKED)));

        AccessDecision decision =
                new AccessConditions(question, AccessPolicy.DEFAULT)
                        .decide(
                                new Findings(
                                        blocks, RELATIONS.get("yes"), CONSENTS.get("emergency")));

        assertThat(decision.entities())
                .extracting(EntityDecision::verdict)
                .containsExactly(
                        Verdict.ALLOWED,
                        Verdict.ALLOWED,
                        Verdict.DENIED,
                        Verdict.ALLOWED_IN_EMERGENCY,
                        Verdict.UNDETERMINED);
        assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(decision.allowed())
                .containsExactly(Example.OWN, Example.INTERNAL, Example.EXTERNAL);
        assertThat(decision.withheld())
                .extracting(EntityDecision::information)
                .containsExactly(blocked, Example.INTERNAL);
        assertThat(decision.toLog())
                .containsExactly(
                        new AccessToLog(
                                ActivityType.READ,
                                Purpose.CARE_AND_TREATMENT,
                                List.of(Example.OWN, Example.INTERNAL)),
                        new AccessToLog(
                                ActivityType.EMERGENCY_ACCESS,
                                Purpose.CARE_AND_TREATMENT,
                                List.of(Example.EXTERNAL)));
    }

    @Test
    void decision_beforeItsChecksAreMade_isRefused() {
        AccessConditions rules =
                new AccessConditions(
                        AccessQuestion.of(USERS.get("care"), Example.PATIENT, Example.EXTERNAL),
                        AccessPolicy.DEFAULT);

        assertThat(rules.next(Findings.NONE)).contains(Check.BLOCK);
        assertThatThrownBy(() -> rules.decide(Findings.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BLOCK");
    }

    @Test
    void everyCombination_keepsThePromises() {
        int shown = 0;
        int combinations = 0;
        for (Combination each : combinations()) {
            EntityDecision decision = each.decision();
            Reason last = decision.reasons().get(decision.reasons().size() - 1);
            boolean external = each.data().equals("external");
            boolean own = each.data().equals("own");
            combinations++;
            shown += decision.mayShow() ? 1 : 0;

            if (decision.mayShow()) {
                assertThat(each.user()).as(each::toString).isEqualTo("care");
                assertThat(own || each.block().equals("open") || each.block().equals("blocked"))
                        .as(each::toString)
                        .isTrue();
                boolean declared = each.emergency() != Emergency.NONE;
                assertThat(!external || declared || each.relation().equals("yes"))
                        .as(each::toString)
                        .isTrue();
                assertThat(
                                !external
                                        || declared
                                        || List.of("yes", "untyped", "emergency")
                                                .contains(each.consent()))
                        .as(each::toString)
                        .isTrue();
                assertThat(own || !each.block().equals("blocked") || declared)
                        .as(each::toString)
                        .isTrue();
            }
            boolean overridden =
                    decision.reasons().stream()
                            .anyMatch(reason -> reason.outcome() == CheckOutcome.OVERRIDDEN);
            switch (decision.verdict()) {
                case ALLOWED -> assertThat(overridden).as(each::toString).isFalse();
                case ALLOWED_IN_EMERGENCY -> assertThat(overridden).as(each::toString).isTrue();
                case DENIED ->
                        assertThat(last.outcome())
                                .as(each::toString)
                                .isEqualTo(CheckOutcome.NOT_MET);
                case UNDETERMINED ->
                        assertThat(last.outcome())
                                .as(each::toString)
                                .isEqualTo(CheckOutcome.FAILED);
            }
            assertThat(decision.activity().isPresent())
                    .as(each::toString)
                    .isEqualTo(decision.mayShow());
            assertThat(decision.reasons())
                    .as(each::toString)
                    .allSatisfy(
                            reason ->
                                    assertThat(
                                                    reason.text().english()
                                                            + reason.text().swedish()
                                                            + reason.law())
                                            .doesNotContain("1212"));
        }
        assertThat(combinations).isGreaterThan(10_000);
        assertThat(shown).isBetween(100, combinations / 2);
    }

    private record Combination(
            String user,
            String data,
            Emergency emergency,
            AccessPolicy policy,
            String block,
            String relation,
            String consent) {

        EntityDecision decision() {
            AccessQuestion question =
                    new AccessQuestion(
                            USERS.get(user), Example.PATIENT, List.of(DATA.get(data)), emergency);
            return new AccessConditions(question, policy)
                    .decide(
                            new Findings(
                                    BLOCKS.get(block),
                                    RELATIONS.get(relation),
                                    CONSENTS.get(consent)))
                    .entities()
                    .get(0);
        }
    }

    private static List<Combination> combinations() {
        List<AccessPolicy> policies = new ArrayList<>();
        for (BlocksInEmergency blocks : BlocksInEmergency.values()) {
            for (boolean relation : new boolean[] {false, true}) {
                policies.add(
                        new AccessPolicy(
                                blocks,
                                relation,
                                AccessPolicy.DEFAULT.purposesWithinCareProvider()));
            }
        }
        List<Combination> all = new ArrayList<>();
        for (String user : USERS.keySet()) {
            for (String data : DATA.keySet()) {
                for (Emergency emergency : Emergency.values()) {
                    for (AccessPolicy policy : policies) {
                        for (String block : BLOCKS.keySet()) {
                            for (String relation : RELATIONS.keySet()) {
                                for (String consent : CONSENTS.keySet()) {
                                    if (!List.of(block, relation, consent).contains("-")) {
                                        all.add(
                                                new Combination(
                                                        user, data, emergency, policy, block,
                                                        relation, consent));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }
}
