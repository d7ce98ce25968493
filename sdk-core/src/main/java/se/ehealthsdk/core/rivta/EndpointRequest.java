package se.ehealthsdk.core.rivta;

import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.internal.tls.CertificateSubject;

/**
 * An HTTP request as an endpoint needs it, from whatever server received it.
 *
 * @param method as {@code POST}
 * @param headers one value for each name; names in any case
 * @param body not closed by the endpoint
 * @param clientCertificate the caller's certificate, verified by the server; empty when it had none
 */
public record EndpointRequest(
        String method,
        Map<String, String> headers,
        InputStream body,
        Optional<X509Certificate> clientCertificate) {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:\\-]+)", Pattern.CASE_INSENSITIVE);

    /** Header names are compared without regard to case. */
    public EndpointRequest {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    @Nullable String charset() {
        Matcher matcher = CHARSET.matcher(headers.getOrDefault("Content-Type", ""));
        return matcher.find() ? matcher.group(1) : null;
    }

    Optional<HsaId> sender() {
        return clientCertificate.flatMap(CertificateSubject::hsaId).flatMap(HsaId::tryParse);
    }

    /** The method and the names of the headers; no payload. */
    @Override
    public String toString() {
        return "EndpointRequest[" + method + ", headers=" + headers.keySet() + "]";
    }
}
