package se.ehealthsdk.hsa;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How much HSA is to tell about a {@link Unit}. Other profiles than the constants may come; any text is
 * sent as it is.
 *
 * <p>Source: {@code profile} of {@code GetUnit} 4.1 and 5.0.
 *
 * @param code the profile's name, never blank
 */
public record UnitProfile(String code) {

    /** {@code basic}. */
    public static final UnitProfile BASIC = new UnitProfile("basic");

    /** {@code extended}. */
    public static final UnitProfile EXTENDED = new UnitProfile("extended");

    /** {@code extended2}: adds telephone numbers that are not public; goes together with another. */
    public static final UnitProfile EXTENDED2 = new UnitProfile("extended2");

    /** {@code all}, which is also what HSA gives when no profile is asked for. */
    public static final UnitProfile ALL = new UnitProfile("all");

    /**
     * @throws InvalidInputException if the code is blank
     */
    public UnitProfile {
        if (code.isBlank()) {
            throw new InvalidInputException("profile", "is blank", "a profile, as basic");
        }
    }
}
