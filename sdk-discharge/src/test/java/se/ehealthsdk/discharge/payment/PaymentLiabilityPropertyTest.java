package se.ehealthsdk.discharge.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.discharge.payment.TestCase.PRIMARY_CARE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.discharge.event.Availability.Answer;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;
import se.ehealthsdk.discharge.policy.Origin;
import se.ehealthsdk.discharge.policy.Policy;

/** What holds for every case, tried on many that are made from a seed. */
class PaymentLiabilityPropertyTest {

    private static final int CASES = 400;
    private static final Origin OWN =
            new Origin(
                    new LegalReference("a test", Optional.empty(), Confidence.INFERRED),
                    Optional.empty());

    private static final Rates RATES = rates();

    private static Rates rates() {
        Rates rates = Rates.none();
        for (int year = 2024; year <= 2030; year++) {
            rates =
                    rates.with(
                            Rate.ofYear(
                                    year,
                                    BigDecimal.valueOf(year),
                                    "invented",
                                    Confidence.OFFICIAL));
        }
        return rates;
    }

    // around the days that go wrong: summer time, leap days, New Year
    private static final List<LocalDate> PIVOTS =
            List.of(
                    LocalDate.of(2026, 3, 29),
                    LocalDate.of(2026, 10, 25),
                    LocalDate.of(2028, 2, 29),
                    LocalDate.of(2027, 2, 28),
                    LocalDate.of(2026, 12, 31),
                    LocalDate.of(2027, 12, 31),
                    LocalDate.of(2026, 6, 19));

    private static LocalDateTime moment(Random random) {
        LocalDate day = PIVOTS.get(random.nextInt(PIVOTS.size())).plusDays(random.nextInt(13) - 6L);
        return day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
    }

    private static final List<Policy> POLICIES = policies(new Random(4));

