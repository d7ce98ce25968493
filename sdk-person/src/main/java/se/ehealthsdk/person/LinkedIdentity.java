package se.ehealthsdk.person;

/**
 * Another identity of the same person, linked by the person data service itself: a reserve number to a personnummer for
 * example.
 *
 * <p>Source: {@code LinkedIdentityType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param identity the other identity
 * @param assuranceLevel the code of how sure the link is
 * @param primary whether the other is the person's main identity
 */
public record LinkedIdentity(Identity identity, String assuranceLevel, boolean primary) {

    /** Nothing personal. */
    @Override
    public String toString() {
        return "LinkedIdentity[...]";
    }
}
