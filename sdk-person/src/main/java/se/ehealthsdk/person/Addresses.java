package se.ehealthsdk.person;

import java.util.Optional;

/**
 * The addresses of a person. Of a protected person none is told.
 *
 * <p>Source: {@code AddressInformationType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param residential where the person is registered (folkbokföringsadress)
 * @param nationalKeys national keys of the residential address
 * @param district the district of the residential address
 * @param special where post is to be sent instead (särskild postadress)
 * @param abroad in another country
 * @param given one that the person has told health care of
 * @param uuids UUIDs of the residential address
 */
public record Addresses(
        Optional<PostalAddress> residential,
        Optional<AddressKeys> nationalKeys,
        Optional<District> district,
        Optional<PostalAddress> special,
        Optional<AddressAbroad> abroad,
        Optional<PostalAddress> given,
        Optional<AddressKeys> uuids) {

    /** Where post reaches the person: the given address, else the special one, else the residential one. */
    public Optional<PostalAddress> forPost() {
        return given.or(() -> special).or(() -> residential);
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Addresses[...]";
    }
}
