package se.ehealthsdk.testkit.internal.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * Where a server listens, and by which name it is called.
 *
 * @param address an address of this machine, or the wildcard address for all of them
 * @param port 0 for any free one
 */
public record Listening(InetAddress address, int port) {

    public static Listening at(InetSocketAddress address) {
        return new Listening(address.getAddress(), address.getPort());
    }

    public static Listening onLoopback(int port) {
        return new Listening(InetAddress.getLoopbackAddress(), port);
    }

    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(address, port);
    }

    /**
     * For URLs: the name that the address was made with. Without one this machine's own programs reach it as localhost,
     * others by the address they know.
     */
    public String host() {
        String name = name();
        if (name != null) {
            return name;
        }
        if (isReachedAsLocalhost()) {
            return "localhost";
        }
        String literal = address.getHostAddress();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }

    /** A server certificate that names the host of the URLs. */
    public IssuedCertificate certificate(TestPki pki) {
        String name = name();
        if (name != null) {
            return pki.server(name);
        }
        return isReachedAsLocalhost()
                ? pki.server("localhost")
                : pki.functionBuilder("SE2321000016-TESTSRV")
                        .dnsName("localhost")
                        .ipAddress("127.0.0.1")
                        .ipAddress("::1")
                        .ipAddress(address.getHostAddress())
                        .issue();
    }

    /** Asks no name service. */
    private @Nullable String name() {
        String said = socketAddress().getHostString();
        return said.equals(address.getHostAddress()) ? null : said;
    }

    private boolean isReachedAsLocalhost() {
        return address.isLoopbackAddress() || address.isAnyLocalAddress();
    }

    /** The plain sentence for who started it. */
    public ConfigurationException cannotListen(Exception cause) {
        String place =
                port == 0
                        ? "Cannot listen at " + address.getHostAddress()
                        : "Cannot listen on port " + port + " at " + address.getHostAddress();
        return new ConfigurationException(
                place + (port == 0 ? "." : ": it is taken, or not allowed."),
                "Choose another port, or 0 for any that is free; and an address of this machine.",
                cause);
    }
}
