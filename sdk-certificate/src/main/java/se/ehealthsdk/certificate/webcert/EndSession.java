package se.ehealthsdk.certificate.webcert;

import java.net.URI;

/**
 * The request that ends a session in Webcert, for any HTTP client to send: a POST of this body to this address. The
 * answer is 204, whether there was a session or not; another status says that the request did not get there.
 *
 * @param address where it is posted
 * @param body JSON, for UTF-8
 */
public record EndSession(URI address, String body) {

    /** {@code POST}. */
    public String method() {
        return "POST";
    }

    /** {@code application/json}. */
    public String contentType() {
        return "application/json";
    }
}
