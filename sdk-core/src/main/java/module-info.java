/**
 * Identifiers, RIV-TA calls in both directions, TLS credentials, errors and call listeners: what every
 * other module of the SDK stands on.
 */
module se.ehealthsdk.core {
    requires transitive java.xml;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires com.ctc.wstx;
    requires org.codehaus.stax2;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.ratelimiter;
    requires org.slf4j;
    // HttpCore, an automatic module, uses it and cannot say so
    requires jdk.net;
    requires static jakarta.xml.bind;
    requires static org.jspecify;
    requires static jdk.httpserver;

    exports se.ehealthsdk.core.error;
    exports se.ehealthsdk.core.http;
    exports se.ehealthsdk.core.identifier;
    exports se.ehealthsdk.core.rivta;
    exports se.ehealthsdk.core.signature;
    exports se.ehealthsdk.core.tls;
    exports se.ehealthsdk.core.user;
    exports se.ehealthsdk.core.xml;
}
