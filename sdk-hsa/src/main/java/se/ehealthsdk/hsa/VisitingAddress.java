package se.ehealthsdk.hsa;

import java.util.Optional;

/**
 * Where to go. Has no postal code.
 *
 * <p>Source: {@code StructuredVisitingAddressType} of {@code infrastructure:directory:organization} 5.
 *
 * @param street the street
 * @param premisesNumber the number in the street
 * @param premisesLetter the letter after the number
 * @param town the town
 */
public record VisitingAddress(
        String street,
        Optional<String> premisesNumber,
        Optional<String> premisesLetter,
        String town) {

    /** Street, number and letter on one line, as {@code Storgatan 12 B}. */
    public String streetLine() {
        return streetLine(street, premisesNumber, premisesLetter);
    }

    static String streetLine(String street, Optional<String> number, Optional<String> letter) {
        return String.join(" ", street, number.orElse(""), letter.orElse(""))
                .replaceAll(" +", " ")
                .strip();
    }
}
