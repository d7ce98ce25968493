package se.ehealthsdk.discharge.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.payment.MunicipalityBucket;
import se.ehealthsdk.discharge.payment.TestCase;
import se.ehealthsdk.discharge.policy.Policy;
import se.ehealthsdk.discharge.statistics.DischargeReport.Acknowledgement;
import se.ehealthsdk.discharge.statistics.DischargeReport.MonthFigures;
import se.ehealthsdk.discharge.statistics.DischargeReport.OverLimitCase;

/** Figures are counted by hand. */
class DischargeStatisticsTest {

    private static final MunicipalityCode SOLNA = TestCase.SOLNA;
    private static final PersonId OTHER = Personnummer.of("194001019217");
    private static final LocalDate AS_OF = LocalDate.of(2023, 4, 30);

    private int count;

    private static StatisticsOptions options() {
        return StatisticsOptions.of(
                Policy.vastraGotaland2020(),
                Profile.MUNICIPALITY,
                YearMonth.of(2023, 1),
                YearMonth.of(2023, 12),
                AS_OF);
    }

    private TestCase stay(PersonId patient, String ready) {
        LocalDate day = LocalDate.parse(ready);
        return new TestCase("case-%03d".formatted(++count), patient)
                .residence(Residence.in(SOLNA))
                .municipality(TestCase.SOLNA_UNIT)
                .admitted(day.minusDays(4) + "T08:00")
                .noSip()
                .readyAt(day + "T10:00");
    }

    private TestCase stay(String ready, int days) {
        return stay(TestCase.TOLVAN, ready)
                .discharged(LocalDate.parse(ready).plusDays(days) + "T15:00");
    }

    private static DischargeReport report(StatisticsOptions options, TestCase... cases) {
        return Stream.of(cases)
                .map(TestCase::build)
                .collect(DischargeStatistics.collector(options));
    }

    private static MonthFigures only(DischargeReport report) {
        assertThat(report.months()).hasSize(1);
        return report.months().get(0).figures().orElseThrow();
    }

