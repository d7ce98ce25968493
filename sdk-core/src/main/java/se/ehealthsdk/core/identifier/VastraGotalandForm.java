package se.ehealthsdk.core.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of Västra Götaland's reserve numbers: {@code yyyymmdd}, K (woman), M (man) or X
 * (unknown), two digits that follow the sex, and a check digit.
 */
final class VastraGotalandForm implements ReserveNumberForm {

    private static final Pattern PATTERN =
            Pattern.compile("\\d{8}(?:M(?:0[79]|[1-7][13579])|K(?:0[68]|[1-7][02468])|X8\\d)\\d");

    @Override
    public boolean matches(String number) {
        return PATTERN.matcher(number).matches();
    }

    @Override
    public Optional<Boolean> checkDigitHolds(String number) {
        return Optional.of(matches(number) && Luhn.holds(asDigits(number)));
    }

    private static String asDigits(String number) {
        return number.substring(2).replace('K', '5').replace('M', '7').replace('X', '8');
    }

    @Override
    public Optional<LegalSex> sex(String number) {
        if (!matches(number)) {
            return Optional.empty();
        }
        return switch (number.charAt(8)) {
            case 'M' -> Optional.of(LegalSex.MALE);
            case 'K' -> Optional.of(LegalSex.FEMALE);
            default -> Optional.empty();
        };
    }
}
