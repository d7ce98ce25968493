package se.ehealthsdk.core.internal.http;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of one connection pool have in common.
 *
 * @param connectTimeout for TCP, and again for TLS
 * @param maxConnections in all and to one host
 * @param proxy the way out; null for none
 * @param userAgent names this SDK
 */
public record HttpSettings(
        Duration connectTimeout, int maxConnections, @Nullable ProxyRoute proxy, String userAgent) {

    /** A proxy, its login when it has one, and the hosts that go past it. */
    public record ProxyRoute(
            String host,
            int port,
            @Nullable String user,
            char @Nullable [] password,
            Predicate<String> passedBy) {}
}
