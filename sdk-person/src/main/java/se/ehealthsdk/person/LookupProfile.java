package se.ehealthsdk.person;

/**
 * How much is asked for. Each profile holds all of those before it.
 *
 * <p>Source: {@code strategicresourcemanagement:persons:person} 5.0, {@code LookupProfileType}.
 */
public enum LookupProfile {
    /** Identity, name and linked identities. */
    P1,
    /** And address and population registration. */
    P2,
    /** And contact information, and who updated it. */
    P3,
    /** And birth, civil status and relations. */
    P4,
    /** And history. */
    P5,
    /** Reserved: {@link PersonClient} refuses it. */
    P6,
    /** Reserved: {@link PersonClient} refuses it. */
    P7,
    /** Reserved: {@link PersonClient} refuses it. */
    P8,
    /** Reserved: {@link PersonClient} refuses it. */
    P9,
    /** Reserved: {@link PersonClient} refuses it. */
    P10;

    /** Whether the contract only keeps the name for later. */
    public boolean isReserved() {
        return compareTo(P5) > 0;
    }

    /** Whether everything of another profile is in this one. */
    public boolean includes(LookupProfile other) {
        return compareTo(other) >= 0;
    }
}
