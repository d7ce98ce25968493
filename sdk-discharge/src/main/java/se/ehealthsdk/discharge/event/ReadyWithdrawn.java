package se.ehealthsdk.discharge.event;

/**
 * The patient is no longer ready to be discharged: the ready notice is taken back.
 *
 * @param reason why, as a code
 */
public record ReadyWithdrawn(WithdrawalReason reason) implements Content {

    @Override
    public String kind() {
        return "readyWithdrawn";
    }
}
