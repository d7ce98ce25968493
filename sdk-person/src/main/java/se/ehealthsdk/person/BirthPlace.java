package se.ehealthsdk.person;

import java.util.Optional;

/**
 * Where in Sweden a person was born.
 *
 * <p>Source: {@code PlaceOfBirthSwedenType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param county county code (länskod), two digits
 * @param parish the parish (församling)
 */
public record BirthPlace(Optional<String> county, Optional<String> parish) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "BirthPlace[...]";
    }
}
