package se.ehealthsdk.hsa.internal.ldap;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How servers are reached, and within what limits.
 *
 * @param tls whom to trust and what to show; empty only where no endpoint is encrypted
 * @param connectTimeout for a TCP connection, and again for its TLS
 * @param answerTimeout for silence, or a message that does not become whole
 * @param searchTime how long a directory may work on one search in all
 * @param minimum how many connections are kept open
 * @param maximum how many there are at a time
 * @param patience how long to wait for one when all are in use
 */
public record Settings(
        List<Endpoint> endpoints,
        boolean roundRobin,
        Optional<SSLContext> tls,
        Login login,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration searchTime,
        int minimum,
        int maximum,
        Duration patience,
        Duration maximumAge,
        Duration checkInterval,
        int maximumMessageBytes,
        int pageSize,
        Clock clock) {

    public Settings {
        endpoints = List.copyOf(endpoints);
    }
}
