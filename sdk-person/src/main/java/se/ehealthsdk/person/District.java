package se.ehealthsdk.person;

import java.util.Optional;

/**
 * The district (distrikt) that an address lies in.
 *
 * <p>Source: {@code DistrictType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param code the code
 */
public record District(Optional<String> code) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "District[...]";
    }
}
