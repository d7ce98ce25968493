package se.ehealthsdk.hsa;

/**
 * The type of a unit (enhetstyp), two digits. An open list: a code that is not among the
 * constants is as good as one that is, and older posts may hold plain text.
 *
 * <p>Source: code system 1.2.752.129.2.2.1.12 of Inera.
 *
 * @param code the code as the directory has it
 */
public record BusinessType(String code) {

    /** Hospital (sjukhus). A clinic within a hospital is not one. */
    public static final BusinessType HOSPITAL = new BusinessType("01");

    /** Health centre (vårdcentral). */
    public static final BusinessType HEALTH_CENTRE = new BusinessType("02");

    /** A unit that gives care at a distance (distansenhet). */
    public static final BusinessType REMOTE_UNIT = new BusinessType("03");

    /** The type with this code. */
    public static BusinessType of(String code) {
        return new BusinessType(code);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
