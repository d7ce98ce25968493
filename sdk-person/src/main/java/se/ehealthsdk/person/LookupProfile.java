package se.ehealthsdk.person;

/**
 * How much is asked for. Each profile holds all of those before it. P6 to P10 are reserved.
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
    P5
}
