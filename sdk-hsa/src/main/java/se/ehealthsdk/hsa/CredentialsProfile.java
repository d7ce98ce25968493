package se.ehealthsdk.hsa;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How much HSA is to tell in {@link Credentials} beyond the ordinary. Other profiles than the constant
 * may come; any text is sent as it is.
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code profile} of GetCredentialsForPerson 2.1.
 *
 * @param code the profile's name, never blank
 */
public record CredentialsProfile(String code) {

    /** {@code extended1}: adds {@link Credentials#personalIdentity()}. */
    public static final CredentialsProfile EXTENDED1 = new CredentialsProfile("extended1");

    /**
     * @throws InvalidInputException if the code is blank
     */
    public CredentialsProfile {
        if (code.isBlank()) {
            throw new InvalidInputException("profile", "is blank", "a profile, as extended1");
        }
    }
}
