/**
 * Discharge coordination under the Act on coordination at discharge from inpatient care (lag 2017:612), the coordinated
 * individual plan (SIP), care plans, and the paper when systems are down.
 */
module se.ehealthsdk.discharge {
    requires transitive se.ehealthsdk.core;
    requires transitive se.ehealthsdk.outbox;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;
    requires static jdk.httpserver;
    requires static org.apache.fontbox;
    requires static org.apache.pdfbox;
    requires static org.apache.pdfbox.io;
    requires static org.jspecify;

    exports se.ehealthsdk.discharge;
    exports se.ehealthsdk.discharge.careplan;
    exports se.ehealthsdk.discharge.content;
    exports se.ehealthsdk.discharge.engagementindex;
    exports se.ehealthsdk.discharge.event;
    exports se.ehealthsdk.discharge.exchange;
    exports se.ehealthsdk.discharge.fallback;
    exports se.ehealthsdk.discharge.json;
    exports se.ehealthsdk.discharge.logorder;
    exports se.ehealthsdk.discharge.obligation;
    exports se.ehealthsdk.discharge.payment;
    exports se.ehealthsdk.discharge.policy;
    exports se.ehealthsdk.discharge.sip;
    exports se.ehealthsdk.discharge.statistics;
}
