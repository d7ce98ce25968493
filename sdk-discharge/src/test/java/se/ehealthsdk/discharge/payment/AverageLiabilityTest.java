package se.ehealthsdk.discharge.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;
import se.ehealthsdk.discharge.policy.Origin;
import se.ehealthsdk.discharge.policy.Policy;

/** Means are worked out by hand. */
class AverageLiabilityTest {

    private static final MunicipalityCode GOTHENBURG = MunicipalityCode.of("1480");
    private static final Origin OWN =
            new Origin(
                    new LegalReference("a test", Optional.empty(), Confidence.INFERRED),
                    Optional.empty());
    private static final LocalDate AS_OF = LocalDate.of(2023, 4, 30);

    private int count;

    /** Ready on 6 March 2023 at 10, and left so many days later. */
    private TestCase stay(MunicipalityCode code, int days) {
        return stillThere(code).discharged("2023-03-%02dT15:00".formatted(6 + days));
    }

    private TestCase stillThere(MunicipalityCode code) {
        return new TestCase("case-%02d".formatted(++count), TestCase.TOLVAN)
                .residence(Residence.in(code))
                .municipality(TestCase.municipal("SE2120001355-BIST", code))
                .admitted("2023-03-02T08:00")
                .noSip()
                .readyAt("2023-03-06T10:00");
    }

    private List<AverageLiability> reckon(AverageTerms terms, TestCase... cases) {
        return Stream.of(cases).map(TestCase::build).collect(AverageLiability.collector(terms));
    }

    private static AverageTerms vgr() {
        return AverageTerms.of(Policy.vastraGotaland2020(), Rates.sourced(), AS_OF);
    }

    private static AverageTerms skane() {
        return AverageTerms.of(Policy.skane(), Rates.sourced(), AS_OF);
    }

    @Test
    void mean_takesInThoseWhoLeftOnDayZero() {
        List<AverageLiability> results =
                reckon(
                        skane(),
                        stay(GOTHENBURG, 0),
                        stay(GOTHENBURG, 1),
                        stay(GOTHENBURG, 4),
                        stay(GOTHENBURG, 6));

        assertThat(results).hasSize(1);
        AverageLiability result = results.get(0);
        assertThat(result.bucket()).isEqualTo(MunicipalityBucket.of(GOTHENBURG));
        assertThat(result.month()).isEqualTo(YearMonth.of(2023, 3));
        assertThat(result.cases()).isEqualTo(4);
        assertThat(result.days()).isEqualTo(11);
        assertThat(result.mean()).contains(new BigDecimal("2.75"));
        assertThat(result.liable()).isFalse();
        assertThat(result.zeroInvoice()).isTrue();
        assertThat(result.explanation(Locale.forLanguageTag("sv")))
                .contains("4 ärenden med tillsammans 11 dagar, dag 0 medräknad: medelvärde 2,75.");
    }

    @Test
    void mean_atTheLevel_isLiableWhereTheTermsSayNotBelow_andNotWhereTheySayAbove() {
        TestCase[] exactly = {stay(GOTHENBURG, 2), stay(GOTHENBURG, 4)};

        assertThat(reckon(vgr(), exactly).get(0).liable()).isTrue();
        assertThat(reckon(skane(), exactly).get(0).liable()).isFalse();
    }

    @Test
    void mean_isComparedUnrounded() {
        TestCase[] cases = new TestCase[300];
        for (int i = 0; i < 300; i++) {
            cases[i] = stay(GOTHENBURG, i == 0 ? 4 : 3);
        }

        AverageLiability result = reckon(skane(), cases).get(0);

        assertThat(result.mean()).contains(new BigDecimal("3.00"));
        assertThat(result.liable()).isTrue();
        assertThat(result.excessDays()).isEqualByComparingTo("1");
    }

    @Test
    void caseOverTheIndividualLimit_leavesTheMean_andIsCountedOnItsOwn() {
        AverageLiability result =
                reckon(vgr(), stay(GOTHENBURG, 1), stay(GOTHENBURG, 2), stay(GOTHENBURG, 9)).get(0);

        assertThat(result.mean()).contains(new BigDecimal("1.50"));
        assertThat(result.liable()).isFalse();
        assertThat(result.individual()).hasSize(1);
        assertThat(result.individual().get(0).days()).isEqualTo(9);
        // day 3 to day 8: 9 to 14 March, six days at 10 500
        assertThat(result.individualAmount()).contains(new BigDecimal("63000"));
        assertThat(result.zeroInvoice()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"6, 0", "7, 0", "8, 1"})
    void individualLimit_isPassedWhenNotTakenHomeWithinSevenDays(int days, int individual) {
        AverageLiability result = reckon(vgr(), stay(GOTHENBURG, days)).get(0);

        assertThat(result.individual()).hasSize(individual);
        assertThat(result.cases()).isEqualTo(1 - individual);
    }

    @Test
    void gavleborgsMeanAndIndividualInvoices_areAPolicyValue() {
        Policy both = Policy.skane().with("payment.average.individualAfterDays", 3, OWN);

        AverageLiability result =
                reckon(
                                AverageTerms.of(both, Rates.sourced(), AS_OF),
                                stay(GOTHENBURG, 0),
                                stay(GOTHENBURG, 5))
                        .get(0);

        assertThat(result.mean()).contains(new BigDecimal("0.00"));
        assertThat(result.individualAmount()).contains(new BigDecimal("21000"));
    }

