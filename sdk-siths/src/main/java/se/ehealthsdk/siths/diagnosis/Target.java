package se.ehealthsdk.siths.diagnosis;

/**
 * Where to.
 *
 * @param host a name or an IP address, IPv6 without brackets
 * @param port 1 to 65535
 */
record Target(String host, int port) {

    /** As addresses are written, IPv6 in brackets. */
    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
