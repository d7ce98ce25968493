package se.ehealthsdk.siths.diagnosis;

/**
 * One thing that a diagnosis found, good or bad, in words for a support desk. Names systems, issuers, addresses and
 * HSA-ids, never persons, passwords or keys. Immutable.
 *
 * @param check what was looked at
 * @param severity whether it is all right
 * @param text what was found
 * @param remedy what to do about it; empty when nothing needs doing
 */
public record Finding(Check check, Severity severity, String text, String remedy) {

    /** What is looked at, in the order in which a connection comes about. More may come. */
    public enum Check {
        /** The system's own certificate and key. */
        OWN_CERTIFICATE,
        /** The issuers that are sent along with the system's own certificate. */
        OWN_CHAIN,
        /** The host's name, or the proxy's. */
        NAME,
        /** The TCP connection. */
        CONNECTION,
        /** The proxy on the way out. */
        PROXY,
        /** The TLS handshake: version and cipher suite. */
        TLS,
        /** What the server's certificate says. */
        SERVER_CERTIFICATE,
        /** Whether the server's certificate leads to a trust anchor. */
        SERVER_TRUST,
        /** Whether the server's certificate is for this host. */
        SERVER_NAME,
        /** Whether own certificate and server belong to the same environment, test or production. */
        ENVIRONMENT,
        /** Whether the server asks for a client certificate. */
        CERTIFICATE_REQUEST,
        /** Whether the own certificate is issued by someone whom the server accepts. */
        ACCEPTED_ISSUERS,
        /** Whether the own certificate was sent. */
        CERTIFICATE_SENT,
        /** Whether the server goes on with the connection. */
        SERVER_VERDICT,
        /** What the server does when no certificate is sent. */
        WITHOUT_CERTIFICATE,
        /** The answer to a small request over the connection. */
        ANSWER
    }

    /** How bad it is. */
    public enum Severity {
        /** As it should be. */
        OK,
        /** It may work all the same, or will soon not. */
        WARNING,
        /** It cannot work like this. */
        PROBLEM
    }

    static Finding ok(Check check, String text) {
        return new Finding(check, Severity.OK, text, "");
    }

    static Finding warning(Check check, String text, String remedy) {
        return new Finding(check, Severity.WARNING, text, remedy);
    }

    static Finding problem(Check check, String text, String remedy) {
        return new Finding(check, Severity.PROBLEM, text, remedy);
    }

    /** One or two lines, for people. */
    @Override
    public String toString() {
        String line = String.format("%-8s%s", severity, text);
        return remedy.isEmpty() ? line : line + "\n        -> " + remedy;
    }
}
