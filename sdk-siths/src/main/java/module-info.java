/** SITHS certificates and their validation, log-in through the IdP, signatures on documents. */
module se.ehealthsdk.siths {
    requires transitive se.ehealthsdk.core;
    requires com.nimbusds.jose.jwt;
    requires java.xml;
    requires java.xml.crypto;
    requires oauth2.oidc.sdk;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;

    exports se.ehealthsdk.siths.certificate;
    exports se.ehealthsdk.siths.diagnosis;
    exports se.ehealthsdk.siths.login;
    exports se.ehealthsdk.siths.signature;
    exports se.ehealthsdk.siths.signature.remote;
    exports se.ehealthsdk.siths.validation;
}
