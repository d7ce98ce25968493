package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.util.Optional;

/**
 * The patient has gone on leave (permission) and is still admitted.
 *
 * @param expectedBack when the patient is expected back
 */
public record LeaveStarted(Optional<Instant> expectedBack) implements Content {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public LeaveStarted {
        TimeRange.checkMoment("expectedBack", expectedBack);
    }

    @Override
    public String kind() {
        return "leaveStarted";
    }
}
