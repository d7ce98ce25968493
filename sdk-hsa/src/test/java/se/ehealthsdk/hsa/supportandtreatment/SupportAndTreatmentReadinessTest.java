package se.ehealthsdk.hsa.supportandtreatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.FakeHsa;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.contract.AuthorizationContracts;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.hsa.readiness.HsaAnswer;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;
import se.ehealthsdk.hsa.readiness.Verdict;

/** A unit and a practitioner of which everything is known and right, and each thing taken away. */
class SupportAndTreatmentReadinessTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final HsaId UNIT = HsaId.of("TST2321000016-UNIT");
    private static final HsaId CARE_UNIT = HsaId.of("TST2321000016-CAREUNIT");
    private static final HsaId PROVIDER = HsaId.of("TST2321000016-PROVIDER");
    private static final HsaId PERSON = HsaId.of("TST2321000016-VERA");
    private static final HsaId COMMISSION = HsaId.of("TST2321000016-MIU");
    private static final OrganisationNumber NUMBER = OrganisationNumber.of("232100-0016");

    private CareProvider provider = CareProvider.of(PROVIDER, "Region Exempel", NUMBER);

    private SupportAndTreatmentFacts unit() {
        SupportAndTreatmentFacts facts =
                SupportAndTreatmentFacts.of(
                        Unit.builder(UNIT).name("Psykologerna").build(),
                        HealthCareUnit.itself(UnitSummary.of(UNIT, "Psykologerna"), provider));
        for (Precondition each : Precondition.values()) {
            facts = facts.with(each, true);
        }
        return facts;
    }

    private Credentials person(Consumer<Credentials.Builder> how) {
        Credentials.Builder post =
                Credentials.builder(PERSON).givenName("Vera").middleAndSurname("Hemlig");
        how.accept(post);
        return post.build();
    }

    private Commission commission(HsaId at, String purpose) {
        return Commission.builder(COMMISSION, CommissionPurpose.of(purpose), provider)
                .careUnit(UnitSummary.of(at, "Psykologerna"))
                .build();
    }

    private StaffFacts staff(StaffRole role, Commission... commissions) {
        return StaffFacts.of(
                        role, person(post -> Arrays.stream(commissions).forEach(post::commission)))
                .loggingInBy(LogInMethod.SITHS_CARD)
                .granted(true);
    }

    private StaffFacts practitioner() {
        return staff(StaffRole.PRACTITIONER, commission(UNIT, "Vård och behandling"));
    }

    private static SupportAndTreatmentReadiness check(SupportAndTreatmentFacts facts) {
        return SupportAndTreatmentReadiness.check(facts, NOW);
    }

    private static List<String> codes(SupportAndTreatmentReadiness readiness) {
        return readiness.findings().stream().map(ReadinessFinding::code).toList();
    }

    private static void assertBlocks(SupportAndTreatmentFacts facts, String code, String rule) {
        SupportAndTreatmentReadiness readiness = check(facts);
        assertThat(codes(readiness)).containsExactly(code);
        assertThat(readiness.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(readiness.findings().get(0).source().orElseThrow())
                .startsWith(rule + ", Inera's page on Stöd och behandling, March 2019, L");
        assertThat(readiness.report()).doesNotContain("Vera", "Hemlig");
    }

    @Test
    void everythingKnownAndRight_isReady() {
        SupportAndTreatmentReadiness readiness = check(unit().with(practitioner()));

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.notFoundOut()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
        assertThat(readiness.report()).isEqualTo("READY: Stöd och behandling at " + UNIT);
    }

    @Test
    void providerWithTheUnitsId_inAnyCase_blocks() {
        provider =
                CareProvider.of(
                        HsaId.of(UNIT.value().toLowerCase(Locale.ROOT)), "Privata AB", NUMBER);

        assertBlocks(unit(), "UNIT_IS_ITS_PROVIDER", "SOB-01");
        assertThat(check(unit()).findings().get(0).source().orElseThrow()).endsWith("L487");
    }

    @Test
    void unitWithoutToldProvider_isAnOpenQuestion_neverReady() {
        SupportAndTreatmentFacts facts = unit();
        SupportAndTreatmentReadiness readiness =
                check(
                        new SupportAndTreatmentFacts(
                                UNIT,
                                facts.unitPost(),
                                new HsaAnswer.NothingTold<>(),
                                List.of(),
                                facts.said(),
                                Optional.empty(),
                                false,
                                Set.of()));

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(readiness.notFoundOut().get(0).question()).contains("SOB-01");
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"ACCESS_ADMINISTRATOR", "PRACTITIONER", "RESIDENT_ADMINISTRATOR"})
    void staffWithoutCommission_blocks(StaffRole role) {
        assertBlocks(unit().with(staff(role)), "COMMISSION_MISSING", "SOB-02");
        assertBlocks(
                unit().with(staff(role, commission(PROVIDER, "Vård och behandling"))),
                "COMMISSION_MISSING",
                "SOB-02");
    }

    @Test
    void commissionDirectlyUnderTheProvider_isNotOnTheUnit() {
        Commission under =
                Commission.builder(COMMISSION, CommissionPurpose.CARE_AND_TREATMENT, provider)
                        .build();

        assertBlocks(
                unit().with(staff(StaffRole.PRACTITIONER, under)), "COMMISSION_MISSING", "SOB-02");
    }

    @Test
    void olderCommission_mayHaveAnyPurpose_aNewOneMustBeForCare() {
        StaffFacts older = staff(StaffRole.PRACTITIONER, commission(UNIT, "Kvalitetsregister"));

        assertThat(check(unit().with(older)).findings()).isEmpty();
        assertBlocks(
                unit().with(older.withNewCommissions(COMMISSION)), "COMMISSION_PURPOSE", "SOB-02");
        assertThat(
                        check(
                                        unit().with(
                                                        staff(
                                                                        StaffRole.PRACTITIONER,
                                                                        commission(
                                                                                UNIT,
                                                                                "VÅRD OCH"
                                                                                        + " BEHANDLING"))
                                                                .withNewCommissions(COMMISSION)))
                                .findings())
                .isEmpty();
    }

    @Test
    void commissionThatDoesNotHoldNow_blocks() {
        Commission ended =
                Commission.builder(COMMISSION, CommissionPurpose.CARE_AND_TREATMENT, provider)
                        .careUnit(
                                new UnitSummary(
                                        UNIT,
                                        "Psykologerna",
                                        Optional.empty(),
                                        Validity.until(NOW),
                                        false,
                                        false))
                        .build();

        assertBlocks(
                unit().with(staff(StaffRole.PRACTITIONER, ended)),
                "COMMISSION_NOT_VALID",
                "SOB-02");
    }

    @Test
    void commissionOnTheCareUnitAbove_isAnOpenQuestion() {
        SupportAndTreatmentFacts facts =
                SupportAndTreatmentFacts.of(
                        Unit.builder(UNIT).name("Psykologerna").build(),
                        HealthCareUnit.of(
                                UnitSummary.of(UNIT, "Psykologerna"),
                                UnitSummary.of(CARE_UNIT, "Vårdcentralen"),
                                provider));

        SupportAndTreatmentReadiness readiness =
                check(
                        facts.with(
                                staff(
                                        StaffRole.PRACTITIONER,
                                        commission(CARE_UNIT, "Vård och behandling"))));

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.notFoundOut())
                .anySatisfy(
                        open -> {
                            assertThat(open.question()).contains(PERSON.value(), "SOB-02");
                            assertThat(open.problem()).contains(CARE_UNIT.value());
                        });
    }

    @Test
    void designer_needsAPostAndNoCommission() {
        assertThat(check(unit().with(staff(StaffRole.DESIGNER))).findings()).isEmpty();
        StaffFacts unknown =
                StaffFacts.of(PERSON, StaffRole.DESIGNER, new HsaAnswer.NothingTold<>())
                        .loggingInBy(LogInMethod.SITHS_CARD)
                        .granted(true);
        assertBlocks(unit().with(unknown), "PERSON_NOT_TOLD", "SOB-03");
    }

    @Test
    void logIn_isBySithsCard_orAnOpenQuestion() {
        assertBlocks(
                unit().with(practitioner().loggingInBy(LogInMethod.SMS_CODE)),
                "LOG_IN_BY_SMS",
                "SOB-04");
        assertBlocks(
                unit().with(practitioner().loggingInBy(LogInMethod.OTHER)),
                "LOG_IN_WITHOUT_SITHS",
                "SOB-04");
        StaffFacts unsaid =
                StaffFacts.of(
                                StaffRole.PRACTITIONER,
                                person(
                                        post ->
                                                post.commission(
                                                        commission(UNIT, "Vård och behandling"))))
                        .granted(true);
        SupportAndTreatmentReadiness readiness = check(unit().with(unsaid));
        assertThat(readiness.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(readiness.notFoundOut()).singleElement();
        assertThat(readiness.notFoundOut().get(0).question()).contains("SOB-04");
    }

    @Test
    void accessNotGranted_blocks_toPersonOrProvider() {
        assertBlocks(unit().with(practitioner().granted(false)), "PERSON_NOT_GRANTED", "SOB-05");
        assertBlocks(
                unit().with(Precondition.PROVIDER_GRANTED, false),
                "PRECONDITION_PROVIDER_GRANTED",
                "SOB-05");
    }

    @ParameterizedTest
    @EnumSource(Precondition.class)
    void whatHsaDoesNotTell_isAskedFor_andBlocksWhenItIsNotSo(Precondition precondition) {
        assertBlocks(
                unit().withVideo().with(precondition, false),
                "PRECONDITION_" + precondition.name(),
                precondition.rule());
        SupportAndTreatmentFacts nothingSaid =
                SupportAndTreatmentFacts.of(UNIT, unit().unitPost(), unit().careUnit());
        boolean asked =
                check(nothingSaid).notFoundOut().stream()
                        .anyMatch(open -> open.question().contains(precondition.question()));
        assertThat(asked).isEqualTo(!precondition.ofVideo());
        assertThat(check(nothingSaid.withVideo()).notFoundOut())
                .anyMatch(open -> open.question().contains(precondition.question()));
    }

    @Test
    void visibility_isHinted() {
        SupportAndTreatmentReadiness all =
                check(unit().with(SupportAndTreatmentFacts.Visibility.ALL));

        assertThat(codes(all)).containsExactly("VISIBLE_TO_ALL");
        assertThat(all.findings().get(0).severity()).isEqualTo(ReadinessFinding.Severity.HINTS);
        assertThat(all.verdict()).isEqualTo(Verdict.READY);
        assertThat(codes(check(unit().with(SupportAndTreatmentFacts.Visibility.LIMITED))))
                .containsExactly("VISIBLE_TO_SOME");
    }

    @Test
    void logReviewer_needsACommission_whosePurposeIsAnOpenQuestionUntilSaid() {
        assertBlocks(unit().with(staff(StaffRole.LOG_REVIEWER)), "COMMISSION_MISSING", "SOB-13");
        SupportAndTreatmentFacts reviewed =
                unit().with(staff(StaffRole.LOG_REVIEWER, commission(UNIT, "Logguppföljning")));

        assertThat(check(reviewed).notFoundOut()).singleElement();
        assertThat(check(reviewed).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(
                        check(
                                        reviewed.withLogReviewPurposes(
                                                CommissionPurpose.of("logguppföljning")))
                                .verdict())
                .isEqualTo(Verdict.READY);
    }

    @Test
    void unitThatIsUnknownOrEnded_blocks() {
        SupportAndTreatmentFacts facts = unit();
        SupportAndTreatmentFacts ended =
                SupportAndTreatmentFacts.of(
                        Unit.builder(UNIT).validity(Validity.until(NOW)).build(),
                        HealthCareUnit.itself(UnitSummary.of(UNIT, "Psykologerna"), provider));
        assertThat(codes(check(ended))).containsExactly("UNIT_NOT_IN_USE");
        SupportAndTreatmentFacts unknown =
                SupportAndTreatmentFacts.of(UNIT, new HsaAnswer.NothingTold<>(), facts.careUnit());
        assertThat(codes(check(unknown))).containsExactly("UNIT_NOT_TOLD");
    }

    @Test
    void fetch_asksHsa_andAFailedCallIsAnOpenQuestion() {
        FakeHsa fake = new FakeHsa();
        HsaClient hsa =
                fake.client(
                        OrganizationContracts.GET_UNIT_5,
                        OrganizationContracts.GET_HEALTH_CARE_UNIT_2,
                        AuthorizationContracts.GET_CREDENTIALS_2);
        fake.answer(
                (contract, request) -> {
                    throw new ServiceFaultException("Server", "x", "", null);
                });

        SupportAndTreatmentReadiness readiness =
                check(
                        SupportAndTreatmentFacts.fetch(hsa, UNIT)
                                .with(StaffFacts.fetch(hsa, PERSON, StaffRole.PRACTITIONER)));

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(readiness.notFoundOut()).hasSizeGreaterThan(3);
    }

    @Test
    void logInAdvice_knowsTheMissingCard() {
        assertThat(LogInAdvice.of(414, "")).isPresent();
        assertThat(LogInAdvice.of(0, "HTTP Error: Request - URI Too Long")).isPresent();
        assertThat(LogInAdvice.of(0, "Request-URI too long")).isPresent();
        assertThat(LogInAdvice.of(500, "internal error")).isEmpty();
        assertThat(LogInAdvice.of(414, "").orElseThrow().text()).contains("sätt i kortet");
    }

    @Test
    void facts_tellNoNames() {
        SupportAndTreatmentFacts facts = unit().with(practitioner());

        assertThat(facts.toString() + facts.staff()).doesNotContain("Vera", "Hemlig");
    }
}
