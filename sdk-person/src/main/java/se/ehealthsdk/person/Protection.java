package se.ehealthsdk.person;

/**
 * Whether a person's data are protected (skyddade personuppgifter). Of the protected the service tells, whatever the
 * profile, only identity, name, county, date of birth and deregistration.
 */
public enum Protection {
    /** Not protected. */
    NONE,

    /** Marked for secrecy (sekretessmarkering): each disclosure is to be tried. */
    SECRECY_MARKING,

    /** Protected population registration (skyddad folkbokföring): the person is registered where they do not live. */
    PROTECTED_REGISTRATION
}
