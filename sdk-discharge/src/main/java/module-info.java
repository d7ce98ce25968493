/**
 * Discharge coordination under the Act on coordination at discharge from inpatient care (lag 2017:612), the coordinated
 * individual plan (SIP), care plans, and the paper when systems are down.
 */
module se.ehealthsdk.discharge {
    requires transitive se.ehealthsdk.core;
    requires transitive se.ehealthsdk.outbox;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;
    requires static org.apache.fontbox;
    requires static org.apache.pdfbox;
    requires static org.apache.pdfbox.io;
    requires static org.jspecify;

    exports se.ehealthsdk.discharge;
    exports se.ehealthsdk.discharge.content;
    exports se.ehealthsdk.discharge.event;
    exports se.ehealthsdk.discharge.obligation;
    exports se.ehealthsdk.discharge.payment;
    exports se.ehealthsdk.discharge.policy;
}
