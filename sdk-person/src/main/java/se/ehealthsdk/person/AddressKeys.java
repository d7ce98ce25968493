package se.ehealthsdk.person;

import java.util.Optional;

/**
 * Keys of where somebody lives: national keys (riksnycklar), or their UUIDs.
 *
 * <p>Source: {@code NationalKeysType} and {@code UUIDType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param property the real property (fastighet)
 * @param addressPlace the address (adressplats)
 * @param apartment the apartment (lägenhet)
 */
public record AddressKeys(
        Optional<String> property, Optional<String> addressPlace, Optional<String> apartment) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "AddressKeys[...]";
    }
}
