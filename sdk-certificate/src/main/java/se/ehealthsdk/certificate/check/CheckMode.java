package se.ehealthsdk.certificate.check;

/** Which rules judge a certificate. */
public enum CheckMode {

    /**
     * The official verdict, for documents from others: XML Schema and the official Schematron, with its gaps and
     * oddities. What is clean here is accepted by Intygstjänster, where the rules of its type and version are known
     * ({@link CertificateChecker#knows}).
     *
     * <p>The official rules look for the {@code intyg} of a RegisterCertificate 3, and say nothing of one that stands
     * alone or in another message. Here it is judged all the same, as the RegisterCertificate that {@code Intyg.xml()}
     * makes of it would be.
     */
    OFFICIAL,

    /** Everything in {@link #OFFICIAL}, and all that the form itself demands: for what is built here. */
    FORM
}
