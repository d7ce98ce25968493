package se.ehealthsdk.person;

/**
 * A personal identity number of another Nordic country.
 *
 * <p>Source: {@code ImmigrationIdentityType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param number the number; not for logs
 * @param country two letters
 */
public record ForeignIdentity(String number, String country) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "ForeignIdentity[...]";
    }
}
