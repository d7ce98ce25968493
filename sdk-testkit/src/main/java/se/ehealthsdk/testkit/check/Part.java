package se.ehealthsdk.testkit.check;

/** The part of an exchange that a finding is about. */
public enum Part {
    /** The connection: certificate, TLS. */
    CONNECTION,
    /** The HTTP headers of the request. */
    REQUEST_HEADERS,
    /** The request's message. */
    REQUEST,
    /** The answer's message; when a vendor's own endpoint is called. */
    RESPONSE
}
