package se.ehealthsdk.core.rivta;

import java.time.Duration;

/**
 * A TLS handshake that succeeded. With TLS 1.3 the server may still refuse this system's certificate when
 * it is first read from.
 *
 * @param protocol as {@code TLSv1.3}
 * @param cipherSuite as {@code TLS_AES_256_GCM_SHA384}
 * @param duration of the handshake
 */
public record TlsHandshake(String protocol, String cipherSuite, Duration duration) {}
