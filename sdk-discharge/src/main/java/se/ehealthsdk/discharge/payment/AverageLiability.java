package se.ehealthsdk.discharge.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collector;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseId;

/**
 * What an agreement on a mean makes of the cases of one municipality in one month.
 *
 * <pre>{@code
 * List<AverageLiability> all = cases.collect(AverageLiability.collector(
 *         AverageTerms.of(Policy.vastraGotaland2020(), rates, LocalDate.of(2023, 4, 30)).county("14")));
 * }</pre>
 *
 * <p>The mean takes in all patients who were reported ready to the municipality, those who left on the ready day too, with zero
 * days, whether or not something stands in the way of liability for them: {@code objectionable} tells how many. A case that has
 * passed the individual limit leaves the mean and is assessed on its own.
 *
 * <p>Source: lag (2017:612) 4 kap. 5 §; the agreements of the regions
 *
 * @param bucket the municipality
 * @param month the month
 * @param policyId the rules that were used
 * @param cases cases in the mean
 * @param days their days together
 * @param mean days for each case, rounded to two decimals; empty without cases
 * @param level above which the municipality is liable
 * @param liable whether the mean, unrounded, is above the level, or at it where the terms say so; never for a bucket that is no
 *     municipality
 * @param objectionable cases in the mean where something stands in the way of liability, to which the municipality may object
 * @param individual the cases that are counted on their own
 * @param individualAmount their amount in SEK; empty when a rate is missing
 * @param excessDays the days above the level; zero when not liable
 * @param excessAmount their price in SEK, when asked for; empty otherwise and when the rate is missing
 * @param zeroInvoice whether there is nothing to invoice
 * @param steps how it came about, in order
 */
public record AverageLiability(
        MunicipalityBucket bucket,
        YearMonth month,
        String policyId,
        long cases,
        long days,
        Optional<BigDecimal> mean,
        BigDecimal level,
        boolean liable,
        long objectionable,
        List<IndividualCase> individual,
        Optional<BigDecimal> individualAmount,
        BigDecimal excessDays,
        Optional<BigDecimal> excessAmount,
        boolean zeroInvoice,
        List<Step> steps) {

    public AverageLiability {
        individual = List.copyOf(individual);
        steps = List.copyOf(steps);
    }

    /**
     * A case that has passed the individual limit.
     *
     * @param caseId the case
     * @param readyOn day 0, Swedish date
     * @param days how many days it has stayed
     * @param stillThere whether the patient has not left yet
     * @param liability the case on its own
     */
    public record IndividualCase(
            CaseId caseId,
            LocalDate readyOn,
            int days,
            boolean stillThere,
            PaymentLiability liability) {}

    /**
     * Collects a stream of cases, also a parallel one. Memory grows with the number of municipalities and months, and with the
     * cases that have passed the individual limit, not with the others.
     *
     * @return by municipality, then month
     */
    public static Collector<DischargeCase, ?, List<AverageLiability>> collector(
            AverageTerms terms) {
        return Collector.of(
                () -> new AverageReckoning(terms),
                AverageReckoning::add,
                AverageReckoning::merge,
                AverageReckoning::results);
    }

    /** All steps as sentences, in order; Swedish for {@code sv}, English for all others. */
    public List<String> explanation(Locale language) {
        return steps.stream().map(step -> step.text(language)).toList();
    }
}
