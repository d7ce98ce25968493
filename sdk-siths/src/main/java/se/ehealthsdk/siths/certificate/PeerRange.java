package se.ehealthsdk.siths.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.ConfigurationException;

/**
 * The addresses that begin with the same bits: one address, or a range in CIDR form (RFC 4632, RFC 4291).
 *
 * @param network any address in the range, 4 or 16 bytes
 * @param bits how many bits they share
 */
record PeerRange(byte[] network, int bits) {

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** What an IPv4 address has before it when it is written as IPv6. */
    private static final int MAPPED_BITS = 96;

    /**
     * @param text {@code 10.0.0.4}, {@code 10.0.0.0/24}, {@code 2001:db8::/32}
     * @throws ConfigurationException when it is neither, or is every address there is
     */
    static PeerRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] network = address(address);
        if (slash < 0) {
            return new PeerRange(network, network.length * 8);
        }
        String length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}")) {
            throw wrong("is not an address or a range");
        }
        // Java makes an IPv4 address of an IPv6 one that only wraps it.
        boolean mapped = network.length == 4 && address.indexOf(':') >= 0;
        int bits = Integer.parseInt(length) - (mapped ? MAPPED_BITS : 0);
        if (bits > network.length * 8) {
            throw wrong("has more bits than the address");
        }
        if (bits <= 0) {
            throw wrong("is every address, so that anybody could claim to be any client");
        }
        return new PeerRange(network, bits);
    }

    private static byte[] address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw wrong("is not an address or a range");
        }
        try {
            // A literal: no name service is asked.
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException malformed) {
            throw wrong("is not an address or a range");
        }
    }

    private static ConfigurationException wrong(String problem) {
        return new ConfigurationException(
                "An entry in the list of trusted proxies " + problem,
                "Give the proxies' IP addresses, or ranges such as 10.1.2.0/24 or 2001:db8:1::/64.");
    }

    boolean contains(InetAddress peer) {
        byte[] address = peer.getAddress();
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int mask = 0xff00 >> bits % 8 & 0xff;
        return mask == 0 || (address[whole] & mask) == (network[whole] & mask);
    }
}
