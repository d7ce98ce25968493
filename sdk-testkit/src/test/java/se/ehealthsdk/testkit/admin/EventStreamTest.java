package se.ehealthsdk.testkit.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** What happens, as it happens. */
class EventStreamTest {

    private NationalServices services;
    private AdminServer admin;
    private RivtaClient platform;

    @BeforeEach
    void start() {
        services = NationalServices.start();
        admin = AdminServer.start(services);
        platform = services.client();
    }

    @AfterEach
    void stop() {
        platform.close();
        admin.close();
        services.close();
    }

    /** One who listens. */
    private final class Listener implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final String status;

        Listener(String... headers) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), admin.url().getPort());
            socket.setSoTimeout(30_000);
            String request =
                    "GET /api/events HTTP/1.1\r\nHost: localhost:"
                            + admin.url().getPort()
                            + "\r\n"
                            + String.join("", List.of(headers))
                            + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream bytes = socket.getInputStream();
            in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            status = in.readLine().split(" ")[1];
        }

        /** All lines up to one that begins so. */
        List<String> until(String start) throws IOException {
            List<String> lines = new ArrayList<>();
            String line;
            do {
                line = in.readLine();
                if (line == null) {
                    throw new IOException("ended before " + start + ": " + lines);
                }
                lines.add(line);
            } while (!line.startsWith(start));
            return lines;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void call() {
        HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId());
    }

    @Test
    void call_is_told_and_after_a_break_those_that_were_missed() throws Exception {
        call();
        try (Listener listener = new Listener()) {
            listener.until(": national services");
            call();
            assertThat(listener.until("data: ")).contains("id: 2", "event: exchange");
        }
        call();
        try (Listener again = new Listener("Last-Event-ID: 1\r\n")) {
            List<String> missed = again.until("id: 3");
            assertThat(missed).contains("id: 2").doesNotContain("id: 1", "event: reset");
        }
    }

    @Test
    void journal_that_no_longer_holds_what_was_missed_is_a_reset() throws Exception {
        call();
        call();
        services.journal().clear();
        try (Listener listener = new Listener("Last-Event-ID: 1\r\n")) {
            assertThat(listener.until("event: reset")).doesNotContain("id: 2");
        }
        try (Listener wrong = new Listener("Last-Event-ID: x\r\n")) {
            assertThat(wrong.status).isEqualTo("400");
        }
    }

    @Test
    void changes_of_clock_mode_and_data_are_told() throws Exception {
        try (Listener listener = new Listener()) {
            listener.until(": national services");
            services.clock().advance(java.time.Duration.ofHours(1));
            listener.until("event: clock");
            services.platform().strictness(se.ehealthsdk.testkit.check.Strictness.LENIENT);
            assertThat(listener.until("event: mode")).isNotEmpty();
            assertThat(listener.until("data: ").get(0)).contains("lenient");
            services.hsa().removePersona("DR_LINDGREN");
            listener.until("data: {\"resource\":\"people\"}");
            AdminClient.of(admin.url())
                    .shared()
                    .addFault("platform", "vp", java.util.Map.of("code", "VP009"), 1);
            listener.until("data: {\"resource\":\"faults\"}");
            services.scenarios().start("outage");
            listener.until("data: {\"resource\":\"runs\"}");
        }
    }

    @Test
    void silence_is_broken_by_a_comment() throws Exception {
        try (Listener listener = new Listener()) {
            assertThat(listener.until(": still here")).doesNotContain("event: exchange");
        }
    }

    @Test
    void too_many_are_refused_and_who_leaves_makes_room() throws Exception {
        List<Listener> all = new ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                Listener each = new Listener();
                assertThat(each.status).isEqualTo("200");
                all.add(each);
            }
            try (Listener late = new Listener()) {
                assertThat(late.status).isEqualTo("429");
            }
        } finally {
            for (Listener each : all) {
                each.close();
            }
        }
        String status = "";
        long end = System.nanoTime() + 30_000_000_000L;
        while (!status.equals("200")) {
            assertThat(System.nanoTime()).as("room again").isLessThan(end);
            // so that the server notices who has left
            services.clock().advance(java.time.Duration.ofSeconds(1));
            try (Listener next = new Listener()) {
                status = next.status;
            }
        }
    }

    @Test
    void server_that_stops_says_so() throws Exception {
        try (Listener listener = new Listener()) {
            listener.until(": national services");
            admin.close();
            listener.until("event: cut");
        }
    }
}
