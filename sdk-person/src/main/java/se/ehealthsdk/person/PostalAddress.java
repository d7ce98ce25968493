package se.ehealthsdk.person;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Swedish postal address.
 *
 * <p>Source: {@code ResidentialAddressType} of {@code strategicresourcemanagement:persons:person} 5.0; lines of at most 40 characters.
 *
 * @param careOf who receives the post (c/o)
 * @param line1 the first line ({@code postalAddress1})
 * @param line2 the second line, as a rule street and number ({@code postalAddress2})
 * @param postalCode five digits, as {@code 01234}
 * @param town the postal town (postort)
 */
public record PostalAddress(
        Optional<String> careOf,
        Optional<String> line1,
        Optional<String> line2,
        Optional<String> postalCode,
        Optional<String> town) {

    /** What is there, as it is printed on an envelope: {@code c/o}, the lines, {@code 123 45 Town}. */
    public List<String> printedLines() {
        String code =
                postalCode
                        .filter(digits -> digits.length() == 5)
                        .map(digits -> digits.substring(0, 3) + " " + digits.substring(3))
                        .or(() -> postalCode)
                        .orElse("");
        return Stream.of(
                        careOf.map(name -> "c/o " + name).orElse(""),
                        line1.orElse(""),
                        line2.orElse(""),
                        (code + " " + town.orElse("")).strip())
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "PostalAddress[...]";
    }
}
