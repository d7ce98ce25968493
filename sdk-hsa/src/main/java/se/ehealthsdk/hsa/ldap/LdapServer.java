package se.ehealthsdk.hsa.ldap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.internal.ldap.Endpoint;
import se.ehealthsdk.hsa.internal.ldap.Endpoint.Encryption;

/**
 * Where a directory server is, and how the way there is encrypted. Immutable.
 *
 * <p>The name is looked up anew for each connection, so that a server that has moved is found. HTTP proxies do not
 * apply: LDAP goes straight to the server, and the firewall must let it.
 *
 * <p>Source: RFC 4513 section 3 (StartTLS), RFC 4516 (URLs).
 */
public final class LdapServer {

    private static final int LDAPS_PORT = 636;
    private static final int LDAP_PORT = 389;
    private static final int LAST_PORT = 65_535;
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}_.:%-]{1,253}");

    private final Endpoint endpoint;

    private LdapServer(String host, int port, Encryption encryption) {
        String name =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        if (!HOST.matcher(name).matches()) {
            throw new InvalidInputException(
                    "host", "is not a host name", "a host name or an IP address, without port");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new InvalidInputException("port", "is out of range", "1 to 65535");
        }
        this.endpoint = new Endpoint(name.toLowerCase(Locale.ROOT), port, encryption);
    }

    /** TLS from the first byte, at port 636. */
    public static LdapServer ldaps(String host) {
        return ldaps(host, LDAPS_PORT);
    }

    /**
     * TLS from the first byte.
     *
     * @param host as its certificate has it; an IPv6 address with or without brackets
     * @throws InvalidInputException if host or port cannot be one
     */
    public static LdapServer ldaps(String host, int port) {
        return new LdapServer(host, port, Encryption.LDAPS);
    }

    /** TLS that is turned on before anything else is said (StartTLS), at port 389. */
    public static LdapServer startTls(String host) {
        return startTls(host, LDAP_PORT);
    }

    /** As {@link #startTls(String)}, at another port. A server that does not turn TLS on is not used. */
    public static LdapServer startTls(String host, int port) {
        return new LdapServer(host, port, Encryption.START_TLS);
    }

    /**
     * No encryption: whoever is on the way can read and change everything. For a server on the same machine, in
     * tests. No password is sent there.
     */
    public static LdapServer withoutEncryptionAtOwnRisk(String host, int port) {
        return new LdapServer(host, port, Encryption.NONE);
    }

    /**
     * The server that a URL in a configuration file names: {@code ldaps://host}, {@code ldaps://host:port}, or
     * {@code ldap://host}, {@code ldap://host:port} for StartTLS. There is no URL for no encryption.
     *
     * @throws InvalidInputException if it is none, or says more than that: base, filter or user have their own
     *     places
     */
    public static LdapServer parse(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException notAUrl) {
            throw notAServer("is not a URL");
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw notAServer("has no scheme or no host");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !(uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))) {
            throw notAServer("says more than scheme, host and port");
        }
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "ldaps" -> ldaps(uri.getHost(), uri.getPort() == -1 ? LDAPS_PORT : uri.getPort());
            case "ldap" -> startTls(uri.getHost(), uri.getPort() == -1 ? LDAP_PORT : uri.getPort());
            default -> throw notAServer("is of another scheme");
        };
    }

    private static InvalidInputException notAServer(String problem) {
        return new InvalidInputException(
                "ldapServer", problem, "ldaps://host:port, or ldap://host:port for StartTLS");
    }

    /** The host name or address, in lower case, without brackets. */
    public String host() {
        return endpoint.host();
    }

    /** The port. */
    public int port() {
        return endpoint.port();
    }

    /** Whether the way there is encrypted. */
    public boolean isEncrypted() {
        return endpoint.encryption() != Encryption.NONE;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LdapServer that && endpoint.equals(that.endpoint);
    }

    @Override
    public int hashCode() {
        return endpoint.hashCode();
    }

    /** As a URL; StartTLS is said in words. */
    @Override
    public String toString() {
        return switch (endpoint.encryption()) {
            case LDAPS -> "ldaps://" + endpoint;
            case START_TLS -> "ldap://" + endpoint + " with StartTLS";
            case NONE -> "ldap://" + endpoint + " without encryption";
        };
    }
}
