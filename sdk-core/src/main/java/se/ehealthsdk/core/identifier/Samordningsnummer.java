package se.ehealthsdk.core.identifier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A samordningsnummer (coordination number): that of a person who is not, and has not been, in the
 * Swedish population register but deals with Swedish authorities.
 *
 * <p>Built as a {@link Personnummer}, with 60 added to the day. A date of birth that is not fully
 * known leaves a number that is valid although no date can be read from it, so {@link #birthDate()}
 * may be empty: days 60 to 91 and months 00 to 32 are let through, also together when they make no
 * day of any calendar. The check digit must be right.
 *
 * <p>Source: the Swedish Tax Agency's (Skatteverket's) description of the number. How incomplete
 * dates are written is not fully documented, hence the tolerance.
 */
public final class Samordningsnummer implements PersonId {

    /** The OID (root) of samordningsnummer. */
    public static final String OID = "1.2.752.129.2.1.3.3";

    private static final String FIELD = "samordningsnummer";
    private static final int ADDED_TO_DAY = 60;
    private static final int LAST_DAY = 31 + ADDED_TO_DAY;
    // 20 more than a month is reported where it is unknown, but not documented: better let through.
    private static final int LAST_MONTH = 32;

    private final String value;

    private Samordningsnummer(String digits) {
        this.value = TwelveDigits.checked(FIELD, requireShiftedDay(digits));
    }

    /**
     * Makes a samordningsnummer of its form with century. Whether the date lies in the future is not
     * asked.
     *
     * @param text {@code yyyymmddnnnn}, {@code yyyymmdd-nnnn} or {@code yyyymmdd+nnnn}; outer white
     *     space is removed
     * @throws InvalidInputException when it is written in another way, 60 is not added to the day,
     *     or the check digit does not match; let the user correct it
     */
    public static Samordningsnummer of(String text) {
        return new Samordningsnummer(TwelveDigits.read(FIELD, text));
    }

    /**
     * Makes a samordningsnummer of a form with or without century, and checks that the date of
     * birth, when there is one, has come.
     *
     * @param text as for {@link #of(String)}, or {@code yymmddnnnn}, {@code yymmdd-nnnn}, or {@code
     *     yymmdd+nnnn} for a person who turns 100 this year or is older
     * @param clock tells today's date, which decides the century; give one in Europe/Stockholm
     * @throws InvalidInputException as for {@link #of(String)}, and when the date of birth lies after
     *     today; let the user correct it
     */
    public static Samordningsnummer of(String text, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Samordningsnummer read = new Samordningsnummer(TwelveDigits.read(FIELD, text, today));
        boolean stillToCome =
                read.year() > today.getYear()
                        || read.birthDate().filter(date -> date.isAfter(today)).isPresent();
        if (stillToCome) {
            throw new InvalidInputException(
                    FIELD, "has a date of birth after today", "a date of birth that has come");
        }
        return read;
    }

    /** As {@link #of(String)}, but empty when that would throw. */
    public static Optional<Samordningsnummer> tryParse(String text) {
        return Parsing.attempt(Samordningsnummer::of, text);
    }

    /** As {@link #of(String, Clock)}, but empty when that would throw. */
    public static Optional<Samordningsnummer> tryParse(String text, Clock clock) {
        return Parsing.attempt(written -> of(written, clock), text);
    }

    /** What tells it from a personnummer. */
    static boolean hasShiftedDay(String digits) {
        return day(digits) >= ADDED_TO_DAY;
    }

    private static String requireShiftedDay(String digits) {
        if (!hasShiftedDay(digits) || day(digits) > LAST_DAY || month(digits) > LAST_MONTH) {
            throw new InvalidInputException(
                    FIELD,
                    "does not have the day and month of a samordningsnummer",
                    "60 added to the day of birth (60 to 91), and a month");
        }
        return digits;
    }

    private static int month(String digits) {
        return TwelveDigits.number(digits, 4, 6);
    }

    private static int day(String digits) {
        return TwelveDigits.number(digits, 6, 8);
    }

    private int year() {
        return TwelveDigits.number(value, 0, 4);
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public String oid() {
        return OID;
    }

    /** The date of birth in the number; empty when it is incomplete. */
    @Override
    public Optional<LocalDate> birthDate() {
        return TwelveDigits.date(year(), month(value), day(value) - ADDED_TO_DAY);
    }

    /** The legal sex in the number; always there. */
    @Override
    public Optional<LegalSex> sex() {
        return Optional.of(LegalSex.ofDigit(value.charAt(10)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samordningsnummer that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The year only, for example {@code Samordningsnummer[1970...]}. */
    @Override
    public String toString() {
        return "Samordningsnummer[" + value.substring(0, 4) + "...]";
    }
}
