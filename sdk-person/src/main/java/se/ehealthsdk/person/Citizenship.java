package se.ehealthsdk.person;

import java.util.Optional;

/**
 * A citizenship.
 *
 * <p>Source: {@code CitizenshipType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param country two letters
 * @param since since when
 * @param status the code of its status
 */
public record Citizenship(
        Optional<String> country, Optional<PartialDate> since, Optional<String> status) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Citizenship[...]";
    }
}
