package se.ehealthsdk.discharge.event;

import java.time.Instant;

/**
 * The patient has been discharged, or will be (utskrivningsmeddelande).
 *
 * @param dischargedAt when the patient leaves
 * @param destination where to, as a code
 */
public record DischargeNotice(Instant dischargedAt, Destination destination) implements Content {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public DischargeNotice {
        TimeRange.check("dischargedAt", dischargedAt);
    }

    @Override
    public String kind() {
        return "dischargeNotice";
    }
}
