package se.ehealthsdk.person;

import java.util.Optional;

/**
 * The status of a samordningsnummer (coordination number).
 *
 * <p>Source: {@code PersonalIdentityStatusType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param status the status, as it came
 * @param since since when
 * @param cause why
 */
public record IdentityStatus(
        Optional<String> status, Optional<PartialDate> since, Optional<String> cause) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "IdentityStatus[...]";
    }
}
