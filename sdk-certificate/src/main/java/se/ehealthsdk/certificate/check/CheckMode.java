package se.ehealthsdk.certificate.check;

/** Which rules judge a certificate. */
public enum CheckMode {

    /**
     * The official verdict, for documents from others: XML Schema and the official Schematron, with its gaps and
     * oddities. What is clean here is accepted by Intygstjänster.
     */
    OFFICIAL,

    /** Everything in {@link #OFFICIAL}, and all that the form itself demands: for what is built here. */
    FORM
}