    @Test
    void month_countsDaysFromTheNotice_dayZeroIncluded_andTakesLongCasesOutOfTheMean() {
        DischargeReport report =
                report(
                        options(),
                        stay("2023-03-06", 0),
                        stay("2023-03-06", 1),
                        stay("2023-03-06", 4),
                        stay("2023-03-06", 9));

        MonthFigures figures = only(report);
        assertThat(report.months().get(0).month()).isEqualTo(YearMonth.of(2023, 3));
        assertThat(figures.stays()).isEqualTo(4);
        assertThat(figures.readyDays()).isEqualTo(14);
        assertThat(figures.mean()).contains(new BigDecimal("1.67"));
        assertThat(figures.aboveLevel()).contains(false);
        assertThat(figures.staysOfZeroDays()).isEqualTo(1);
        assertThat(figures.staysWithReadyDays()).isEqualTo(3);
        assertThat(figures.overLimit()).isEqualTo(1);
        // 9 to 14 March
        assertThat(figures.liableDays()).isEqualTo(6);
        assertThat(figures.zeroInvoice()).isFalse();
        assertThat(report.overLimit())
                .extracting(OverLimitCase::days, OverLimitCase::stillThere)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(9, false));
    }

    /**
     * January 2023 by hand. A: ready 28 December, left 3 January: 4 + 2 = 6 days (over New Year). B: 10 to 10 January: 0. C: 10 to
     * 12 January: 2. D: 10 to 17 January: 7, still in the mean. E: 10 to 18 January: 8, on its own: 13 to 17 January are five
     * liable days. F: 28 April and still there: not yet
     * counted. Mean (6 + 0 + 2 + 7) / 4 = 3.75, which is no mean of means.
     */
    @Test
    void month_workedOutByHand() {
        DischargeReport report =
                report(
                        options(),
                        stay("2022-12-28", 6),
                        stay("2023-01-10", 0),
                        stay("2023-01-10", 2),
                        stay("2023-01-10", 7),
                        stay("2023-01-10", 8),
                        stay(OTHER, "2023-04-28"));

        MonthFigures figures = only(report);
        assertThat(report.months().get(0).month()).isEqualTo(YearMonth.of(2023, 1));
        assertThat(figures.stays()).isEqualTo(5);
        assertThat(figures.readyDays()).isEqualTo(23);
        assertThat(figures.mean()).contains(new BigDecimal("3.75"));
        assertThat(figures.aboveLevel()).contains(true);
        assertThat(figures.staysOfZeroDays()).isEqualTo(1);
        assertThat(figures.overLimit()).isEqualTo(1);
        assertThat(figures.liableDays()).isEqualTo(5);
        assertThat(report.notYetCounted()).isEqualTo(1);
        assertThat(report.overLimit()).extracting(OverLimitCase::days).containsExactly(8);
    }

    @Test
    void sipCall_thatWasNotNeeded_isNoDutyDoneLate() {
        TestCase judgedNotNeeded =
                stay(TestCase.TOLVAN, "2023-03-06").sipCalled("2023-03-15T08:00");

        assertThat(
                        only(report(options(), judgedNotNeeded.discharged("2023-03-16T15:00")))
                                .sipCall())
                .isEqualTo(new Compliance(0, 0, 0));
    }

    @Test
    void zeroInvoice_whenTheMeanIsBelowTheLevelAndNoCaseIsOnItsOwn() {
        assertThat(only(report(options(), stay("2023-03-06", 2))).zeroInvoice()).isTrue();
        assertThat(only(report(options(), stay("2023-03-06", 3))).zeroInvoice()).isFalse();
    }

    @Test
    void whoIsStillThere_isToldAsNotYetCounted_andListedWhenOverTheLimit() {
        DischargeReport report =
                report(options(), stay(TestCase.TOLVAN, "2023-04-20"), stay(OTHER, "2023-04-28"));

        assertThat(report.cases()).isEqualTo(2);
        assertThat(report.notYetCounted()).isEqualTo(2);
        assertThat(report.months()).isEmpty();
        assertThat(report.overLimit())
                .extracting(OverLimitCase::days, OverLimitCase::stillThere)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(10, true));
    }

    @Test
    void municipalityThatIsMissingOrOutOfCounty_hasABucketOfItsOwn() {
        TestCase missing =
                new TestCase("m", OTHER)
                        .residence(Residence.UNKNOWN)
                        .admitted("2023-03-02T08:00")
                        .noSip()
                        .readyAt("2023-03-06T10:00")
                        .discharged("2023-03-08T10:00");

        DischargeReport report = report(options().county("14"), stay("2023-03-06", 2), missing);

        assertThat(report.months())
                .extracting(row -> row.bucket())
                .containsExactly(MunicipalityBucket.OUT_OF_COUNTY, MunicipalityBucket.MISSING);
    }

    @Test
    void duties_areMetLateOrMissing() {
        TestCase lateNotice =
                new TestCase("late", OTHER)
                        .residence(Residence.in(SOLNA))
                        .municipality(TestCase.SOLNA_UNIT)
                        .admitted("2023-03-02T08:00", "2023-03-03T08:00:01")
                        .sipNeeded()
                        .readyAt("2023-03-06T10:00")
                        .sipCalled("2023-03-10T10:00")
                        .discharged("2023-03-12T10:00");
        TestCase noNotice =
                new TestCase("none", OTHER)
                        .municipality(TestCase.PRIMARY_CARE)
                        .residence(Residence.in(SOLNA))
                        .admitted("2023-03-02T08:00")
                        .sipNeeded()
                        .municipality(TestCase.SOLNA_UNIT)
                        .readyAt("2023-03-06T10:00")
                        .discharged("2023-03-12T10:00");

        MonthFigures figures = only(report(options(), stay("2023-03-06", 2), lateNotice, noNotice));

        assertThat(figures.admissionNotice()).isEqualTo(new Compliance(1, 1, 1));
        assertThat(figures.admissionNotice().percentMet()).contains(new BigDecimal("33.3"));
        assertThat(figures.sipCall()).isEqualTo(new Compliance(0, 1, 1));
    }

    @Test
    void withdrawnNotices_areCounted_andTheirDaysAreNot() {
        TestCase again =
                stay(OTHER, "2023-03-06")
                        .withdrawn("2023-03-08T10:00")
                        .readyAt("2023-03-13T10:00")
                        .discharged("2023-03-14T10:00");

        MonthFigures figures = only(report(options(), again));

        assertThat(figures.withdrawnNotices()).isEqualTo(1);
        assertThat(figures.readyDays()).isEqualTo(1);
    }

    @Test
    void readmission_within30Days_countsAtTheEarlierDischarge_inWhateverOrderTheCasesCome() {
        // left 2 March; back on day 30 (1 April), admitted four days before it was ready
        TestCase first = stay(OTHER, "2023-03-01").discharged("2023-03-02T10:00");
        TestCase back = stay(OTHER, "2023-04-05").discharged("2023-04-06T10:00");
        TestCase stranger = stay(TestCase.TOLVAN, "2023-03-10").discharged("2023-03-10T15:00");

        for (List<TestCase> order :
                List.of(List.of(first, back, stranger), List.of(back, stranger, first))) {
            DischargeReport report = report(options(), order.toArray(new TestCase[0]));
            assertThat(report.months())
                    .extracting(row -> row.figures().orElseThrow().readmissions())
                    .containsExactly(OptionalLong.of(1), OptionalLong.of(0));
        }
    }

    @Test
    void readmission_onDay31_isNone() {
        TestCase first = stay(OTHER, "2023-03-01").discharged("2023-03-02T10:00");
        TestCase back = stay(OTHER, "2023-04-06").discharged("2023-04-06T12:00");

        assertThat(report(options(), first, back).months().get(0).figures().orElseThrow())
                .extracting(MonthFigures::readmissions, MonthFigures::discharges)
                .containsExactly(OptionalLong.of(0), 1L);
    }

    @Test
    void readmissions_whenThereAreMoreStaysThanAreKept_areNotTold() {
        DischargeReport report =
                report(options().keeping(10, 1), stay("2023-03-06", 0), stay("2023-03-07", 0));

        assertThat(report.readmissionsCounted()).isFalse();
        assertThat(only(report).readmissions()).isEmpty();
    }

    @Test
    void acknowledgement_isTimedFromSentToRead_byParty() {
        TestCase[] cases = new TestCase[10];
        for (int i = 0; i < 10; i++) {
            cases[i] =
                    stay(OTHER, "2023-03-06")
                            .read(TestCase.SOLNA_UNIT, "2023-03-06T10:%02d".formatted(i + 1))
                            .discharged("2023-03-06T15:00");
        }

        Acknowledgement row = report(options(), cases).acknowledgements().get(0);

        assertThat(row.party()).isEqualTo(CareParty.MUNICIPAL_SOCIAL_SERVICES);
        assertThat(row.read()).isEqualTo(10);
        // the ten admission notices
        assertThat(row.unread()).isEqualTo(10);
        assertThat(row.median()).contains(Duration.ofMinutes(5));
        assertThat(row.percentile90()).contains(Duration.ofMinutes(9));
        assertThat(row.percentile99()).contains(Duration.ofMinutes(10));
    }

    @Test
    void acknowledgement_beforeItWasSent_isToldAsContradictory() {
        TestCase one =
                stay(OTHER, "2023-03-06")
                        .read(TestCase.SOLNA_UNIT, "2023-03-06T09:00")
                        .discharged("2023-03-06T15:00");

        Acknowledgement row = report(options(), one).acknowledgements().get(0);

        assertThat(row.contradictory()).isEqualTo(1);
        assertThat(row.read()).isZero();
        assertThat(row.median()).isEmpty();
    }

    @Test
    void inhabitants_giveDaysAndStaysForEachThousand() {
        MonthFigures figures =
                only(
                        report(
                                options().municipalityData(Map.of(), Map.of(SOLNA, 80_000)),
                                stay("2023-03-06", 0),
                                stay("2023-03-06", 4)));

        assertThat(figures.readyDaysPer1000()).contains(new BigDecimal("0.05"));
        assertThat(figures.staysPer1000()).contains(new BigDecimal("0.01"));
    }

    @Test
    void ages_areThoseOfTheReadyDay() {
        // born 1940-01-01 and 1912-12-12
        DischargeReport report =
                report(
                        options(),
                        stay(OTHER, "2023-03-06").discharged("2023-03-08T10:00"),
                        stay("2023-03-06", 1));

        assertThat(report.ages()).hasSize(1);
        assertThat(report.ages().get(0).ages()).isEqualTo(AgeGroup.FROM_80);
        assertThat(report.ages().get(0).mean()).contains(new BigDecimal("1.50"));
    }

    @Test
    void smallCells_areNotShown_andNeitherIsTheListOfCases() {
        DischargeReport report =
                report(
                        options().suppressingBelow(5),
                        stay("2023-02-06", 9),
                        stay("2023-03-06", 0),
                        stay("2023-03-06", 0),
                        stay("2023-03-06", 0),
                        stay("2023-03-06", 0),
                        stay("2023-03-06", 0));

        assertThat(report.months().get(0).figures()).isEmpty();
        assertThat(report.months().get(1).figures()).isPresent();
        assertThat(report.overLimit()).isEmpty();
    }

    @Test
    void overLimitList_keepsTheLongest_andTellsHowManyItLeftOut() {
        DischargeReport report =
                report(
                        options().keeping(2, 100),
                        stay("2023-03-01", 8),
                        stay("2023-03-01", 20),
                        stay("2023-03-01", 9),
                        stay("2023-03-01", 7),
                        stay("2023-03-01", 15));

        assertThat(report.overLimit()).extracting(OverLimitCase::days).containsExactly(20, 15);
        assertThat(report.overLimitLeftOut()).isEqualTo(2);
    }

    @Test
    void monthsOutsideThePeriod_areToldAndNotCounted() {
        DischargeReport report = report(options(), stay("2022-11-06", 2));

        assertThat(report.outsidePeriod()).isEqualTo(1);
        assertThat(report.months()).isEmpty();
    }

    @Test
    void municipalities_thatWereNotAskedFor_areLeftOut() {
        DischargeReport report =
                report(options().municipalities(Set.of(TestCase.STOCKHOLM)), stay("2023-03-06", 2));

        assertThat(report.cases()).isZero();
    }

    @Test
    void parallelStream_givesTheSameAsASequentialOne() {
        List<DischargeCase> cases = SampleCases.of(3_000, 7);

        DischargeReport one = cases.stream().collect(DischargeStatistics.collector(options()));
        DischargeReport other =
                cases.parallelStream().collect(DischargeStatistics.collector(options()));

        assertThat(one.months()).isNotEmpty().isEqualTo(other.months());
        assertThat(one).isEqualTo(other);
    }

    @Test
    void histogram_isExactToTheHour_andWithin4PercentBeyond() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            long minutes = random.nextInt(3) == 0 ? random.nextInt(64) : random.nextInt(3_000_000);
            LatencyHistogram histogram = new LatencyHistogram();
            histogram.add(Duration.ofMinutes(minutes));
            long told = histogram.percentile(50).orElseThrow().toMinutes();
            assertThat(told).isBetween(minutes, minutes < 64 ? minutes : minutes + minutes / 25);
        }
    }

    @Test
    void stayLog_findsWhatAPlainSearchFinds() {
        Random random = new Random(6);
        for (int round = 0; round < 50; round++) {
            int size = 200;
            StayLog log = new StayLog(size);
            int[][] all = new int[size][];
            for (int i = 0; i < size; i++) {
                int admitted = random.nextInt(400);
                all[i] =
                        new int[] {
                            random.nextInt(20), admitted, admitted + random.nextInt(20), i % 3
                        };
                log.add(StayLog.digest("p" + all[i][0]), all[i][1], all[i][2], all[i][3]);
            }
            long[] expected = new long[3];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    if (i != j
                            && all[j][0] == all[i][0]
                            && all[j][1] >= all[i][2]
                            && all[j][1] - all[i][2] <= 30
                            && (all[j][1] > all[i][1] || all[j][2] > all[i][2])) {
                        expected[all[i][3]]++;
                        break;
                    }
                }
            }
            assertThat(log.readmissions(3)).isEqualTo(expected);
        }
    }

    @Test
    void openCareAnswers_doNotChangeTheCount() {
        TestCase unclear =
                stay(OTHER, "2023-03-06")
                        .openCare("2023-03-06T11:00", Availability.Answer.UNCLEAR)
                        .discharged("2023-03-08T10:00");

        assertThat(only(report(options(), unclear)).readyDays()).isEqualTo(2);
    }

    @Test
    void options_thatMakeNoSense_areRefused() {
        assertThatThrownBy(
                        () ->
                                StatisticsOptions.of(
                                        Policy.act(),
                                        Profile.INPATIENT,
                                        YearMonth.of(2023, 2),
                                        YearMonth.of(2023, 1),
                                        AS_OF))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> options().county("1")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> options().suppressingBelow(-1))
                .isInstanceOf(InvalidInputException.class);
        List<MunicipalityCode> empty = new ArrayList<>();
        assertThat(options().municipalities(Set.copyOf(empty)).municipalities()).isEmpty();
    }
}
