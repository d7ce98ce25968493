package se.ehealthsdk.discharge.fallback;

import se.ehealthsdk.core.error.InvalidInputException;

/** The numbers of papers. */
final class Serials {

    private static final int MAX_LENGTH = 24;

    private Serials() {}

    /**
     * @throws InvalidInputException when it is blank, too long, or holds line breaks or other control characters
     */
    static void require(String serial) {
        if (serial.isBlank()
                || serial.length() > MAX_LENGTH
                || serial.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    "serial", "is no number of a paper", "1 to 24 visible characters");
        }
    }
}
