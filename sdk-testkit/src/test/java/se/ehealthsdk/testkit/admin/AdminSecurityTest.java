package se.ehealthsdk.testkit.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.check.Strictness;

/** Pages of other sites in the tester's browser, and others on the network, get nothing and change nothing. */
class AdminSecurityTest {

    private static NationalServices services;
    private static AdminServer admin;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        admin = AdminServer.start(services);
    }

    @AfterAll
    static void stop() {
        admin.close();
        services.close();
    }

    /** What a browser could be made to send, with any header. */
    private static String send(String method, String path, String body, String... headers)
            throws Exception {
        URI url = admin.url();
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        boolean hosted = false;
        for (String each : headers) {
            hosted |= each.startsWith("Host:");
            head.append(each).append("\r\n");
        }
        if (!hosted) {
            head.append("Host: localhost:").append(url.getPort()).append("\r\n");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head.append("Content-Length: ")
                .append(bytes.length)
                .append("\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacker.example",
                "localhost.attacker.example",
                "127.0.0.1.attacker.example",
                "10.0.0.1",
                "",
                "[::2]"
            })
    void host_is_another_name_and_nothing_is_told(String host) throws Exception {
        String answer = send("GET", "/api/people", "", "Host: " + host);

        assertThat(status(answer)).isIn(400, 421);
        assertThat(answer).doesNotContain("DR_LINDGREN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain; application/json",
                "application/json, text/plain",
                ""
            })
    void form_of_another_site_changes_nothing(String type) throws Exception {
        String answer = send("PUT", "/api/mode", "{\"mode\":\"strict\"}", "Content-Type: " + type);

        assertThat(status(answer)).isEqualTo(415);
        String post = send("POST", "/api/clock", "{\"advance\":\"P1D\"}", "Content-Type: " + type);
        assertThat(status(post)).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://attacker.example",
                "Origin: null",
                "Origin: http://localhost:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void call_of_another_origin_changes_nothing(String header) throws Exception {
        Strictness before = services.platform().strictness();
        String other = before == Strictness.STRICT ? "lenient" : "strict";

        String answer =
                send(
                        "PUT",
                        "/api/mode",
                        "{\"mode\":\"" + other + "\"}",
                        "Content-Type: application/json",
                        header);

        assertThat(status(answer)).isEqualTo(403);
        assertThat(services.platform().strictness()).isEqualTo(before);
    }

    @Test
    void own_page_changes_the_mode() throws Exception {
        String answer =
                send(
                        "PUT",
                        "/api/mode",
                        "{\"mode\":\"lenient\"}",
                        "Content-Type: application/json",
                        "Origin: http://localhost:" + admin.url().getPort(),
                        "Sec-Fetch-Site: same-origin");

        assertThat(status(answer)).isEqualTo(200);
        assertThat(services.platform().strictness()).isEqualTo(Strictness.LENIENT);
    }

    @Test
    void preflight_is_refused_without_cors_headers() throws Exception {
        String answer =
                send(
                        "OPTIONS",
                        "/api/mode",
                        "",
                        "Origin: https://attacker.example",
                        "Access-Control-Request-Method: PUT");

        assertThat(status(answer)).isEqualTo(405);
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("access-control-allow");
    }

    @Test
    void script_of_another_site_reads_nothing() throws Exception {
        assertThat(
                        status(
                                send(
                                        "GET",
                                        "/api/people",
                                        "",
                                        "Sec-Fetch-Site: cross-site",
                                        "Sec-Fetch-Mode: no-cors")))
                .isEqualTo(403);
        assertThat(
                        status(
                                send(
                                        "GET",
                                        "/api/events",
                                        "",
                                        "Sec-Fetch-Site: cross-site",
                                        "Sec-Fetch-Mode: cors")))
                .isEqualTo(403);
    }

    @Test
    void every_answer_forbids_frames_sniffing_and_keeping() throws Exception {
        for (String path : new String[] {"/api/about", "/api/none", "/none.html"}) {
            assertThat(send("GET", path, "").toLowerCase(java.util.Locale.ROOT))
                    .contains("frame-ancestors 'none'")
                    .contains("x-frame-options: deny")
                    .contains("x-content-type-options: nosniff")
                    .contains("cache-control: no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../admin/AdminServer.class",
                "/..%2f..%2fadmin%2fAdminServer.class",
                "/%2e%2e/hsa/population.yaml",
                "/lib/lit-html/../../../MANIFEST.MF",
                "/lib/lit-html/%2e%2e/%2e%2e/LICENSE",
                "/etc/passwd",
                "//etc/passwd",
                "/.git",
                "/AdminServer.class",
                "/%00index.html"
            })
    void path_out_of_the_folder_is_not_found(String path) throws Exception {
        assertThat(status(send("GET", path, ""))).isIn(400, 404);
    }

    @Test
    void address_with_line_breaks_makes_no_header() throws Exception {
        String answer =
                send(
                        "POST",
                        "/api/workspaces/%0d%0aX-Evil:%20yes/faults",
                        "{}",
                        "Content-Type: application/json");

        assertThat(answer).doesNotContain("X-Evil");
        assertThat(status(answer)).isEqualTo(404);
    }

    @Test
    void get_changes_nothing() throws Exception {
        assertThat(status(send("GET", "/api/reset", ""))).isEqualTo(405);
        assertThat(status(send("GET", "/api/outbox/deliver", ""))).isEqualTo(405);
    }

    @Test
    void problem_tells_the_field_and_not_the_value() throws Exception {
        String answer =
                send(
                        "POST",
                        "/api/clock",
                        "{\"advance\":\"191212121212\"}",
                        "Content-Type: application/json");

        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer)
                .contains("application/problem+json")
                .contains("\"field\":\"advance\"")
                .doesNotContain("191212121212");
    }

    @Test
    void garbage_is_refused_in_sentences() throws Exception {
        for (String body :
                new String[] {"", "{", "[]", "null", "{\"advance\":1}", "{\"x\":1}", "{} {}"}) {
            String answer = send("POST", "/api/clock", body, "Content-Type: application/json");
            assertThat(status(answer)).as(body).isEqualTo(400);
        }
    }
}
