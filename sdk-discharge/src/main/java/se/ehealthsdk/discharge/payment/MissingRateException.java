package se.ehealthsdk.discharge.payment;

import java.time.LocalDate;
import se.ehealthsdk.core.error.InvalidInputException;

/** There is no rate for a day of payment liability. Add it with {@link Rates#with} or {@link Rates#read} and ask again. */
public final class MissingRateException extends InvalidInputException {

    private final transient LocalDate day;

    MissingRateException(LocalDate day) {
        super(
                "rates",
                "have no amount for the year " + day.getYear(),
                "the amount that Socialstyrelsen has set for "
                        + day.getYear()
                        + ", with its source");
        this.day = day;
    }

    /** The first day without a rate, Swedish date. */
    public LocalDate day() {
        return day;
    }

    /** Its year. */
    public int year() {
        return day.getYear();
    }
}
