package se.ehealthsdk.discharge.event;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Why a ready notice was taken back. An open list: regions have more.
 *
 * @param code 1 to 64 visible characters
 */
public record WithdrawalReason(String code) {

    /** The patient's state has changed. */
    public static final WithdrawalReason CHANGED_HEALTH = new WithdrawalReason("changedHealth");

    /** It should not have been sent. */
    public static final WithdrawalReason MISTAKE = new WithdrawalReason("mistake");

    /** Something else. */
    public static final WithdrawalReason OTHER = new WithdrawalReason("other");

    /**
     * @throws InvalidInputException when it is blank or longer than 64 characters
     */
    public WithdrawalReason {
        if (code.isBlank() || code.length() > 64) {
            throw new InvalidInputException("withdrawalReason", "is no code", "1 to 64 characters");
        }
    }

    /** As the constructor. */
    public static WithdrawalReason of(String code) {
        return new WithdrawalReason(code);
    }
}
