package se.ehealthsdk.core.identifier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an issuer documents about the reserve numbers it issues. */
interface ReserveNumberForm {

    boolean matches(String number);

    /** Empty when no check digit is documented; false when the number has not the form. */
    default Optional<Boolean> checkDigitHolds(String number) {
        return Optional.empty();
    }

    /** Empty when the date of birth is unknown, not documented as such, or the form is wrong. */
    default Optional<LocalDate> birthDate(String number) {
        return Optional.empty();
    }

    default Optional<LegalSex> sex(String number) {
        return Optional.empty();
    }

    /** A form without a documented check digit. */
    static ReserveNumberForm of(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return number -> pattern.matcher(number).matches();
    }

    /** A form whose last digit is the mod-10 check digit of those from an index on. */
    static ReserveNumberForm withCheckDigit(String regex, int from) {
        ReserveNumberForm form = of(regex);
        return new ReserveNumberForm() {
            @Override
            public boolean matches(String number) {
                return form.matches(number);
            }

            @Override
            public Optional<Boolean> checkDigitHolds(String number) {
                return Optional.of(matches(number) && Luhn.holds(number.substring(from)));
            }
        };
    }
}
