package se.ehealthsdk.person;

import java.util.Optional;

/**
 * An identity of the same person that Skatteverket refers to (hänvisningspersonnummer). On the record of a new number
 * they are the older ones, on that of an old number the new one.
 *
 * <p>Source: {@code ReferredPersonalIdentityType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param identity the other identity
 * @param status its status, as it came
 */
public record ReferredIdentity(Identity identity, Optional<String> status) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "ReferredIdentity[...]";
    }
}
