/** SITHS certificates and their validation, log-in through the IdP, signatures on documents. */
module se.ehealthsdk.siths {
    requires transitive se.ehealthsdk.core;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;

    exports se.ehealthsdk.siths.certificate;
    exports se.ehealthsdk.siths.signature;
    exports se.ehealthsdk.siths.validation;
}
