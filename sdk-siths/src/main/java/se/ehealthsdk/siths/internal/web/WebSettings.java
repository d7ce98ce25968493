package se.ehealthsdk.siths.internal.web;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.rivta.HttpProxy;

/**
 * How to call.
 *
 * @param tls for https addresses; null for whom the Java runtime trusts, where what is fetched is signed
 * @param proxy the way out; null for none
 * @param connectTimeout for TCP, and again for TLS
 * @param timeout for the whole call, from the first byte sent to the last received
 * @param maxBytes of an answer's body, at most
 */
public record WebSettings(
        @Nullable SSLContext tls,
        @Nullable HttpProxy proxy,
        Duration connectTimeout,
        Duration timeout,
        int maxBytes) {}
