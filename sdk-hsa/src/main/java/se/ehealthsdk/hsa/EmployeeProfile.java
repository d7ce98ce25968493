package se.ehealthsdk.hsa;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How much HSA is to tell about an {@link Employee}. Compared by HSA without regard to upper and lower
 * case. Other profiles than the constants may come; any text is sent as it is.
 *
 * <p>Source: infrastructure:directory:employee 4.0, {@code profile} of GetEmployee.
 *
 * @param code the profile's name, never blank
 */
public record EmployeeProfile(String code) {

    /** {@code BASIC}. */
    public static final EmployeeProfile BASIC = new EmployeeProfile("BASIC");

    /** {@code TITLE}. */
    public static final EmployeeProfile TITLE = new EmployeeProfile("TITLE");

    /** {@code CONTACT}. */
    public static final EmployeeProfile CONTACT = new EmployeeProfile("CONTACT");

    /** {@code FULL}, which is also what HSA gives when no profile is asked for. */
    public static final EmployeeProfile FULL = new EmployeeProfile("FULL");

    /** {@code extended1}: adds age and gender. */
    public static final EmployeeProfile EXTENDED1 = new EmployeeProfile("extended1");

    /**
     * @throws InvalidInputException if the code is blank
     */
    public EmployeeProfile {
        if (code.isBlank()) {
            throw new InvalidInputException("profile", "is blank", "a profile, as FULL");
        }
    }
}
