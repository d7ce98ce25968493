package se.ehealthsdk.testkit.careplan;

/** What is to become of a call to the engagement index in the place of the right thing. */
public enum IndexFault {
    /** Not done; {@code ERROR}. */
    REFUSAL,
    /** Not done; a SOAP fault with the index's general code. */
    SOAP_FAULT,
    /** Done; the connection is reset in the place of the answer. */
    ANSWER_LOST,
    /** Done; {@code INFO}. */
    INFO
}
