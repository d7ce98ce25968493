/**
 * Stand-in national services on localhost, with test PKI, personas and faults. For tests only.
 */
module se.ehealthsdk.testkit {
    requires transitive se.ehealthsdk.audit;
    requires transitive se.ehealthsdk.core;
    requires transitive se.ehealthsdk.discharge;
    requires transitive se.ehealthsdk.hsa;
    requires transitive se.ehealthsdk.testpki;
    requires com.fasterxml.jackson.databind;
    requires com.nimbusds.jose.jwt;
    requires java.net.http;
    requires java.xml.crypto;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires se.ehealthsdk.certificate;
    requires unboundid.ldapsdk;
    requires static info.picocli;
    requires static org.jspecify;

    exports se.ehealthsdk.testkit;
    exports se.ehealthsdk.testkit.access;
    exports se.ehealthsdk.testkit.accesslog;
    exports se.ehealthsdk.testkit.admin;
    exports se.ehealthsdk.testkit.assertions;
    exports se.ehealthsdk.testkit.careplan;
    exports se.ehealthsdk.testkit.certificate;
    exports se.ehealthsdk.testkit.check;
    exports se.ehealthsdk.testkit.cli;
    exports se.ehealthsdk.testkit.data;
    exports se.ehealthsdk.testkit.directory;
    exports se.ehealthsdk.testkit.directory.country;
    exports se.ehealthsdk.testkit.discharge;
    exports se.ehealthsdk.testkit.discharge.contract;
    exports se.ehealthsdk.testkit.hsa;
    exports se.ehealthsdk.testkit.idp;
    exports se.ehealthsdk.testkit.junit;
    exports se.ehealthsdk.testkit.person;
    exports se.ehealthsdk.testkit.producer;
    exports se.ehealthsdk.testkit.report;
    exports se.ehealthsdk.testkit.scenario;
    exports se.ehealthsdk.testkit.signing;
    exports se.ehealthsdk.testkit.state;

    // picocli sets the fields of options
    opens se.ehealthsdk.testkit.cli to
            info.picocli;
}
