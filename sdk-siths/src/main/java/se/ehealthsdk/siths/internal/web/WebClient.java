package se.ehealthsdk.siths.internal.web;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.http.HttpsAnswer;
import se.ehealthsdk.core.http.HttpsClient;
import se.ehealthsdk.core.http.HttpsRequest;
import se.ehealthsdk.core.tls.TrustAnchors;

/** Gets and posts small things, whole. Safe for use by many threads. */
public final class WebClient implements AutoCloseable {

    private final HttpsClient client;

    /** A client with a connection pool of its own. */
    public WebClient(WebSettings settings) {
        SSLContext tls = settings.tls();
        this.client =
                HttpsClient.of(tls == null ? TrustAnchors.system().sslContext() : tls)
                        .proxy(settings.proxy())
                        .connectTimeout(settings.connectTimeout())
                        .timeout(settings.timeout())
                        .answerTimeout(settings.timeout())
                        .maxBytes(settings.maxBytes())
                        .build();
    }

    /**
     * Gets.
     *
     * @throws ConnectionException when there is no answer in time
     * @throws ProtocolException when the answer is too large
     */
    public WebAnswer get(URI url, Map<String, String> headers) {
        return call(HttpsRequest.get(url), headers);
    }

    /**
     * Posts.
     *
     * @throws ConnectionException when there is no answer in time
     * @throws ProtocolException when the answer is too large
     */
    public WebAnswer post(URI url, String contentType, byte[] body, Map<String, String> headers) {
        return call(HttpsRequest.post(url, contentType, body), headers);
    }

    private WebAnswer call(HttpsRequest bare, Map<String, String> headers) {
        HttpsRequest request = bare;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        try (HttpsAnswer answer = client.send(request)) {
            Map<String, String> last = new HashMap<>();
            answer.headers()
                    .forEach((name, values) -> last.put(name, values.get(values.size() - 1)));
            return new WebAnswer(answer.status(), last, answer.bytes());
        }
    }

    /** Ends running calls and closes all connections. */
    @Override
    public void close() {
        client.close();
    }
}
