package se.ehealthsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Answers every request with bytes made beforehand, over mutual TLS and HTTP/1.1 as the platform does. */
final class AnswerServer implements AutoCloseable {

    private final AtomicInteger connections = new AtomicInteger();
    private final Server server = new Server();
    private final ServerConnector connector;

    private AnswerServer(Path certificates) throws IOException, GeneralSecurityException {
        Map<Workload, byte[]> answers = new EnumMap<>(Workload.class);
        for (Workload work : Workload.all()) {
            answers.put(work, Answers.to(work));
        }
        Stage stage = new Stage(0, certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(Stage.keyManagers(stage.serverPkcs12()), stage.trustManagers(), null);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context);
        tls.setNeedClientAuth(true);
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer());
        connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, "http/1.1"),
                        new HttpConnectionFactory(http));
        connector.setHost("localhost");
        connector.setIdleTimeout(600_000); // a contender waits while the others have their turns
        connector.addBean(
                new Connection.Listener() {
                    @Override
                    public void onOpened(Connection connection) {
                        if (connection instanceof SslConnection) {
                            connections.incrementAndGet();
                        }
                    }
                });
        server.addConnector(connector);
        server.setHandler(new Answering(answers));
    }

    /** Starts the server on a free port. */
    static AnswerServer start(Path certificates) throws Exception {
        AnswerServer started = new AnswerServer(certificates);
        started.server.start();
        return started;
    }

    int port() {
        return connector.getLocalPort();
    }

    /** How many connections have been opened so far. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /**
     * The server's own process: prints its port, then the number of connections for every line that is
     * written to it, and ends when its input does.
     */
    public static void main(String[] args) throws Exception {
        try (AnswerServer server = start(Path.of(args[0]))) {
            System.out.println(server.port());
            BufferedReader orders =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (orders.readLine() != null) {
                System.out.println(server.connections());
            }
        }
    }

    private static final class Answering extends Handler.Abstract {

        private final Map<Workload, byte[]> answers;

        Answering(Map<Workload, byte[]> answers) {
            this.answers = answers;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws IOException {
            byte[] answer =
                    requireNonNull(answers.get(workload(Content.Source.asByteBuffer(request))));
            response.setStatus(200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml;charset=UTF-8");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
            response.write(true, ByteBuffer.wrap(answer), callback);
            return true;
        }

        /** Known by the HSA-id that is asked about; what asks about none is the write. */
        private static Workload workload(ByteBuffer request) {
            String text = StandardCharsets.ISO_8859_1.decode(request).toString();
            int at = text.indexOf("-BENCH");
            if (at < 0) {
                return Workload.WRITE;
            }
            return switch (text.substring(at + 6, at + 10)) {
                case "1001" -> Workload.CALL;
                case "1010" -> Workload.CALL10;
                case "1100" -> Workload.CALL100;
                default -> throw new IllegalArgumentException("no answer of that size");
            };
        }
    }
}
