package se.ehealthsdk.hsa;

/**
 * The form of care (vård- och omsorgsform), two digits. An open list: a code that is not among the
 * constants is as good as one that is, and older posts may hold plain text.
 *
 * <p>Source: code system 1.2.752.129.2.2.1.13 of Inera.
 *
 * @param code the code as the directory has it
 */
public record CareType(String code) {

    /** Outpatient care (öppenvård). */
    public static final CareType OUTPATIENT = new CareType("01");

    /** Inpatient care (slutenvård). */
    public static final CareType INPATIENT = new CareType("02");

    /** Care in the home (hemsjukvård). */
    public static final CareType HOME_CARE = new CareType("03");

    /** The type with this code. */
    public static CareType of(String code) {
        return new CareType(code);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
