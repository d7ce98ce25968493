package se.ehealthsdk.testkit.internal.server;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.TreeMap;
import se.ehealthsdk.testkit.internal.http.Connection;

/**
 * A request as it was read.
 *
 * @param target path and query
 * @param headers all values of each; names in any case
 * @param body all of it, or its beginning
 * @param cut whether there is more of the body than is here
 * @param certificates the client's chain; empty when it showed none
 */
record HttpRequest(
        String method,
        URI target,
        TreeMap<String, List<String>> headers,
        byte[] body,
        boolean cut,
        List<X509Certificate> certificates,
        Connection connection) {}
