package se.ehealthsdk.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.TestPki;

class DiagnoseTlsTest {

    private static final char[] PASSWORD = TestPki.PASSWORD.toCharArray();

    @TempDir static Path pki;
    private static HttpsServer server;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void startServer() throws Exception {
        TestPki test = TestPki.shared();
        test.writeTo(pki);
        SSLContext tls =
                Credential.keyStore(test.server("localhost").keyStore(PASSWORD), PASSWORD)
                        .sslContext(TrustAnchors.of(test.trustedRoots()));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters demanding = tls.getDefaultSSLParameters();
                        demanding.setNeedClientAuth(true);
                        parameters.setSSLParameters(demanding);
                    }
                });
        server.createContext("/", exchange -> exchange.sendResponseHeaders(200, -1));
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop(0);
    }

    private int run(String... arguments) {
        return DiagnoseTls.run(
                arguments,
                file -> PASSWORD,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private static String port() {
        return String.valueOf(server.getAddress().getPort());
    }

    private static String file(String name) {
        return pki.resolve(name).toString();
    }

    @Test
    void run_goodCertificate_endsWith0() {
        int code =
                run(
                        "--host", "localhost",
                        "--port", port(),
                        "--trust", file("trusted-roots.pem"),
                        "--p12", file("function.p12"));

        assertThat(out.toString(UTF_8))
                .contains("Mutual TLS with localhost:", TestPki.SYSTEM_HSA_ID, "No problem found.")
                .doesNotContain("PROBLEM", TestPki.PASSWORD);
        assertThat(code).isZero();
    }

    @Test
    void run_pem_endsWith0() {
        assertThat(
                        run(
                                "--host", "localhost",
                                "--port", port(),
                                "--trust", file("trusted-roots.pem"),
                                "--pem", file("function.crt.pem"),
                                "--key", file("function.key.pem")))
                .isZero();
    }

    @Test
    void run_expiredCertificate_endsWith1_andSaysWhatToDo() {
        int code =
                run(
                        "--host", "localhost",
                        "--port", port(),
                        "--trust", file("trusted-roots.pem"),
                        "--p12", file("faulty/function-expired.p12"));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains(
                        "PROBLEM",
                        "expired",
                        "-> Order a new SITHS function certificate",
                        "problems found.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--host",
                "--host localhost",
                "--trust ROOTS",
                "--host localhost --trust ROOTS --port x",
                "--host localhost --trust ROOTS --port 0",
                "--host localhost --trust ROOTS --host localhost",
                "--host localhost --trust ROOTS --p12 a --pem b",
                "--host localhost --trust ROOTS --proxy x",
                "--host localhost --trust ROOTS --timeout 0",
                "--host localhost --trust missing.pem",
                "--host localhost --trust ROOTS hemligt",
                "--host localhost --trust ROOTS --password hemligt"
            })
    void run_calledWrongly_endsWith2_andRepeatsNoPassword(String line) {
        String[] arguments =
                line.isEmpty()
                        ? new String[0]
                        : line.replace("ROOTS", file("trusted-roots.pem")).split(" ");

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isNotBlank().doesNotContain("hemligt");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void run_withoutPassword_endsWith2() {
        int code =
                DiagnoseTls.run(
                        new String[] {
                            "--host", "localhost",
                            "--trust", file("trusted-roots.pem"),
                            "--p12", file("function.p12")
                        },
                        file -> null,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("TLS_KEY_PASSWORD");
    }
}
