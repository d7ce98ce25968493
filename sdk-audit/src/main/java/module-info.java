/**
 * The access log that the Patient Data Act demands: records, their delivery to the log service, follow-up,
 * and the checks of blocks, consent and patient relation before access.
 */
module se.ehealthsdk.audit {
    requires transitive se.ehealthsdk.core;
    requires transitive se.ehealthsdk.outbox;
    requires org.slf4j;
    requires static org.apache.fontbox;
    requires static org.apache.pdfbox;
    requires static org.apache.pdfbox.io;
    requires static org.jspecify;

    exports se.ehealthsdk.audit;
    exports se.ehealthsdk.audit.access;
    exports se.ehealthsdk.audit.contract;
    exports se.ehealthsdk.audit.followup;
}
