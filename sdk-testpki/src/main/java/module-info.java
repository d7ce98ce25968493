/** A test PKI shaped like SITHS's, for tests and stand-in services. Never for anything real. */
module se.ehealthsdk.testpki {
    requires jdk.httpserver;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.pkix;
    requires static org.jspecify;

    exports se.ehealthsdk.testpki;
}
