package se.ehealthsdk.discharge.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.policy.Policy;

/**
 * Whether, from when and for how much a municipality is liable to pay for one case, with every step of the way there.
 *
 * <pre>{@code
 * PaymentLiability liability = PaymentLiability.assess(discharge, Policy.act(), Rates.sourced(), today);
 * liability.firstLiableDay();               // Optional[2023-03-06]
 * liability.amount();                       // Optional[31500], or empty: never zero for want of a rate
 * liability.explanation(Locale.forLanguageTag("sv")).forEach(out::println);
 * }</pre>
 *
 * <p>The events of the case are taken as they are now, all of them; {@code asOf} only bounds the days. Says nothing of who
 * sends the invoice. Holds no personal data.
 *
 * <p>Source: lag (2017:612) 5 kap. 1-6 §§
 *
 * @param caseId the case
 * @param policyId the rules that were used
 * @param asOf the last day that was looked at, Swedish date
 * @param status how it came out
 * @param municipality who is liable; empty when that is not known
 * @param liableAs why that municipality
 * @param firstLiableDay the first liable day as far as is known, also when it is later than {@code asOf}; empty when something
 *     stands in the way or the stay ended before
 * @param days the liable days until {@code asOf}, in order
 * @param exemptDays days after the liability began that are not liable
 * @param amount the sum of the days' rates, in SEK; zero when there is no liable day and nothing stands in the way; empty when
 *     there is none and something does, a rate is missing, or the case counts in a mean only
 * @param blockers what stands in the way, all of it
 * @param steps how it came about, in order
 */
public record PaymentLiability(
        CaseId caseId,
        String policyId,
        LocalDate asOf,
        Status status,
        Optional<MunicipalityCode> municipality,
        Optional<LiableAs> liableAs,
        Optional<LocalDate> firstLiableDay,
        List<LiableDay> days,
        List<ExemptDay> exemptDays,
        Optional<BigDecimal> amount,
        List<Blocker> blockers,
        List<Step> steps) {

    public PaymentLiability {
        days = List.copyOf(days);
        exemptDays = List.copyOf(exemptDays);
        blockers = List.copyOf(blockers);
        steps = List.copyOf(steps);
    }

    /** How it came out. */
    public enum Status {
        /** There are liable days, and all have a rate. */
        LIABLE,
        /** There are liable days, and a rate is missing: {@link #requireAmount()} names the year. */
        UNPRICED,
        /** Nothing stands in the way, and the first liable day is later than {@code asOf}. */
        NOT_YET,
        /** Nothing stands in the way, and the stay ended before the liability began. */
        NO_DAYS,
        /** Something stands in the way. */
        BLOCKED,
        /** The agreement takes the mean of many cases, and this one counts there: see {@link AverageLiability}. */
        COUNTED_IN_MEAN
    }

    /** Why a municipality is the liable one. */
    public enum LiableAs {
        /** The patient is registered there (5 kap. 1 §). */
        REGISTERED,
        /** It has placed the patient in another municipality, and pays regardless of registration (5 kap. 2 §). */
        PLACING
    }

    /**
     * Assesses a case.
     *
     * @param discharge the case, by all that is known now
     * @param policy the rules
     * @param rates the rates by date
     * @param asOf the last day to look at, Swedish date; usually today or the end of a month
     * @throws InvalidInputException when {@code asOf} or a moment of the case lies before 1900 or after 2199
     */
    public static PaymentLiability assess(
            DischargeCase discharge, Policy policy, Rates rates, LocalDate asOf) {
        return new Assessment(discharge, policy, rates, asOf).result();
    }

    /**
     * The amount in SEK.
     *
     * @return zero when nothing stands in the way and there is no liable day
     * @throws MissingRateException when a liable day has no rate; names the year
     * @throws NoAmountException when something stands in the way, so that it cannot be told from here that the case costs nothing,
     *     or when it counts in a mean only; look at {@link #status()} and {@link #blockers()}
     */
    public BigDecimal requireAmount() {
        if (amount.isPresent()) {
            return amount.get();
        }
        throw days.stream()
                .filter(day -> day.rate().isEmpty())
                .findFirst()
                .<InvalidInputException>map(day -> new MissingRateException(day.date()))
                .orElseGet(() -> new NoAmountException(status, blockers));
    }

    /** Whether something of that kind stands in the way. */
    public boolean isBlockedBy(Blocker.Reason reason) {
        return blockers.stream().anyMatch(blocker -> blocker.reason() == reason);
    }

    /** All steps as sentences, in order; Swedish for {@code sv}, English for all others. */
    public List<String> explanation(Locale language) {
        return steps.stream().map(step -> step.text(language)).toList();
    }
}
