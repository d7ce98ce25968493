/**
 * Medical certificates (intyg): documents, forms, checks, the services of Intygstjänster and Webcert, and what a
 * care system answers when they call it.
 */
module se.ehealthsdk.certificate {
    requires transitive se.ehealthsdk.core;
    requires static Saxon.HE;
    requires static com.helger.io;
    requires static com.helger.schematron.xslt;
    requires org.slf4j;
    requires static org.jspecify;

    exports se.ehealthsdk.certificate.care;
    exports se.ehealthsdk.certificate.check;
    exports se.ehealthsdk.certificate.contract;
    exports se.ehealthsdk.certificate.document;
    exports se.ehealthsdk.certificate.form;
    exports se.ehealthsdk.certificate.sickleave;
    exports se.ehealthsdk.certificate.submission;
    exports se.ehealthsdk.certificate.webcert;
    exports se.ehealthsdk.certificate;
}
