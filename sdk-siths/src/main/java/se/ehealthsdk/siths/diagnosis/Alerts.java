package se.ehealthsdk.siths.diagnosis;

/** What the alerts of TLS mean to someone whose certificate is refused (RFC 8446 section 6, RFC 5246 section 7.2). */
final class Alerts {

    /**
     * @param text what the server says, in words
     * @param remedy what to try, the likeliest first
     */
    record Explanation(String text, String remedy) {}

    private static final String ASK_THE_SERVER =
            " If all of that is right, ask those who run the server what their log says at this time.";

    private Alerts() {}

    /**
     * @param alert the alert's name in lower case
     * @param asked whether the server has asked for a certificate
     * @param sent whether a certificate of one's own was sent
     */
    static Explanation explain(String alert, boolean asked, boolean sent) {
        return switch (alert) {
            case "certificate_required" -> missing();
            case "bad_certificate" -> sent ? bad() : missing();
            case "unknown_ca" ->
                    new Explanation(
                            "the server does not know the authority that issued the certificate",
                            "Check that the certificate is of the server's environment (test or"
                                    + " production), and that the issuing CA's certificate is in the file after the"
                                    + " system's own."
                                    + ASK_THE_SERVER);
            case "certificate_unknown" ->
                    new Explanation(
                            "the server does not accept the certificate",
                            "Check that the certificate is of the server's environment (test or"
                                    + " production), that it has not expired or been revoked, and that the issuing"
                                    + " CA's certificate is in the file after it."
                                    + ASK_THE_SERVER);
            case "certificate_expired" ->
                    new Explanation(
                            "the server holds the certificate for expired",
                            "Renew the certificate. If it is valid, the server's clock is wrong, or a CA's"
                                    + " certificate in the file has expired.");
            case "certificate_revoked" ->
                    new Explanation(
                            "the certificate has been revoked",
                            "Order a new SITHS function certificate (funktionscertifikat), and find out who"
                                    + " revoked the old one and why.");
            case "unsupported_certificate" ->
                    new Explanation(
                            "the server does not take certificates of this kind",
                            "Use a SITHS function certificate that allows client authentication; a"
                                    + " certificate for signing documents, or for servers only, cannot be used.");
            case "access_denied" ->
                    new Explanation(
                            "the certificate is good, but its holder is not let in",
                            "Ask those who run the server to let this HSA-id in.");
            case "decrypt_error" ->
                    new Explanation(
                            "the server could not verify the signature made with the private key",
                            "Check that the private key is the certificate's own.");
            case "protocol_version" ->
                    new Explanation(
                            "the server has no TLS version in common with this system, which takes 1.2 and"
                                    + " 1.3",
                            "The server, or something between, is out of date: ask those who run it for TLS"
                                    + " 1.2 or 1.3.");
            case "insufficient_security" ->
                    new Explanation(
                            "the server demands stronger cipher suites than this system offers",
                            "Check this Java runtime's setting jdk.tls.disabledAlgorithms, and its version.");
            case "handshake_failure" ->
                    sent ? noAgreementOrBad() : asked ? missing() : noAgreement();
            case "unrecognized_name" ->
                    new Explanation(
                            "the server does not know the host name",
                            "Check the spelling of the host name; an IP address or an alias will not do.");
            case "internal_error" ->
                    new Explanation(
                            "something went wrong in the server",
                            "Try again later; then ask those who run the server.");
            default ->
                    new Explanation(
                            "the server ended the handshake",
                            "Ask those who run the server what their log says at this time.");
        };
    }

    private static Explanation missing() {
        return new Explanation(
                "the server demands a client certificate and got none",
                "Give the system's certificate with its private key.");
    }

    private static Explanation bad() {
        return new Explanation(
                "the server does not accept the certificate",
                "Check that the file holds the whole chain in order, the system's own certificate first,"
                        + " and that the certificate has not expired or been revoked."
                        + ASK_THE_SERVER);
    }

    private static Explanation noAgreementOrBad() {
        return new Explanation(
                "the server could not agree on the connection; some servers say this, too, when they do not"
                        + " accept the certificate",
                "Check that the certificate is of the server's environment and the chain in the file whole."
                        + " Then compare the cipher suites and kinds of key that the two allow."
                        + ASK_THE_SERVER);
    }

    private static Explanation noAgreement() {
        return new Explanation(
                "the server could not agree on the connection: as a rule there is no cipher suite in common",
                "Compare the cipher suites and TLS versions that the two allow." + ASK_THE_SERVER);
    }
}
