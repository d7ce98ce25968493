package se.ehealthsdk.discharge.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a party can receive the patient. Of open care it says whether its measures are available.
 *
 * <p>Source: lag (2017:612) 5 kap. 5 §
 *
 * @param answer what is answered
 * @param from the first day that it holds, Swedish date; empty for at once
 */
public record Availability(Answer answer, Optional<LocalDate> from) implements Content {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public Availability {
        TimeRange.checkDay("from", from);
    }

    /** What is answered. */
    public enum Answer {
        CAN_RECEIVE,
        CANNOT_RECEIVE,
        UNCLEAR
    }

    /** An answer that holds at once. */
    public static Availability now(Answer answer) {
        return new Availability(answer, Optional.empty());
    }

    @Override
    public String kind() {
        return "availability";
    }
}
