package se.ehealthsdk.testkit.person;

/**
 * What is to go wrong with a call, given to {@link PersonServiceStandIn#next}. Faults of platform and network are given to
 * {@code NationalServices.faults()}.
 */
public enum PersonServiceFault {
    /** A SOAP fault: the calling system is not let in. */
    UNAUTHORISED_SYSTEM,

    /** A SOAP fault: more were asked for than are answered about, however few they were. */
    TOO_MANY_PERSONS,

    /** A SOAP fault that blames the service and tells the id of a log entry. */
    TECHNICAL,

    /** One of those asked for is left out of the answer. */
    LEAVES_OUT_ONE,

    /** An answer about somebody who was not asked for comes too. */
    ANSWERS_ABOUT_ANOTHER,

    /** The first of those asked for is answered about twice: known and unknown. */
    CONTRADICTS_ITSELF,

    /** Each answer comes twice. */
    DOUBLES_ANSWERS,

    /** The answer breaks the schema: it does not tell whether a person is protected. */
    FORGETS_PROTECTION
}
