package se.ehealthsdk.chaos.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.chaos.Times;
import se.ehealthsdk.chaos.receiver.StoreLogReader.StoreLogCall;

/** The receiver's own process: StoreLog over mutual TLS, with faults until it is told to be calm. */
public final class LogServer {

    private static final String PASSWORD = "testpki";
    private static final int RETRY_AFTER_SHARE = 2;

    private final LogStore store;
    private final Random random;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private volatile boolean calm;
    private volatile long downUntil;
    private int calls;

    private LogServer(LogStore store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    /**
     * Prints its port, then answers each line of its input with a line: {@code calm} ends the faults, {@code
     * down <ms>} cuts every call for so long, {@code calls} answers with their number, {@code report <file>} writes what it has stored and answers
     * with what went wrong and how often. Ends with its input.
     *
     * @param args the folder with the certificates, the seed, and {@code worded} or {@code unworded}
     */
    public static void main(String[] args) throws Exception {
        LogServer log =
                new LogServer(new LogStore(args[2].equals("worded")), Long.parseLong(args[1]));
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setHttpsConfigurator(new MutualTls(tls(Path.of(args[0]))));
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", log::handle);
        server.start();
        System.out.println(server.getAddress().getPort());
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String order;
        while ((order = orders.readLine()) != null) {
            System.out.println(log.obey(order));
        }
        Runtime.getRuntime().halt(0);
    }

    private String obey(String order) throws IOException {
        String[] parts = order.split(" ", 2);
        switch (parts[0]) {
            case "calm" -> {
                downUntil = 0;
                calm = true;
            }
            case "down" -> downUntil = System.nanoTime() + Long.parseLong(parts[1], 10) * 1_000_000;
            case "calls" -> {
                return Integer.toString(calls());
            }
            case "report" -> {
                store.writeTo(Path.of(parts[1]));
                return summary();
            }
            default -> throw new IllegalArgumentException(order);
        }
        return "done";
    }

    private synchronized int calls() {
        return calls;
    }

    private synchronized String summary() {
        return calls
                + " calls, "
                + done.entrySet().stream()
                        .filter(each -> each.getKey() != Fault.NONE)
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    private synchronized Fault draw() {
        calls++;
        Fault drawn = calm ? Fault.NONE : Fault.draw(random);
        done.merge(drawn, 1, Integer::sum);
        return drawn;
    }

    private synchronized boolean toss(int sides) {
        return random.nextInt(sides) == 0;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (System.nanoTime() < downUntil) {
                return; // closing without an answer cuts the connection
            }
            StoreLogCall call;
            try (InputStream in = exchange.getRequestBody()) {
                call = StoreLogReader.read(in);
            } catch (XMLStreamException cutOrBroken) {
                if (!(cutOrBroken.getNestedException() instanceof IOException)) {
                    store.unreadable(String.valueOf(cutOrBroken.getMessage()));
                }
                fault(exchange, "Server", "Could not read the call");
                return;
            }
            answer(exchange, draw(), call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Fault fault, StoreLogCall call)
            throws IOException, InterruptedException {
        switch (fault) {
            case NONE -> result(exchange, store(call));
            case SLOW -> {
                Optional<String> outcome = store(call);
                Thread.sleep(Times.SLOW.toMillis());
                result(exchange, outcome);
            }
            case ANSWERED_LATE -> {
                Optional<String> outcome = store(call);
                Thread.sleep(Times.TOO_LATE.toMillis());
                result(exchange, outcome);
            }
            case STORED_LATE -> {
                Thread.sleep(Times.TOO_LATE.toMillis());
                result(exchange, store(call));
            }
            case STALLED -> Thread.sleep(Times.TOO_LATE.toMillis());
            case ANSWER_LOST -> store(call);
            case CUT -> {}
            case PLATFORM_REPEAT -> {
                store(call);
                Thread.sleep(Times.PLATFORM_PAUSE.toMillis());
                result(exchange, store(call));
            }
            case PLATFORM_REPEAT_LOST -> {
                store(call);
                Thread.sleep(Times.PLATFORM_PAUSE.toMillis());
                store(call);
                vp009(exchange);
            }
            case VP009 -> vp009(exchange);
            case VP007 ->
                    fault(
                            exchange,
                            "Client",
                            "VP007 [vp] Authorization missing for serviceNamespace: "
                                    + "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2");
            case SOAP_FAULT -> fault(exchange, "Server", "Internal error");
            case HTTP_500_AFTER -> {
                store(call);
                send(exchange, 500, "text/plain", "Internal Server Error");
            }
            case HTTP_500 -> send(exchange, 500, "text/plain", "Internal Server Error");
            case HTTP_503 -> {
                if (toss(RETRY_AFTER_SHARE)) {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                }
                send(exchange, 503, "text/html", "<html>Service Unavailable</html>");
            }
            case HALF_ANSWER -> half(exchange, StoreLogAnswer.of(store(call)));
            case NONSENSE -> {
                store(call);
                send(exchange, 200, "text/html", "<html>Hej</html>");
            }
            case ERROR ->
                    send(exchange, 200, "text/xml", StoreLogAnswer.of("ERROR", "Tekniskt fel"));
            case ACCESS_DENIED ->
                    send(
                            exchange,
                            200,
                            "text/xml",
                            StoreLogAnswer.of("ACCESSDENIED", "Behörighet saknas"));
        }
    }

    private Optional<String> store(StoreLogCall call) {
        return store.store(call.logicalAddress(), call.records());
    }

    private static void result(HttpExchange exchange, Optional<String> refusal) throws IOException {
        exchange.getResponseHeaders().set("x-skltp-prt", "3");
        send(exchange, 200, "text/xml;charset=UTF-8", StoreLogAnswer.of(refusal));
    }

    private static void vp009(HttpExchange exchange) throws IOException {
        fault(
                exchange,
                "Server",
                "VP009 [vp] Fel vid kontakt med tjänsteproducenten. Error connecting to service"
                        + " producer at address: https://logg.example.test: Connection reset");
    }

    private static void fault(HttpExchange exchange, String code, String text) throws IOException {
        send(exchange, 500, "text/xml;charset=UTF-8", StoreLogAnswer.fault(code, text));
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void half(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private static SSLContext tls(Path certificates) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificates.resolve("server.p12"))) {
            own.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        try (InputStream in = Files.newInputStream(certificates.resolve("trusted-roots.pem"))) {
            for (Certificate root :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                roots.setCertificateEntry("root" + roots.size(), root);
            }
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static final class MutualTls extends HttpsConfigurator {

        MutualTls(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setNeedClientAuth(true);
            parameters.setSSLParameters(tls);
        }
    }
}
