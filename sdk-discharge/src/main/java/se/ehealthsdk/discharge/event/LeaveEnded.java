package se.ehealthsdk.discharge.event;

/**
 * The patient is back from leave.
 */
public record LeaveEnded() implements Content {

    @Override
    public String kind() {
        return "leaveEnded";
    }
}
