package se.ehealthsdk.discharge.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.policy.PaymentTerms;
import se.ehealthsdk.discharge.policy.Policy;

/**
 * How the mean over many cases is taken.
 *
 * @param policy an agreement that has a mean, and whose level is known: {@code Policy.with("payment.average.level", ...)}
 * @param rates the rates by date
 * @param asOf the last day to look at, Swedish date
 * @param county the county whose municipalities stand for themselves, two digits; empty for all
 * @param basis which month a stay is counted in
 * @param pricesExcess whether the days above the level are priced, each at the month's rate. No public source tells what the
 *     mean's amount is: that is our reading, and off unless it is asked for
 */
public record AverageTerms(
        Policy policy,
        Rates rates,
        LocalDate asOf,
        Optional<String> county,
        MonthBasis basis,
        boolean pricesExcess) {

    /**
     * @throws InvalidInputException when the policy has no mean, or its level is not known
     */
    public AverageTerms {
        if (policy.payment().average().isEmpty()) {
            throw new InvalidInputException(
                    "policy", "counts each case on its own", "an agreement with a mean");
        }
        if (policy.payment().average().get().level().isEmpty()) {
            throw new InvalidInputException(
                    "policy.payment.average.level",
                    "is not known",
                    "the level that the parties have agreed on");
        }
        county.ifPresent(AverageTerms::checkCounty);
    }

    /** Each municipality on its own, by the month when the patient left, without a price for the mean. */
    public static AverageTerms of(Policy policy, Rates rates, LocalDate asOf) {
        return new AverageTerms(policy, rates, asOf, Optional.empty(), MonthBasis.LEFT, false);
    }

    /** With patients from outside a county counted apart; two digits. */
    public AverageTerms county(String code) {
        return new AverageTerms(policy, rates, asOf, Optional.of(code), basis, pricesExcess);
    }

    /** With another month for a stay. */
    public AverageTerms basis(MonthBasis other) {
        return new AverageTerms(policy, rates, asOf, county, other, pricesExcess);
    }

    /** With the days above the level priced. */
    public AverageTerms pricingExcess() {
        return new AverageTerms(policy, rates, asOf, county, basis, true);
    }

    BigDecimal level() {
        return average().level().orElseThrow();
    }

    PaymentTerms.Average average() {
        return policy.payment().average().orElseThrow();
    }

    private static void checkCounty(String code) {
        if (!code.matches("\\d{2}")) {
            throw new InvalidInputException("county", "is no county code", "two digits, as 01");
        }
    }
}
