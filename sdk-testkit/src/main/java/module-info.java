/** Stand-in national services on localhost, with test PKI, personas and faults. For tests only. */
module se.ehealthsdk.testkit {
    requires transitive se.ehealthsdk.core;
    requires transitive se.ehealthsdk.testpki;
    requires wiremock.standalone;

    exports se.ehealthsdk.testkit;
}
