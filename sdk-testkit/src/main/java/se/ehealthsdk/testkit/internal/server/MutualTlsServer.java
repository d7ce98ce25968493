package se.ehealthsdk.testkit.internal.server;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.io.ssl.SslHandshakeListener;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.SslConnectionFactory;
import wiremock.org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * WireMock's Jetty with TLS as the platform has it: TLS 1.2 and 1.3, HTTP/1.1 only, client certificate
 * required, keys from memory.
 */
final class MutualTlsServer extends Jetty11HttpServer {

    private static final int MAX_HEADER_BYTES = 8192;

    /** What the superclass's constructor needs before this class's fields are set. */
    private static final ThreadLocal<Setup> SETUP = new ThreadLocal<>();

    private record Setup(SSLContext tls, AtomicInteger connections, AtomicInteger refused) {}

    private MutualTlsServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
    }

    static MutualTlsServer create(
            Options options,
            AdminRequestHandler admin,
            StubRequestHandler stubs,
            SSLContext tls,
            AtomicInteger connections,
            AtomicInteger refused) {
        SETUP.set(new Setup(tls, connections, refused));
        try {
            return new MutualTlsServer(options, admin, stubs);
        } finally {
            SETUP.remove();
        }
    }

    @Override
    protected ServerConnector createHttpsConnector(
            String bindAddress,
            HttpsSettings https,
            JettySettings jetty,
            NetworkTrafficListener listener) {
        Setup setup = SETUP.get();
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(setup.tls());
        tls.setNeedClientAuth(true);
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendDateHeader(false);
        http.setSendServerVersion(false);
        ServerConnector connector =
                new ServerConnector(
                        jettyServer,
                        1,
                        1,
                        new SslConnectionFactory(tls, "http/1.1"),
                        new HttpConnectionFactory(http));
        connector.setHost(bindAddress);
        connector.setPort(https.port());
        connector.setShutdownIdleTimeout(1);
        connector.addBean(new HandshakeCount(setup.connections(), setup.refused()));
        return connector;
    }

    @Override
    protected Handler createHandler(
            Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        ClientCertificate outer = new ClientCertificate();
        outer.setHandler(super.createHandler(options, admin, stubs));
        return outer;
    }

    private record HandshakeCount(AtomicInteger succeeded, AtomicInteger failed)
            implements SslHandshakeListener {

        @Override
        public void handshakeSucceeded(Event event) {
            succeeded.incrementAndGet();
        }

        @Override
        public void handshakeFailed(Event event, Throwable failure) {
            failed.incrementAndGet();
        }
    }
}
