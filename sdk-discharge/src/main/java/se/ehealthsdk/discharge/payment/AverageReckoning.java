package se.ehealthsdk.discharge.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.payment.AverageLiability.IndividualCase;

/** Sums up cases by municipality and month. Not for use by more than one thread. */
final class AverageReckoning {

    private final AverageTerms terms;
    private final Map<MunicipalityBucket, Map<YearMonth, Sum>> sums = new TreeMap<>();

    AverageReckoning(AverageTerms terms) {
        this.terms = terms;
    }

    private static final class Sum {
        private long cases;
        private long days;
        private long objectionable;
        private final List<IndividualCase> individual = new ArrayList<>(0);
    }

    void add(DischargeCase discharge) {
        Optional<ReadyStay> found = ReadyStay.of(discharge, terms.asOf());
        if (found.isEmpty()
                || !found.get().isInMean(terms.policy().payment())
                || found.get().readyOn().isAfter(terms.asOf())) {
            return;
        }
        ReadyStay stay = found.get();
        boolean stillThere = stay.leftOn().filter(left -> !left.isAfter(terms.asOf())).isEmpty();
        Optional<YearMonth> month = terms.basis().month(stay, terms.asOf());
        OptionalInt limit = terms.average().individualAfterDays();
        boolean individual = limit.isPresent() && stay.days() > limit.getAsInt();
        if (!individual && month.isEmpty()) {
            return;
        }
        Sum sum =
                sum(
                        MunicipalityBucket.of(stay.municipality(), terms.county()),
                        month.orElse(YearMonth.from(terms.asOf())));
        PaymentLiability liability =
                PaymentLiability.assess(discharge, terms.policy(), terms.rates(), terms.asOf());
        if (individual) {
            sum.individual.add(
                    new IndividualCase(
                            stay.caseId(), stay.readyOn(), stay.days(), stillThere, liability));
        } else {
            sum.cases++;
            sum.days += stay.days();
            sum.objectionable += liability.blockers().isEmpty() ? 0 : 1;
        }
    }

    AverageReckoning merge(AverageReckoning other) {
        other.sums.forEach(
                (bucket, months) ->
                        months.forEach(
                                (month, theirs) -> {
                                    Sum ours = sum(bucket, month);
                                    ours.cases += theirs.cases;
                                    ours.days += theirs.days;
                                    ours.objectionable += theirs.objectionable;
                                    ours.individual.addAll(theirs.individual);
                                }));
        return this;
    }

    private Sum sum(MunicipalityBucket bucket, YearMonth month) {
        return sums.computeIfAbsent(bucket, b -> new TreeMap<>())
                .computeIfAbsent(month, m -> new Sum());
    }

    List<AverageLiability> results() {
        List<AverageLiability> results = new ArrayList<>();
        sums.forEach(
                (bucket, months) ->
                        months.forEach((month, sum) -> results.add(result(bucket, month, sum))));
        return List.copyOf(results);
    }

    private AverageLiability result(MunicipalityBucket bucket, YearMonth month, Sum sum) {
        sum.individual.sort(Comparator.comparing(IndividualCase::caseId));
        Explanation why = new Explanation();
        why.reckon("average.policy", terms.policy().name(), month, bucket);
        boolean invoiced = bucket.kind() == MunicipalityBucket.Kind.MUNICIPALITY;
        BigDecimal free = terms.level().multiply(BigDecimal.valueOf(sum.cases));
        int compared = BigDecimal.valueOf(sum.days).compareTo(free);
        boolean above =
                sum.cases > 0
                        && (compared > 0 || compared == 0 && terms.average().levelItselfIsLiable());
        Optional<BigDecimal> mean =
                sum.cases == 0
                        ? Optional.empty()
                        : Optional.of(
                                BigDecimal.valueOf(sum.days)
                                        .divide(
                                                BigDecimal.valueOf(sum.cases),
                                                2,
                                                RoundingMode.HALF_UP));
        mean.ifPresentOrElse(
                value -> why.reckon("average.mean", sum.cases, sum.days, value),
                () -> why.reckon("average.none"));
        if (sum.cases > 0) {
            why.reckon(
                    Explanation.AGREEMENT,
                    above ? "average.above" : "average.not_above",
                    terms.level());
        }
        boolean liable = above && invoiced;
        BigDecimal excess = liable ? BigDecimal.valueOf(sum.days).subtract(free) : BigDecimal.ZERO;
        Optional<BigDecimal> excessAmount =
                liable && terms.pricesExcess()
                        ? excessAmount(month, excess, why)
                        : Optional.empty();
        Optional<BigDecimal> individualAmount = individualAmount(sum.individual, why);
        boolean owed = sum.individual.stream().anyMatch(each -> !each.liability().days().isEmpty());
        boolean zero = !liable && (!invoiced || !owed);
        if (!invoiced) {
            why.remark("average.bucket", bucket);
        } else if (zero) {
            why.reckon("average.zero_invoice");
        }
        return new AverageLiability(
                bucket,
                month,
                terms.policy().id(),
                sum.cases,
                sum.days,
                mean,
                terms.level(),
                liable,
                sum.objectionable,
                sum.individual,
                individualAmount,
                excess,
                excessAmount,
                zero,
                why.steps());
    }

    private Optional<BigDecimal> excessAmount(YearMonth month, BigDecimal excess, Explanation why) {
        Optional<Rate> rate = terms.rates().on(month.atDay(1), CareForm.SOMATIC);
        if (rate.isEmpty()) {
            why.remark(Explanation.AMOUNT, "average.unpriced", month.getYear());
            return Optional.empty();
        }
        BigDecimal amount = excess.multiply(rate.get().amount());
        why.reckon(
                Explanation.AMOUNT,
                "average.excess",
                excess,
                new Texts.Money(rate.get().amount()),
                new Texts.Money(amount));
        return Optional.of(amount);
    }

    private Optional<BigDecimal> individualAmount(List<IndividualCase> cases, Explanation why) {
        if (cases.isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        why.reckon(
                Explanation.AGREEMENT,
                "average.individual",
                cases.size(),
                terms.average().individualAfterDays().orElseThrow());
        BigDecimal sum = BigDecimal.ZERO;
        for (IndividualCase each : cases) {
            if (each.liability().status() == PaymentLiability.Status.UNPRICED) {
                why.remark(Explanation.AMOUNT, "average.individual_unpriced");
                return Optional.empty();
            }
            // one that something stands in the way of costs nothing
            sum = sum.add(each.liability().amount().orElse(BigDecimal.ZERO));
        }
        why.reckon(Explanation.AMOUNT, "average.individual_amount", new Texts.Money(sum));
        return Optional.of(sum);
    }
}
