package se.ehealthsdk.testkit.internal.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * An HTTPS server that requires a client certificate and gives every call to one function.
 *
 * <p>WireMock serves: its faults, its delays and its threads are used. Its journal is off, since it cannot
 * know what a RIV-TA call is, and its admin API is not reachable.
 */
public final class StandInServer implements AutoCloseable {

    private final WireMockServer wireMock;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private StandInServer(SSLContext tls, Listening place, Function<HttpCall, HttpReply> service) {
        wireMock =
                new WireMockServer(
                        wireMockConfig()
                                .httpDisabled(true)
                                .httpsPort(place.port())
                                .bindAddress(place.address().getHostAddress())
                                .gzipDisabled(true)
                                .disableRequestJournal()
                                // nothing of a reply is kept, so that it need not fit in memory
                                .maxLoggedResponseSize(0)
                                .stubRequestLoggingDisabled(true)
                                .useChunkedTransferEncoding(ChunkedEncodingPolicy.ALWAYS)
                                .jettyAcceptors(1)
                                .containerThreads(40)
                                .jettyStopTimeout(0L)
                                .extensions(new Answering(service))
                                .httpServerFactory(
                                        (options, admin, stubs) ->
                                                MutualTlsServer.create(
                                                        options,
                                                        admin,
                                                        stubs,
                                                        tls,
                                                        connections,
                                                        refused)));
    }

    /**
     * @param tls the server's certificate, and whom it trusts
     * @param place where it listens
     * @throws ConfigurationException if it cannot listen there
     */
    public static StandInServer start(
            SSLContext tls, Listening place, Function<HttpCall, HttpReply> service) {
        StandInServer server = new StandInServer(tls, place, service);
        server.wireMock.stubFor(
                any(anyUrl()).willReturn(aResponse().withTransformers(Answering.NAME)));
        try {
            server.wireMock.start();
        } catch (FatalStartupException taken) {
            throw place.cannotListen(taken);
        }
        return server;
    }

    public int port() {
        return wireMock.httpsPort();
    }

    /** How many connections got through the TLS handshake. */
    public int connections() {
        return connections.get();
    }

    /** How many connections the TLS handshake refused. */
    public int refusedConnections() {
        return refused.get();
    }

    @Override
    public void close() {
        wireMock.stop();
    }
}
