package se.ehealthsdk.benchmarks.testkit;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.StandInServer;
import se.ehealthsdk.testpki.TestPki;

/**
 * A process with a server: {@code services} are all stand-ins, {@code bare} the same server with an answer that is always the
 * same, {@code jdk} the JDK's server with that answer. Says its port; answers {@code cpu} with the seconds of CPU that it has had, and {@code
 * heap} with MiB in use after garbage collection and MiB taken at most.
 */
public final class ServicesProcess {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int THREADS = 200;
    private static final double MIB = 1 << 20;
    private static final byte[] ANSWER =
            ("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                            + "x".repeat(1_500)
                            + "</soap:Body></soap:Envelope>")
                    .getBytes(StandardCharsets.UTF_8);

    private ServicesProcess() {}

    /**
     * Ends when its input does.
     *
     * @param args which server, and the folder to write the PKI's certificates to
     */
    public static void main(String[] args) throws Exception {
        TestPki pki = TestPki.shared();
        pki.writeTo(Path.of(args[1]));
        try (Running server = start(args[0], pki)) {
            System.out.println(server.port());
            BufferedReader orders =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(order.equals("heap") ? heap() : cpu());
            }
        }
        System.exit(0);
    }

    private interface Running extends AutoCloseable {

        int port();

        @Override
        default void close() {}
    }

    private static Running start(String which, TestPki pki) throws IOException {
        return switch (which) {
            case "services" -> {
                NationalServices services = NationalServices.builder().pki(pki).start();
                services.certificates().acceptsGeneration2();
                yield () -> services.url().getPort();
            }
            case "bare" -> {
                HttpReply answer =
                        HttpReply.of(
                                200, Map.of("content-type", "text/xml; charset=UTF-8"), ANSWER);
                StandInServer server =
                        StandInServer.start(tls(pki), Listening.onLoopback(0), call -> answer);
                yield server::port;
            }
            default -> {
                HttpsServer server = jdk(tls(pki));
                yield () -> server.getAddress().getPort();
            }
        };
    }

    private static SSLContext tls(TestPki pki) {
        char[] password = TestPki.PASSWORD.toCharArray();
        return Credential.keyStore(pki.server("localhost").keyStore(password), password)
                .sslContext(TrustAnchors.of(pki.trustedRoots()));
    }

    private static HttpsServer jdk(SSLContext tls) throws IOException {
        HttpsServer server =
                HttpsServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), THREADS);
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters both = getSSLContext().getDefaultSSLParameters();
                        both.setNeedClientAuth(true);
                        parameters.setSSLParameters(both);
                    }
                });
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getRequestBody().readAllBytes();
                        exchange.getResponseHeaders().set("content-type", "text/xml");
                        exchange.sendResponseHeaders(200, ANSWER.length);
                        exchange.getResponseBody().write(ANSWER);
                    }
                });
        server.start();
        return server;
    }

    private static String cpu() {
        return String.valueOf(PROCESS.getProcessCpuTime() / 1e9);
    }

    private static String heap() {
        System.gc();
        return String.format(
                Locale.ROOT,
                "%.3f %.3f",
                MEMORY.getHeapMemoryUsage().getUsed() / MIB,
                MEMORY.getHeapMemoryUsage().getCommitted() / MIB);
    }
}
