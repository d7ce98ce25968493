package se.ehealthsdk.core.rivta;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A web proxy on the way out. Calls go through it in a CONNECT tunnel, so that TLS is still between this
 * system and the platform. Belongs to one client; system properties are not read. Immutable.
 */
public final class HttpProxy {

    private static final String EXPECTED =
            "a host name, an IPv4 or IPv6 address, or http://host:port";

    private final String host;
    private final int port;
    private final Optional<Login> login;
    private final List<String> direct;

    /**
     * User name and password for the proxy.
     *
     * @param user the name
     * @param password the password; not for logs
     */
    public record Login(String user, char[] password) {
        /** Neither of them. */
        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    private HttpProxy(String host, int port, Optional<Login> login, List<String> direct) {
        this.host = host;
        this.port = port;
        this.login = login;
        this.direct = direct;
    }

    /**
     * @param host a host name, an IPv4 address, or an IPv6 address with or without brackets
     * @param port 1 to 65535
     * @throws InvalidInputException if host or port cannot be one
     */
    public static HttpProxy of(String host, int port) {
        String bare = host.strip();
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        boolean address = bare.indexOf(':') >= 0;
        boolean plausible =
                address
                        ? bare.matches("[0-9A-Fa-f:.%a-z]+")
                        : bare.matches("[A-Za-z0-9_]([A-Za-z0-9_.\\-]*[A-Za-z0-9_])?");
        if (!plausible) {
            throw new InvalidInputException("proxy", "is not a host", EXPECTED);
        }
        if (port < 1 || port > 65_535) {
            throw new InvalidInputException("proxy", "has a port outside 1-65535", EXPECTED);
        }
        return new HttpProxy(bare.toLowerCase(Locale.ROOT), port, Optional.empty(), List.of());
    }

    /**
     * @param url {@code http://host:port}
     * @throws InvalidInputException if it is not
     */
    public static HttpProxy of(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException malformed) {
            throw new InvalidInputException("proxy", "is not a URL", EXPECTED);
        }
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new InvalidInputException(
                    "proxy", "is not http://host:port without a user in it", EXPECTED);
        }
        return of(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
    }

    /** With a user name and password (HTTP basic authentication towards the proxy alone). */
    public HttpProxy login(String user, char[] password) {
        return new HttpProxy(host, port, Optional.of(new Login(user, password.clone())), direct);
    }

    /**
     * With hosts that are called directly.
     *
     * @param hosts names or addresses; {@code *.region.se} or {@code .region.se} for all names below
     */
    public HttpProxy except(String... hosts) {
        return new HttpProxy(
                host,
                port,
                login,
                Arrays.stream(hosts)
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .map(each -> each.startsWith("*.") ? each.substring(1) : each)
                        .map(HttpProxy::withoutBrackets)
                        .toList());
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    /** The proxy's host, without brackets. */
    public String host() {
        return host;
    }

    /** The proxy's port. */
    public int port() {
        return port;
    }

    /** Whether a host is called directly, past the proxy. */
    public boolean passes(String target) {
        String bare = withoutBrackets(target.toLowerCase(Locale.ROOT));
        return direct.stream()
                .anyMatch(each -> each.startsWith(".") ? bare.endsWith(each) : bare.equals(each));
    }

    /** User name and password; empty when the proxy wants none. For those who call through the proxy. */
    public Optional<Login> login() {
        return login;
    }

    /** Host and port; never the password. */
    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
