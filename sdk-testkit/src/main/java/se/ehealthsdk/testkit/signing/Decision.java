package se.ehealthsdk.testkit.signing;

import java.util.Optional;

/**
 * How a request ends.
 *
 * @param minor the ResultMinor; empty when the user signs, and for an error that has none
 * @param major the last part of the ResultMajor
 * @param signer who signs; empty unless the user does
 */
record Decision(String major, Optional<String> minor, Optional<Signer> signer) {

    private static final String STATUS = "http://id.elegnamnden.se/sig-status/1.0/";
    private static final String DSS = "urn:oasis:names:tc:dss:1.0:resultminor:";

    static final Decision CANCELLED = failed("ResponderError", STATUS + "user-cancel");
    static final Decision EXPIRED = failed("RequesterError", STATUS + "req-expired");
    static final Decision OTHER_USER = failed("ResponderError", STATUS + "user-mismatch");
    static final Decision LEVEL = failed("ResponderError", STATUS + "unsupported-loa");
    static final Decision IDENTITY_PROVIDER = failed("RequesterError", DSS + "NotSupported");
    static final Decision ERROR = failed("ResponderError", DSS + "GeneralError");

    /**
     * Whoever has been authenticated.
     *
     * @param hsaId the HSA-id
     * @param givenName the given name
     * @param surname the surname
     * @param level the level of assurance
     */
    record Signer(String hsaId, String givenName, String surname, String level) {}

    static Decision signed(Signer signer) {
        return new Decision("Success", Optional.empty(), Optional.of(signer));
    }

    private static Decision failed(String major, String minor) {
        return new Decision(major, Optional.of(minor), Optional.empty());
    }
}
