package se.ehealthsdk.testkit.producer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * Where a producer listens, and how it is called: by the plainest of clients, so that a message is sent as it was written.
 */
final class Endpoint {

    /** How long the national platform waits for a producer. */
    static final Duration PLATFORM_LIMIT = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String XML = "text/xml; charset=UTF-8";

    private final URI url;
    private final Duration limit;
    private final String action;
    private final HttpClient client;
    private final HttpClient nobody;

    Endpoint(URI url, Credential credential, TrustAnchors trust, Duration limit, String action) {
        this.url = url;
        this.limit = limit;
        this.action = action;
        this.client = client(credential.sslContext(trust));
        this.nobody = client(trust.sslContext());
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    Duration limit() {
        return limit;
    }

    Answer post(String message) {
        return post(message.getBytes(StandardCharsets.UTF_8), XML);
    }

    Answer post(byte[] message, String contentType) {
        return post(client, message, contentType, null);
    }

    /** As the aggregating service calls on behalf of a system. */
    Answer postFor(String originalConsumer, String message) {
        return post(client, message.getBytes(StandardCharsets.UTF_8), XML, originalConsumer);
    }

    Answer postWithoutCertificate(String message) {
        return post(nobody, message.getBytes(StandardCharsets.UTF_8), XML, null);
    }

    private Answer post(
            HttpClient with, byte[] message, String contentType, @Nullable String consumer) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        // a little longer than the limit, to tell slow from silent
                        .timeout(limit.plus(limit.dividedBy(2)))
                        .header("Content-Type", contentType)
                        .header("SOAPAction", '"' + action + '"')
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message));
        if (consumer != null) {
            request.header("x-rivta-original-serviceconsumer-hsaid", consumer);
        }
        long started = System.nanoTime();
        try {
            HttpResponse<byte[]> response =
                    with.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return Answer.of(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    since(started));
        } catch (HttpTimeoutException late) {
            return Answer.none("nothing within the time", since(started));
        } catch (SSLException refused) {
            return Answer.none("TLS handshake failed", since(started));
        } catch (IOException failed) {
            return Answer.none("connection failed", since(started));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted", since(started));
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
