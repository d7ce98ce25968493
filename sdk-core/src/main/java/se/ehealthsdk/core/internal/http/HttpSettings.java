package se.ehealthsdk.core.internal.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of one connection pool have in common.
 *
 * @param connectTimeout for TCP, and again for TLS
 * @param maxConnections in all
 * @param maxPerHost to one host
 * @param proxy the way out; null for none
 * @param userAgent names this SDK
 * @param busy whether calls are expected all the time, which makes a thread that always runs worth its cost
 * @param servers which servers to go on with, among those that are trusted
 */
public record HttpSettings(
        Duration connectTimeout,
        int maxConnections,
        int maxPerHost,
        @Nullable ProxyRoute proxy,
        String userAgent,
        boolean busy,
        ServerRule servers) {

    /** A rule beside trust and host name. */
    @FunctionalInterface
    public interface ServerRule {

        /** Goes on with every server that is trusted. */
        ServerRule ALL = (host, port, certificate) -> true;

        /** Whether to go on with a server, to which nothing has been sent yet. */
        boolean accepts(String host, int port, X509Certificate certificate);
    }

    /** A proxy, its login when it has one, and the hosts that go past it. */
    public record ProxyRoute(
            String host,
            int port,
            @Nullable String user,
            char @Nullable [] password,
            Predicate<String> passedBy) {}
}
