package se.ehealthsdk.core.identifier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a national reserve number, {@code XXYYMMDDNNGC}. XX is the century of birth plus 3 (or
 * 6, 9 ... 78), or 00 when the date of birth is unknown; then month 20 to 99 and day 40 to 59 are a
 * running number. NN are two letters, G a digit (odd for men) or a letter when the sex is unknown, C
 * the check digit.
 */
final class NationalForm implements ReserveNumberForm {

    private static final String LETTER = "[A-HJ-NPR-UXYZ]";
    private static final Pattern CHARACTERS =
            Pattern.compile("\\d{8}" + LETTER + "{2}(?:\\d|" + LETTER + ")\\d");
    private static final int FIRST_SHIFTED_CENTURY = 22;

    @Override
    public boolean matches(String number) {
        return CHARACTERS.matcher(number).matches()
                && (hasUnknownDate(number) || birthDate(number).isPresent());
    }

    private static boolean hasUnknownDate(String number) {
        int month = TwelveDigits.number(number, 4, 6);
        int day = TwelveDigits.number(number, 6, 8);
        return number.startsWith("00") && month >= 20 && day >= 40 && day <= 59;
    }

    /** A letter takes one place like a digit, and weighs as much as its ASCII code. */
    @Override
    public Optional<Boolean> checkDigitHolds(String number) {
        if (!matches(number)) {
            return Optional.of(false);
        }
        int[] values = number.chars().limit(11).map(c -> c > '9' ? c : Luhn.digit(c)).toArray();
        return Optional.of(Luhn.checkDigit(values) == Luhn.digit(number.charAt(11)));
    }

    @Override
    public Optional<LocalDate> birthDate(String number) {
        if (!CHARACTERS.matcher(number).matches()) {
            return Optional.empty();
        }
        int shifted = TwelveDigits.number(number, 0, 2);
        if (shifted < FIRST_SHIFTED_CENTURY) {
            return Optional.empty();
        }
        int century = (shifted - 19) % 3 + 19;
        return TwelveDigits.date(
                century * 100 + TwelveDigits.number(number, 2, 4),
                TwelveDigits.number(number, 4, 6),
                TwelveDigits.number(number, 6, 8));
    }

    @Override
    public Optional<LegalSex> sex(String number) {
        boolean told = matches(number) && Character.isDigit(number.charAt(10));
        return told ? Optional.of(LegalSex.ofDigit(number.charAt(10))) : Optional.empty();
    }
}
