package se.ehealthsdk.discharge.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;

/**
 * What a day of payment liability costs during some time.
 *
 * <p>Source: lag (2017:612) 5 kap. 6 §, förordning (2017:617); Socialstyrelsen sets the amount of each year
 *
 * @param from the first day that it holds for, Swedish date
 * @param to the last day
 * @param care the kind of inpatient care; empty for all of it, as since 2018
 * @param amount for one day, in SEK; above zero
 * @param source where the amount was read
 * @param confidence how sure we are of it
 */
public record Rate(
        LocalDate from,
        LocalDate to,
        Optional<Care> care,
        BigDecimal amount,
        String source,
        Confidence confidence) {

    /** The kinds of inpatient care that the law before 2018 told apart. */
    public enum Care {
        SOMATIC_ACUTE,
        GERIATRIC,
        /** Somatisk långtidssjukvård. */
        LONG_TERM,
        PSYCHIATRIC;

        static Care of(CareForm form) {
            return form == CareForm.PSYCHIATRIC ? PSYCHIATRIC : SOMATIC_ACUTE;
        }
    }

    /**
     * @throws InvalidInputException when it ends before it begins, the amount is not above zero, or there is no source
     */
    public Rate {
        if (to.isBefore(from)) {
            throw new InvalidInputException("rate.to", "is before from", "the last day it holds");
        }
        if (amount.signum() <= 0) {
            throw new InvalidInputException("rate.amount", "is not above zero", "SEK for one day");
        }
        if (source.isBlank()) {
            throw new InvalidInputException(
                    "rate.source", "is missing", "where the amount was read");
        }
    }

    /** A rate for all inpatient care during a calendar year. */
    public static Rate ofYear(int year, BigDecimal amount, String source, Confidence confidence) {
        return new Rate(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                Optional.empty(),
                amount,
                source,
                confidence);
    }

    boolean overlaps(Rate other) {
        boolean sameCare = care.isEmpty() || other.care.isEmpty() || care.equals(other.care);
        return sameCare && !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
