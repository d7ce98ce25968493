package se.ehealthsdk.discharge.exchange;

import java.time.Duration;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What is done about a message that is not acknowledged. It is counted from each sending, by the sender's clock, also over a
 * restart. A peer that cannot be reached at all has not been sent anything, so that nothing is counted.
 *
 * <p>Source: MedCom, reliable messaging (30 minutes, two times; confidence high). It does not say what then: here
 * the message is held, with an alarm, and never dropped.
 *
 * @param after how long after a sending it is sent again
 * @param resends how often it is sent again; then it is held
 */
public record ResendPolicy(Duration after, int resends) {

    /** After 30 minutes, twice. */
    public static final ResendPolicy DEFAULT = new ResendPolicy(Duration.ofMinutes(30), 2);

    /**
     * @throws InvalidInputException when the time is not positive or longer than a day, or the number negative
     */
    public ResendPolicy {
        if (after.isNegative() || after.isZero() || after.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidInputException(
                    "resendPolicy.after", "is not positive or too long", "up to a day");
        }
        if (resends < 0) {
            throw new InvalidInputException("resendPolicy.resends", "is negative", "0 or more");
        }
    }
}
