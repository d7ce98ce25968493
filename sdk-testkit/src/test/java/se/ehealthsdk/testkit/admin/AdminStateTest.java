package se.ehealthsdk.testkit.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.certificate.CertificateData;

/** What was done through the Admin API is there after a restart. */
class AdminStateTest {

    private static final String DOCTOR = "TSTNMT2321000156-1001";

    @TempDir Path folder;

    private static HttpResponse<String> send(
            AdminServer server, String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/api" + path))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String get(AdminServer server, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/api" + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** A vendor who hangs up, and how often somebody called. */
    private static final class Vendor implements AutoCloseable {

        private final ServerSocket socket =
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger calls = new AtomicInteger();

        Vendor() throws IOException {
            Thread thread =
                    new Thread(
                            () -> {
                                while (!socket.isClosed()) {
                                    try (Socket each = socket.accept()) {
                                        calls.incrementAndGet();
                                    } catch (IOException closed) {
                                        return;
                                    }
                                }
                            });
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "https://localhost:" + socket.getLocalPort() + "/vendor";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void changes_are_there_after_a_restart_and_nobody_is_called_again() throws Exception {
        String certificate;
        String outbox;
        try (Vendor vendor = new Vendor()) {
            int called;
            try (NationalServices services = NationalServices.builder().state(folder).start();
                    AdminServer server = AdminServer.start(services)) {
                assertThat(send(server, "PUT", "/mode", "{\"mode\":\"lenient\"}").statusCode())
                        .as("before the restoring")
                        .isEqualTo(503);
                services.restore();
                AdminClient.Workspace admin = AdminClient.of(server.url()).shared();
                certificate = CertificateData.draft(services);
                assertThat(
                                send(
                                                server,
                                                "POST",
                                                "/certificates/" + certificate + "/actions",
                                                "{\"action\":\"ready-to-sign\",\"by\":\""
                                                        + DOCTOR
                                                        + "\"}")
                                        .statusCode())
                        .isEqualTo(200);
                admin.removePerson("DR_LINDGREN");
                admin.addFault("platform", "vp", Map.of("code", "VP009"), 3);
                send(server, "PUT", "/mode", "{\"mode\":\"lenient\"}");
                send(server, "POST", "/scenarios", "{\"text\":\"name: kept\"}");
                send(
                        server,
                        "PUT",
                        "/outbox/receivers",
                        "{\"statusUpdates\":\"" + vendor.url() + "\"}");
                assertThat(send(server, "POST", "/outbox/deliver", "{}").body()).contains("retry");
                called = vendor.calls.get();
                assertThat(called).isPositive();
                outbox = get(server, "/outbox");
            }
            try (NationalServices services = NationalServices.builder().state(folder).start();
                    AdminServer server = AdminServer.start(services)) {
                services.certificates()
                        .rules(se.ehealthsdk.testkit.certificate.CertificateRules.NONE);
                services.restore();

                AdminClient.Workspace admin = AdminClient.of(server.url()).shared();
                assertThat(admin.people()).doesNotContain("DR_LINDGREN");
                assertThat(get(server, "/faults")).contains("VP009");
                assertThat(get(server, "/mode")).contains("lenient");
                assertThat(get(server, "/scenarios")).contains("\"kept\"");
                assertThat(get(server, "/certificates/" + certificate)).contains("KFSIGN");
                assertThat(get(server, "/outbox")).isEqualTo(outbox);
                assertThat(vendor.calls).hasValue(called);

                admin.reset();
            }
        }
        try (NationalServices services = NationalServices.builder().state(folder).start()) {
            services.restore();
            assertThat(services.hsa().findPersona("DR_LINDGREN")).isPresent();
        }
    }

    @Test
    void api_that_is_not_attached_is_missed_in_plain_words() {
        try (NationalServices services = NationalServices.builder().state(folder).start();
                AdminServer server = AdminServer.start(services)) {
            services.restore();
            AdminClient.of(server.url()).shared().removePerson("DR_LINDGREN");
        }
        try (NationalServices services = NationalServices.builder().state(folder).start()) {
            assertThatThrownBy(services::restore)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"api\"");
        }
    }
}
