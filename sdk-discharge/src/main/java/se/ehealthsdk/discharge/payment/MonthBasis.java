package se.ehealthsdk.discharge.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Which month a stay is counted in. */
public enum MonthBasis {
    /** The month when the patient left; who is still there does not count yet. As the means of Region Stockholm. */
    LEFT,
    /** The month when the ready notice was sent; who is still there counts until the day that was asked for. */
    READY;

    /** The month of a stay; empty when it does not count yet. */
    public Optional<YearMonth> month(ReadyStay stay, LocalDate asOf) {
        Optional<LocalDate> day =
                this == READY
                        ? Optional.of(stay.readyOn())
                        : stay.leftOn().filter(left -> !left.isAfter(asOf));
        return day.map(YearMonth::from);
    }
}
