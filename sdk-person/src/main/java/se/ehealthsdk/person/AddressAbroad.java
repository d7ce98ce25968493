package se.ehealthsdk.person;

import java.util.Optional;

/**
 * An address in another country.
 *
 * <p>Source: {@code AddressAbroadType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param line1 the first line
 * @param line2 the second line
 * @param line3 the third line
 * @param country the country, code or name as it came ({@code countryCode})
 * @param since since when
 * @param votingDate the date that concerns the right to vote
 */
public record AddressAbroad(
        Optional<String> line1,
        Optional<String> line2,
        Optional<String> line3,
        Optional<String> country,
        Optional<PartialDate> since,
        Optional<PartialDate> votingDate) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "AddressAbroad[...]";
    }
}