    private static List<Policy> policies(Random random) {
        List<Policy> made = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Policy policy = Policy.act();
            for (String key :
                    List.of(
                            "unsettled.dischargeDayIsLiable",
                            "unsettled.leaveDaysAreLiable",
                            "unsettled.partlyAvailableDayIsLiable",
                            "withdrawalKeepsDays",
                            "firstDayIsLiable",
                            "cutoffItselfIsLate")) {
                policy = policy.with("payment." + key, random.nextBoolean(), OWN);
            }
            made.add(policy);
        }
        return made;
    }

    private static Policy policy(Random random) {
        return POLICIES.get(random.nextInt(POLICIES.size()));
    }

    /** A case that can have all that can happen, in any order. */
    private static TestCase anyCase(Random random) {
        LocalDateTime ready = moment(random);
        TestCase made = TestCase.ready(ready.toString());
        LocalDateTime at = ready;
        int steps = random.nextInt(6);
        for (int i = 0; i < steps; i++) {
            at = at.plusHours(1 + random.nextInt(70));
            switch (random.nextInt(6)) {
                case 0 -> made.withdrawn(at.toString());
                case 1 -> made.readyAt(at.toString());
                case 2, 3 ->
                        made.openCare(
                                PRIMARY_CARE,
                                at.toString(),
                                Answer.values()[random.nextInt(3)],
                                random.nextInt(3) == 0
                                        ? Optional.of(
                                                at.toLocalDate().plusDays(random.nextInt(9) - 4L))
                                        : Optional.empty());
                case 4 ->
                        made.leave(at.toString(), at.plusHours(1 + random.nextInt(90)).toString());
                default -> {
                    if (random.nextInt(3) == 0) {
                        made.interrupted(
                                at.toString(), Interruption.Reason.values()[random.nextInt(5)]);
                    } else {
                        made.discharged(at.toString());
                    }
                }
            }
        }
        return made;
    }

    @Test
    void anyCase_keepsTheLawsOfReckoning() {
        Random random = new Random(20_260_306);
        int withDays = 0;
        for (int i = 0; i < CASES; i++) {
            TestCase made = anyCase(random);
            Policy policy = policy(random);
            LocalDate asOf = moment(random).toLocalDate();
            PaymentLiability liability = PaymentLiability.assess(made.build(), policy, RATES, asOf);
            withDays += liability.days().isEmpty() ? 0 : 1;

            List<LocalDate> days = liability.days().stream().map(LiableDay::date).toList();
            assertThat(days).isSorted().doesNotHaveDuplicates();
            assertThat(days).allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(asOf));
            assertThat(liability.exemptDays())
                    .allSatisfy(day -> assertThat(days).doesNotContain(day.date()));
            BigDecimal sum =
                    liability.days().stream()
                            .map(day -> day.rate().orElseThrow().amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            liability.amount().ifPresent(amount -> assertThat(amount).isEqualByComparingTo(sum));
            assertThat(sum.signum()).isGreaterThanOrEqualTo(0);
            assertThat(liability.days())
                    .allSatisfy(
                            day ->
                                    assertThat(day.rate().orElseThrow().amount().intValueExact())
                                            .isEqualTo(day.date().getYear()));
            if (!days.isEmpty()) {
                assertThat(liability.firstLiableDay()).contains(days.get(0));
            }
            if (liability.days().isEmpty() && !liability.blockers().isEmpty()) {
                assertThat(liability.amount()).isEmpty();
            }
            assertThat(liability.explanation(java.util.Locale.forLanguageTag("sv")))
                    .hasSameSizeAs(liability.steps())
                    .allSatisfy(text -> assertThat(text).doesNotContain("{", "null"));
        }
        assertThat(withDays).isGreaterThan(CASES / 10);
    }

    @Test
    void oneTimeOfReadiness_hasNoGapsButExemptDays() {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            LocalDateTime ready = moment(random);
            TestCase made = TestCase.ready(ready.toString());
            LocalDateTime at = ready;
            for (int k = random.nextInt(4); k > 0; k--) {
                at = at.plusHours(1 + random.nextInt(60));
                made.openCare(at.toString(), Answer.values()[random.nextInt(3)]);
            }
            PaymentLiability liability =
                    PaymentLiability.assess(
                            made.build(),
                            policy(random),
                            RATES,
                            ready.toLocalDate().plusDays(random.nextInt(20)));
            TreeSet<LocalDate> all = new TreeSet<>();
            liability.days().forEach(day -> all.add(day.date()));
            liability.exemptDays().forEach(day -> all.add(day.date()));
            if (!all.isEmpty()) {
                assertThat(all)
                        .hasSameSizeAs(all.first().datesUntil(all.last().plusDays(1)).toList());
            }
        }
    }

    @Test
    void laterAsOf_onlyAddsDays() {
        Random random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            TestCase made = anyCase(random);
            Policy policy = policy(random);
            LocalDate asOf = moment(random).toLocalDate();
            LocalDate later = asOf.plusDays(random.nextInt(10));
            List<LiableDay> before =
                    PaymentLiability.assess(made.build(), policy, RATES, asOf).days();
            List<LiableDay> after =
                    PaymentLiability.assess(made.build(), policy, RATES, later).days();

            assertThat(after.stream().filter(day -> !day.date().isAfter(asOf)).toList())
                    .isEqualTo(before);
        }
    }

    @Test
    void oneSecondOverTheCutoff_movesTheFirstDayByExactlyOne_onEveryDayOfThreeYears() {
        for (LocalDate day = LocalDate.of(2026, 1, 1);
                day.getYear() < 2029;
                day = day.plusDays(1)) {
            LocalDate noon = first(day.atTime(12, 0, 0));
            LocalDate after = first(day.atTime(12, 0, 1));

            assertThat(noon).isEqualTo(day.plusDays(3));
            assertThat(after).isEqualTo(noon.plusDays(1));
        }
    }

    @Test
    void withdrawalAndNewNotice_isAsIfOnlyTheNewOneHadBeen() {
        Random random = new Random(3);
        List<String> compared = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            LocalDateTime ready = moment(random);
            LocalDateTime withdrawn = ready.plusMinutes(1 + random.nextInt(20_000));
            LocalDateTime again = withdrawn.plusMinutes(1 + random.nextInt(20_000));
            LocalDate asOf = again.toLocalDate().plusDays(random.nextInt(12));
            TestCase both =
                    TestCase.ready(ready.toString())
                            .withdrawn(withdrawn.toString())
                            .readyAt(again.toString());
            PaymentLiability one = assess(both, asOf);
            PaymentLiability other = assess(TestCase.ready(again.toString()), asOf);

            assertThat(one.days()).isEqualTo(other.days());
            assertThat(one.firstLiableDay()).isEqualTo(other.firstLiableDay());
            assertThat(one.amount()).isEqualTo(other.amount());
            compared.add(one.status().name());
        }
        assertThat(compared).contains("LIABLE", "NOT_YET");
    }

    private static LocalDate first(LocalDateTime sent) {
        return assess(TestCase.ready(sent.toString()), sent.toLocalDate())
                .firstLiableDay()
                .orElseThrow();
    }

    private static PaymentLiability assess(TestCase made, LocalDate asOf) {
        return PaymentLiability.assess(made.build(), Policy.act(), RATES, asOf);
    }
}
