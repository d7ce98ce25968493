package se.ehealthsdk.person;

import java.util.Optional;

/**
 * Whether a person is married, and since when (civilstånd).
 *
 * <p>Source: {@code MaritalStatusType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param code Skatteverket's code
 * @param since since when
 */
public record MaritalStatus(Optional<String> code, Optional<PartialDate> since) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "MaritalStatus[...]";
    }
}
