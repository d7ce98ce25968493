package se.ehealthsdk.core.identifier;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Legal sex (juridiskt kön), as far as an identity number tells it: a code, open to codes that may
 * come.
 *
 * <p>A number is not changed at once when a person's legal sex is, and a temporary number may be
 * wrong: use it to fill in a form for someone to check, not for clinical decisions.
 *
 * <p>Source: ISO/IEC 5218, which the Swedish code set {@value #OID} follows.
 *
 * @param code the code, {@code 1} for male and {@code 2} for female
 */
public record LegalSex(String code) {

    /** The OID of the Swedish code set for sex (kön). */
    public static final String OID = "1.2.752.129.2.2.1.1";

    /** Male (man). */
    public static final LegalSex MALE = new LegalSex("1");

    /** Female (kvinna). */
    public static final LegalSex FEMALE = new LegalSex("2");

    /**
     * @throws InvalidInputException when the code is blank; give the code of the code set
     */
    public LegalSex {
        if (code.isBlank()) {
            throw new InvalidInputException(
                    "legalSex", "is blank", "a code of the code set " + OID);
        }
    }

    /**
     * The sex with this code.
     *
     * @throws InvalidInputException when the code is blank; give the code of the code set
     */
    public static LegalSex of(String code) {
        return new LegalSex(code);
    }

    /** In Swedish identity numbers an odd digit is a man's, an even one a woman's. */
    static LegalSex ofDigit(char digit) {
        return digit % 2 == 1 ? MALE : FEMALE;
    }
}