    @Test
    void stockholm_withoutALevel_isRefused_andWithOneIsReckoned() {
        assertThatThrownBy(() -> AverageTerms.of(Policy.stockholm2020(), Rates.sourced(), AS_OF))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("average.level");
        assertThatThrownBy(() -> AverageTerms.of(Policy.act(), Rates.sourced(), AS_OF))
                .isInstanceOf(InvalidInputException.class);

        Policy known =
                Policy.stockholm2020().with("payment.average.level", new BigDecimal("2.5"), OWN);
        AverageLiability result =
                reckon(
                                AverageTerms.of(known, Rates.sourced(), AS_OF).pricingExcess(),
                                stay(TestCase.SOLNA, 2),
                                stay(TestCase.SOLNA, 4))
                        .get(0);
        assertThat(result.liable()).isTrue();
        // 6 - 2 x 2.5 = 1 day
        assertThat(result.excessDays()).isEqualByComparingTo("1");
        assertThat(result.excessAmount().orElseThrow()).isEqualByComparingTo("10500");
    }

    @Test
    void excess_withoutARate_hasNoAmount() {
        AverageLiability result =
                reckon(
                                AverageTerms.of(Policy.skane(), Rates.none(), AS_OF)
                                        .pricingExcess(),
                                stay(GOTHENBURG, 8))
                        .get(0);

        assertThat(result.liable()).isTrue();
        assertThat(result.excessAmount()).isEmpty();
        assertThat(result.steps()).extracting(Step::code).contains("average.unpriced");
    }

    @Test
    void outOfCountyAndMissingMunicipality_haveBucketsThatAreNeverInvoiced() {
        TestCase unknown =
                new TestCase("case-x", TestCase.TOLVAN)
                        .residence(Residence.UNKNOWN)
                        .admitted("2023-03-02T08:00")
                        .noSip()
                        .readyAt("2023-03-06T10:00")
                        .discharged("2023-03-11T15:00");

        List<AverageLiability> results =
                reckon(
                        vgr().county("14"),
                        stay(GOTHENBURG, 1),
                        stay(TestCase.STOCKHOLM, 5),
                        stay(TestCase.SOLNA, 6),
                        unknown);

        assertThat(results)
                .extracting(AverageLiability::bucket)
                .containsExactly(
                        MunicipalityBucket.of(GOTHENBURG),
                        MunicipalityBucket.OUT_OF_COUNTY,
                        MunicipalityBucket.MISSING);
        assertThat(results.get(1).cases()).isEqualTo(2);
        assertThat(results.get(1).mean()).contains(new BigDecimal("5.50"));
        assertThat(results.subList(1, 3))
                .allSatisfy(
                        result -> {
                            assertThat(result.liable()).isFalse();
                            assertThat(result.zeroInvoice()).isTrue();
                        });
    }

    @Test
    void whoIsStillThere_countsByTheMonthOfReadiness_butNotYetByThatOfLeaving() {
        assertThat(reckon(skane(), stillThere(GOTHENBURG))).isEmpty();

        AverageLiability byReadiness =
                reckon(skane().basis(MonthBasis.READY), stillThere(GOTHENBURG)).get(0);
        assertThat(byReadiness.month()).isEqualTo(YearMonth.of(2023, 3));
        // 6 March to 30 April
        assertThat(byReadiness.days()).isEqualTo(55);

        AverageLiability individual = reckon(vgr(), stillThere(GOTHENBURG)).get(0);
        assertThat(individual.month()).isEqualTo(YearMonth.of(2023, 4));
        assertThat(individual.individual().get(0).stillThere()).isTrue();
        assertThat(individual.cases()).isZero();
        assertThat(individual.mean()).isEmpty();
    }

    @Test
    void withdrawnAndBrokenOffCases_areNotInTheMean() {
        TestCase withdrawn =
                stillThere(GOTHENBURG).withdrawn("2023-03-08T10:00").discharged("2023-03-20T10:00");
        TestCase brokenOff =
                stillThere(GOTHENBURG).interrupted("2023-03-08T10:00", Interruption.Reason.NO_NEED);

        assertThat(reckon(skane(), withdrawn, brokenOff)).isEmpty();
    }

    @Test
    void casesWhereSomethingStandsInTheWay_areInTheMean_andAreTold() {
        TestCase late =
                new TestCase("late", TestCase.TOLVAN)
                        .admitted("2023-03-02T08:00", "2023-03-04T08:00")
                        .residenceEstablished("2023-03-05T08:00", Residence.in(TestCase.STOCKHOLM))
                        .noSip()
                        .readyAt("2023-03-06T10:00")
                        .discharged("2023-03-07T15:00");

        AverageLiability result = reckon(skane(), late).get(0);

        assertThat(result.cases()).isEqualTo(1);
        assertThat(result.objectionable()).isEqualTo(1);
    }

    @Test
    void parallelStream_givesTheSameAsASequentialOne() {
        List<DischargeCase> cases = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            MunicipalityCode code = i % 3 == 0 ? GOTHENBURG : TestCase.SOLNA;
            cases.add(stay(code, i % 11).build());
        }

        assertThat(cases.parallelStream().collect(AverageLiability.collector(vgr())))
                .isEqualTo(cases.stream().collect(AverageLiability.collector(vgr())));
    }
}
