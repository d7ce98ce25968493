package se.ehealthsdk.core.identifier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A personnummer (personal identity number): that of a person who is, or has been, in the Swedish
 * population register.
 *
 * <p>Twelve digits {@code yyyymmddnnnc}: date of birth, serial number 001 to 999 whose last digit
 * is odd for men, and a check digit. The separator is a hyphen, and a plus from the year in which
 * the person turns 100; it is for display only and not kept. The official test numbers follow the
 * same rules.
 *
 * <p>Source: the Population Registration Act (1991:481) section 18, and the Swedish Tax Agency's
 * (Skatteverket's) description of the number. Twelve digits without separator as in the RIV-TA
 * contracts.
 */
public final class Personnummer implements PersonId {

    /** The OID (root) of personnummer. */
    public static final String OID = "1.2.752.129.2.1.3.1";

    private static final String FIELD = "personnummer";

    private final String value;
    private final LocalDate birthDate;

    private Personnummer(String digits) {
        this.value = TwelveDigits.checked(FIELD, digits);
        this.birthDate = requireBirthDate(digits);
    }

    /**
     * Makes a personnummer of its form with century. Whether the date lies in the future is not
     * asked.
     *
     * @param text {@code yyyymmddnnnn}, {@code yyyymmdd-nnnn} or {@code yyyymmdd+nnnn}; outer white
     *     space is removed
     * @throws InvalidInputException when it is written in another way, the day does not exist, or
     *     the check digit does not match; let the user correct it
     */
    public static Personnummer of(String text) {
        return new Personnummer(TwelveDigits.read(FIELD, text));
    }

    /**
     * Makes a personnummer of a form with or without century, and checks that the date of birth has
     * come.
     *
     * @param text as for {@link #of(String)}, or {@code yymmddnnnn}, {@code yymmdd-nnnn}, or {@code
     *     yymmdd+nnnn} for a person who turns 100 this year or is older
     * @param clock tells today's date, which decides the century; give one in Europe/Stockholm
     * @throws InvalidInputException as for {@link #of(String)}, and when the date of birth lies after
     *     today; let the user correct it
     */
    public static Personnummer of(String text, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Personnummer read = new Personnummer(TwelveDigits.read(FIELD, text, today));
        if (read.birthDate.isAfter(today)) {
            throw new InvalidInputException(
                    FIELD, "has a date of birth after today", "a date of birth that has come");
        }
        return read;
    }

    /** As {@link #of(String)}, but empty when that would throw. */
    public static Optional<Personnummer> tryParse(String text) {
        return Parsing.attempt(Personnummer::of, text);
    }

    /** As {@link #of(String, Clock)}, but empty when that would throw. */
    public static Optional<Personnummer> tryParse(String text, Clock clock) {
        return Parsing.attempt(written -> of(written, clock), text);
    }

    private static LocalDate requireBirthDate(String digits) {
        if (Samordningsnummer.hasShiftedDay(digits)) {
            throw new InvalidInputException(
                    FIELD,
                    "has the day of a samordningsnummer",
                    "a day from 01 to 31; a samordningsnummer has the OID "
                            + Samordningsnummer.OID);
        }
        return TwelveDigits.date(
                        TwelveDigits.number(digits, 0, 4),
                        TwelveDigits.number(digits, 4, 6),
                        TwelveDigits.number(digits, 6, 8))
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        FIELD,
                                        "has a date that does not exist",
                                        "a date of birth as yyyymmdd"));
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public String oid() {
        return OID;
    }

    /** The date of birth in the number; always there. */
    @Override
    public Optional<LocalDate> birthDate() {
        return Optional.of(birthDate);
    }

    /** The legal sex in the number; always there. */
    @Override
    public Optional<LegalSex> sex() {
        return Optional.of(LegalSex.ofDigit(value.charAt(10)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personnummer that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The year only, for example {@code Personnummer[1970...]}. */
    @Override
    public String toString() {
        return "Personnummer[" + value.substring(0, 4) + "...]";
    }
}
