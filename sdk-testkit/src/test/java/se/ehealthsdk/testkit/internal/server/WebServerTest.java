package se.ehealthsdk.testkit.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.WebCall;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** The server for browsers: it asks for a certificate, and goes on without. */
class WebServerTest {

    private static final TestPki PKI = TestPki.shared();
    private static final char[] PASSWORD = "secret".toCharArray();

    @Test
    void certificate_isShownToTheServiceAndCanBeMissing() throws Exception {
        IssuedCertificate own = PKI.function("SE2321000016-WEB");
        Function<WebCall, HttpReply> service =
                call ->
                        HttpReply.of(
                                200,
                                Map.of(),
                                String.valueOf(call.certificates().contains(own.certificate()))
                                        .getBytes(StandardCharsets.UTF_8));
        try (WebServer server =
                WebServer.bind(tls(PKI.server("localhost")), Listening.onLoopback(0))) {
            server.serve(service);

            assertThat(call(server, tls(own), "").body()).isEqualTo("true");
            assertThat(call(server, withoutCertificate(), "").body()).isEqualTo("false");
        }
    }

    @Test
    void service_thatFails_isHttp500() throws Exception {
        try (WebServer server =
                WebServer.bind(tls(PKI.server("localhost")), Listening.onLoopback(0))) {
            server.serve(
                    call -> {
                        throw new IllegalStateException("a defect");
                    });

            HttpResponse<String> answer = call(server, withoutCertificate(), "");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void body_tooLarge_isRefusedUnseen() throws Exception {
        try (WebServer server =
                WebServer.bind(tls(PKI.server("localhost")), Listening.onLoopback(0))) {
            server.serve(call -> HttpReply.empty(200));

            assertThat(call(server, withoutCertificate(), "x".repeat(1 << 16)).statusCode())
                    .isEqualTo(200);
            assertThat(call(server, withoutCertificate(), "x".repeat((1 << 16) + 1)).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void body_tooLarge_getsWhatTheCallerChose() throws Exception {
        try (WebServer server =
                WebServer.bind(tls(PKI.server("localhost")), Listening.onLoopback(0), 10)) {
            server.serve(
                    call -> HttpReply.empty(200),
                    HttpReply.of(413, Map.of(), "ten".getBytes(StandardCharsets.UTF_8)));

            HttpResponse<String> answer = call(server, withoutCertificate(), "x".repeat(11));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo("ten");
            assertThat(call(server, withoutCertificate(), "x".repeat(10)).statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> call(WebServer server, SSLContext tls, String body)
            throws Exception {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + server.port()))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static SSLContext tls(IssuedCertificate certificate) {
        return Credential.keyStore(certificate.keyStore(PASSWORD), PASSWORD)
                .sslContext(TrustAnchors.of(PKI.trustedRoots()));
    }

    private static SSLContext withoutCertificate() throws Exception {
        return TrustAnchors.of(PKI.trustedRoots()).sslContext();
    }
}
