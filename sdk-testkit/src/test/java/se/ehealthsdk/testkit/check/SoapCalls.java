package se.ehealthsdk.testkit.check;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.NationalServices;

/** A client of nobody's making: messages as text, over mutual TLS. */
final class SoapCalls {

    private final NationalServices services;
    private final HttpClient http;

    SoapCalls(NationalServices services) {
        this(services, services.credential());
    }

    SoapCalls(NationalServices services, Credential credential) {
        this.services = services;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(
                                credential.sslContext(
                                        TrustAnchors.of(services.pki().trustedRoots())))
                        .build();
    }

    HttpResponse<String> send(String message) throws Exception {
        return send(message, Messages.headers(message));
    }

    HttpResponse<String> send(String message, Map<String, String> headers) throws Exception {
        return http.send(
                request(services.url(), message, headers), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(URI to, String message) throws Exception {
        return http.send(
                request(to, message, Messages.headers(message)),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(URI to, String message, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofString(message));
        headers.forEach(request::header);
        return request.build();
    }

    /** The rules that the last exchange breaks. */
    List<String> rules() {
        return services.journal().last().orElseThrow().findings().stream()
                .map(each -> each.rule().id())
                .toList();
    }
}
