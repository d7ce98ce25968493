package se.ehealthsdk.core.rivta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.ehealthsdk.core.rivta.RawServer.http;
import static se.ehealthsdk.core.rivta.RawServer.ok;
import static se.ehealthsdk.core.rivta.RivtaClientTest.TO;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.xml.XmlLimits;

/** Every bad answer of the observed platform, byte by byte, and what becomes of it and its connection. */
class BadAnswersTest {

    private static final String XML = "Content-Type: text/xml; charset=UTF-8\r\n";
    private static final String NAMESPACE = Echo.NAMESPACE;

    private static SSLContext tls;

    @BeforeAll
    static void context() throws Exception {
        tls = Pki.serverContext();
    }

    record Bad(
            String name,
            byte[] bytes,
            Class<? extends EHealthException> expected,
            Outcome outcome) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> answers() throws Exception {
        String good = Echo.answer("svar");
        String stump = good.substring(0, good.length() - 40);
        return Stream.of(
                protocol("stump with matching length", ok(stump)),
                protocol("only the prolog", ok("<?xml version=\"1.0\"?>")),
                protocol("empty 200", ok("")),
                protocol("text after the envelope", ok(good + "rest")),
                protocol("two documents", ok(good + good)),
                protocol("HTML", ok("<html><body>Inloggning</body></html>")),
                protocol("text", ok("Service Unavailable")),
                protocol(
                        "SOAP 1.2",
                        ok(
                                good.replace(
                                        "schemas.xmlsoap.org/soap/envelope/",
                                        "www.w3.org/2003/05/soap-envelope"))),
                protocol("wrong namespace", ok(good.replace(":1\"", ":2\""))),
                protocol("wrong element", ok(good.replace("EchoResponse", "Other"))),
                protocol(
                        "request as answer",
                        ok(Echo.envelope("<Echo xmlns=\"" + NAMESPACE + "\"/>"))),
                protocol("empty body", ok(Echo.envelope(""))),
                protocol("DOCTYPE", ok("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + good)),
                protocol(
                        "entity bomb",
                        ok("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + Echo.answer("&a;&a;"))),
                protocol(
                        "Latin-1 claimed as UTF-8",
                        http("200 OK", XML, Echo.answer("åäö").getBytes(ISO_8859_1))),
                protocol(
                        "gzip unasked",
                        http("200 OK", XML + "Content-Encoding: gzip\r\n", gzip(good))),
                protocol(
                        "HTTP 500 without SOAP", http("500 Internal Server Error", XML, "<html/>")),
                protocol("HTTP 500 with an answer", http("500 Internal Server Error", XML, good)),
                protocol("element inside a text", ok(good.replace("svar", "<b>svar</b>"))),
                new Bad(
                        "HTTP 413",
                        http("413 Too Large", "", ""),
                        PlatformException.class,
                        Outcome.NOT_PERFORMED),
                new Bad(
                        "HTTP 400",
                        http("400 Bad Request", "", ""),
                        PlatformException.class,
                        Outcome.NOT_PERFORMED),
                new Bad(
                        "HTTP 404",
                        http("404 Not Found", "", "nix"),
                        PlatformException.class,
                        Outcome.NOT_PERFORMED),
                new Bad(
                        "HTTP 403",
                        http("403 Forbidden", "", "Access is denied"),
                        PlatformException.class,
                        Outcome.NOT_PERFORMED),
                new Bad(
                        "HTTP 302",
                        http("302 Found", "Location: https://localhost/\r\n", ""),
                        PlatformException.class,
                        Outcome.NOT_PERFORMED),
                new Bad(
                        "HTTP 503",
                        http("503 Unavailable", "", ""),
                        PlatformException.class,
                        Outcome.UNKNOWN),
                new Bad(
                        "VP009 without Content-Type",
                        http(
                                "500 X",
                                "x-skltp-correlation-id: c\r\n",
                                Echo.fault("Server", "VP009 [X] Fel", "Empty message")),
                        PlatformException.class,
                        Outcome.UNKNOWN),
                new Bad(
                        "platform fault without code",
                        http(
                                "500 X",
                                XML + "x-skltp-correlation-id: c\r\n",
                                Echo.fault(
                                        "Server",
                                        "No response received from remote server: x",
                                        "")),
                        PlatformException.class,
                        Outcome.UNKNOWN),
                new Bad(
                        "producer fault with 500",
                        http(
                                "500 X",
                                XML + "x-skltp-correlation-id: c\r\nx-skltp-prt: 1\r\n",
                                Echo.fault("Server", "EI000", "")),
                        ServiceFaultException.class,
                        Outcome.ANSWERED),
                new Bad(
                        "producer fault with 200",
                        ok(Echo.fault("Client", "EI002", "")),
                        ServiceFaultException.class,
                        Outcome.ANSWERED),
                new Bad(
                        "fault without faultcode",
                        ok(Echo.envelope("<soap:Fault/>")),
                        ServiceFaultException.class,
                        Outcome.ANSWERED),
                new Bad(
                        "head cut off",
                        "HTTP/1.1 200 OK\r\nContent-".getBytes(UTF_8),
                        ConnectionException.class,
                        Outcome.UNKNOWN),
                new Bad(
                        "no HTTP",
                        "SSH-2.0-x\r\n\r\n".getBytes(UTF_8),
                        EHealthException.class,
                        Outcome.UNKNOWN),
                new Bad(
                        "body shorter than its length",
                        java.util.Arrays.copyOf(ok(good), ok(good).length - 30),
                        ConnectionException.class,
                        Outcome.UNKNOWN),
                new Bad(
                        "chunk cut off",
                        ("HTTP/1.1 200 OK\r\n"
                                        + XML
                                        + "Transfer-Encoding: chunked\r\n\r\n40\r\n<soap")
                                .getBytes(UTF_8),
                        ConnectionException.class,
                        Outcome.UNKNOWN),
                new Bad(
                        "closed without answer",
                        new byte[0],
                        ConnectionException.class,
                        Outcome.UNKNOWN));
    }

    private static Bad protocol(String name, byte[] bytes) {
        return new Bad(name, bytes, ProtocolException.class, Outcome.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void call_badAnswer_isTypedAndDoesNotSpoilTheNextCall(Bad bad) throws Exception {
        RawServer.Script script =
                (request, out) -> {
                    boolean first = request == 1;
                    out.write(first ? bad.bytes() : ok(Echo.answer("nästa")));
                    // a bad answer that HTTP cannot end by itself ends with the connection
                    return !first
                            || bad.expected() == ProtocolException.class
                            || bad.expected() == PlatformException.class
                            || bad.expected() == ServiceFaultException.class;
                };
        try (RawServer server = new RawServer(tls, script);
                RivtaClient client = client(server)) {
            EHealthException failure =
                    catchThrowableOfType(
                            EHealthException.class, () -> client.call(Echo.UPDATE, TO, "x"));

            assertThat(failure).isInstanceOf(bad.expected());
            assertThat(failure.outcome()).isEqualTo(bad.outcome());
            assertThat(failure.remedy()).isNotBlank();
            assertThat(failure.details()).isPresent();
            assertThat(failure.toString()).doesNotContain("svar");
            assertThat(client.call(Echo.UPDATE, TO, "x")).isEqualTo("nästa");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void call_answerWithoutContentType_isRead() throws Exception {
        assertThat(answered(http("200 OK", "", Echo.answer("åäö")))).isEqualTo("åäö");
    }

    @Test
    void call_unknownElementsAndComments_areAccepted() throws Exception {
        String later =
                Echo.answer("svar")
                        .replace(
                                "<text>",
                                "<!-- c --><new xmlns=\"urn:riv:test:echo:1.7\"><a/></new><?p i?><text>")
                        .replace(
                                "<soap:Body>",
                                "<soap:Header><h xmlns=\"urn:x\">1</h></soap:Header><soap:Body>");
        assertThat(answered(ok(later))).isEqualTo("svar");
    }

    @Test
    void call_charsetOfHeaderLies_textIsRight() throws Exception {
        byte[] latin =
                ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Echo.answer("åäö"))
                        .getBytes(ISO_8859_1);
        assertThat(answered(http("200 OK", XML, latin))).isEqualTo("åäö");
    }

    @Test
    void call_silence_endsAtTheAnswerTimeout() throws Exception {
        try (RawServer server = new RawServer(tls, (request, out) -> sleep());
                RivtaClient client =
                        client(server).with(o -> o.answerTimeout(Duration.ofMillis(200)))) {
            ConnectionException failure = lost(client);
            assertThat(failure.stage()).isEqualTo(Stage.ANSWER);
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.getMessage()).contains("answer timeout");
        }
    }

    @Test
    void call_endlessTrickle_endsAtTheDeadline() throws Exception {
        RawServer.Script trickle =
                (request, out) -> {
                    out.write(
                            ("HTTP/1.1 200 OK\r\n" + XML + "Content-Length: 100000\r\n\r\n")
                                    .getBytes(UTF_8));
                    while (true) {
                        out.write(' ');
                        out.flush();
                        Thread.sleep(20);
                    }
                };
        try (RawServer server = new RawServer(tls, trickle);
                RivtaClient client = client(server).with(o -> o.deadline(Duration.ofMillis(400)))) {
            ConnectionException failure = lost(client);
            assertThat(failure.getMessage()).contains("deadline");
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void call_endlessHead_isCutOff() throws Exception {
        AtomicLong sent = new AtomicLong();
        RawServer.Script endless =
                (request, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nx-long: ".getBytes(UTF_8));
                    fill(out, 200 << 20, sent);
                    return true;
                };
        try (RawServer server = new RawServer(tls, endless);
                RivtaClient client = client(server)) {
            EHealthException failure =
                    catchThrowableOfType(
                            EHealthException.class, () -> client.call(Echo.UPDATE, TO, "x"));
            assertThat(failure).isInstanceOf(ConnectionException.class);
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(sent.get()).isLessThan(20 << 20);
        }
    }

    @Test
    void call_answerOf200MegabytesInOneText_isCutOffAtTheLimit() throws Exception {
        AtomicLong sent = new AtomicLong();
        RawServer.Script huge =
                (request, out) -> {
                    out.write(
                            ("HTTP/1.1 200 OK\r\n" + XML + "Content-Length: 209715200\r\n\r\n")
                                    .getBytes(UTF_8));
                    out.write(
                            ("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><EchoResponse xmlns=\""
                                            + NAMESPACE
                                            + "\"><x>")
                                    .getBytes(UTF_8));
                    fill(out, 200 << 20, sent);
                    return true;
                };
        try (RawServer server = new RawServer(tls, huge);
                RivtaClient client =
                        client(server)
                                .with(o -> o.limits(XmlLimits.DEFAULT.withMaxBytes(2 << 20)))) {
            EHealthException failure =
                    catchThrowableOfType(
                            EHealthException.class, () -> client.call(Echo.UPDATE, TO, "x"));
            assertThat(failure).isInstanceOf(ProtocolException.class);
            assertThat(failure.getMessage()).contains("limit of 2097152 bytes");
            // what was sent beyond the limit lay in socket buffers
            assertThat(sent.get()).isLessThan(20 << 20);
        }
    }

    @Test
    void call_twoHundredTimes_usesOneConnection() throws Exception {
        try (RawServer server = new RawServer(tls, (request, out) -> answer(out, "svar"));
                RivtaClient client = client(server)) {
            for (int i = 0; i < 200; i++) {
                assertThat(client.call(Echo.QUERY, TO, "x")).isEqualTo("svar");
            }
            assertThat(server.requests()).isEqualTo(200);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void call_wireForm_isThatOfTheProfile() throws Exception {
        try (RawServer server = new RawServer(tls, (request, out) -> answer(out, "svar"));
                RivtaClient client = client(server)) {
            client.call(Echo.QUERY, TO, "x");
            assertThat(server.heads().get(0))
                    .startsWith("post /vp/test/echo/echo/1/rivtabp21 http/1.1")
                    .contains("soapaction: \"urn:riv:test:echo:echoresponder:1:echo\"")
                    .contains("content-type: text/xml; charset=utf-8")
                    .contains("x-skltp-correlation-id: ")
                    .doesNotContain("accept-encoding")
                    .doesNotContain("transfer-encoding")
                    .doesNotContain("x-vp-");
            assertThat(server.bodies().get(0))
                    .contains(
                            "<itr:LogicalAddress xmlns:itr=\"urn:riv:itintegration:registry:1\">SE165565594230-1000</itr:LogicalAddress>")
                    .contains("<Echo xmlns=\"" + NAMESPACE + "\"><text>x</text></Echo>");
        }
    }

    private static String answered(byte[] bytes) throws Exception {
        RawServer.Script script =
                (request, out) -> {
                    out.write(bytes);
                    return true;
                };
        try (RawServer server = new RawServer(tls, script);
                RivtaClient client = client(server)) {
            return client.call(Echo.QUERY, TO, "x");
        }
    }

    private static RivtaClient client(RawServer server) {
        return Pki.client(server.url())
                .options(o -> o.retry(RetryPolicy.NONE).deadline(Duration.ofSeconds(20)))
                .build();
    }

    private static ConnectionException lost(RivtaClient client) {
        return catchThrowableOfType(
                ConnectionException.class, () -> client.call(Echo.UPDATE, TO, "x"));
    }

    private static boolean answer(OutputStream out, String text) throws Exception {
        out.write(ok(Echo.answer(text)));
        return true;
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(30_000);
        return false;
    }

    private static void fill(OutputStream out, int bytes, AtomicLong sent) throws Exception {
        byte[] block = "x".repeat(1 << 16).getBytes(UTF_8);
        for (int left = bytes; left > 0; left -= block.length) {
            out.write(block);
            sent.addAndGet(block.length);
        }
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
