package se.ehealthsdk.person;

import java.util.Optional;

/**
 * Where in another country a person was born.
 *
 * <p>Source: {@code BirthAbroadType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param place the place
 * @param country the country
 */
public record BirthAbroad(Optional<String> place, Optional<String> country) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "BirthAbroad[...]";
    }
}
