package se.ehealthsdk.hsa.internal.ldap;

/** Where a server is. The host is a name or an address without brackets. */
public record Endpoint(String host, int port, Encryption encryption) {

    /** How the way to a server is encrypted. */
    public enum Encryption {
        LDAPS,
        START_TLS,
        NONE
    }

    /** Host and port for messages, an IPv6 address in brackets. */
    public String address() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    @Override
    public String toString() {
        return address();
    }
}
