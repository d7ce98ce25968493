package se.ehealthsdk.discharge.event;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Why a recipient turned a message away. An open list: regions have more.
 *
 * @param code 1 to 64 visible characters
 */
public record DeclineReason(String code) {

    /** Avvisad: the patient is not registered in the municipality. */
    public static final DeclineReason NOT_RESIDENT = new DeclineReason("notResident");

    /** Ej känd: the patient is registered there and has no services. */
    public static final DeclineReason NOT_KNOWN = new DeclineReason("notKnown");

    /** It should have gone to another unit. */
    public static final DeclineReason WRONG_UNIT = new DeclineReason("wrongUnit");

    /**
     * @throws InvalidInputException when it is blank or longer than 64 characters
     */
    public DeclineReason {
        if (code.isBlank() || code.length() > 64) {
            throw new InvalidInputException("declineReason", "is no code", "1 to 64 characters");
        }
    }

    /** As the constructor. */
    public static DeclineReason of(String code) {
        return new DeclineReason(code);
    }
}
