package se.ehealthsdk.testpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real handshakes between two parties of the test PKI, with the JDK's own TLS. */
class HandshakeTest {

    private static final char[] PASSWORD = "secret".toCharArray();
    private static final TestPki PKI = TestPki.shared();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void mutualHandshake_givesTheServerTheClientsCertificate(String protocol) throws Exception {
        IssuedCertificate client = PKI.function("SE2321000016-39KJ");

        X509Certificate seen = handshake(PKI.server("localhost"), client, "localhost", protocol);

        assertThat(seen).isEqualTo(client.certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void server_isGoodForTheAddressesOfThisMachine(String address) throws Exception {
        assertThat(
                        handshake(
                                PKI.server("localhost"),
                                PKI.function("SE2321000016-39KJ"),
                                address,
                                "TLSv1.3"))
                .isNotNull();
    }

    @Test
    void serverWithWrongHostName_isRefusedByTheClient() {
        assertThatThrownBy(
                        () ->
                                handshake(
                                        PKI.serverWithWrongHostName(),
                                        PKI.function("SE2321000016-39KJ"),
                                        "localhost",
                                        "TLSv1.3"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientFromUntrustedCa_isRefusedByTheServer(String protocol) {
        assertThatThrownBy(
                        () ->
                                handshake(
                                        PKI.server("localhost"),
                                        PKI.fromUntrustedCa("SE2321000016-39KJ"),
                                        "localhost",
                                        protocol))
                .isInstanceOf(IOException.class);
    }

    private static X509Certificate handshake(
            IssuedCertificate server, IssuedCertificate client, String host, String protocol)
            throws Exception {
        try (SSLServerSocket listener =
                (SSLServerSocket)
                        context(server)
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getByName(host))) {
            listener.setNeedClientAuth(true);
            CompletableFuture<X509Certificate> seen = new CompletableFuture<>();
            CompletableFuture.runAsync(() -> acceptOne(listener, seen));
            try (SSLSocket socket =
                    (SSLSocket)
                            context(client)
                                    .getSocketFactory()
                                    .createSocket(
                                            InetAddress.getByName(host), listener.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                parameters.setProtocols(new String[] {protocol});
                socket.setSSLParameters(parameters);
                socket.setSoTimeout(10_000);
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
                // In TLS 1.3 the client learns of a refusal at its first read.
                if (socket.getInputStream().read() != 1) {
                    throw new IOException("The server closed the connection");
                }
                return seen.get(10, TimeUnit.SECONDS);
            }
        }
    }

    private static void acceptOne(
            SSLServerSocket listener, CompletableFuture<X509Certificate> seen) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            seen.complete((X509Certificate) socket.getSession().getPeerCertificates()[0]);
            socket.getOutputStream().write(1);
        } catch (IOException e) {
            seen.completeExceptionally(e);
        }
    }

    private static SSLContext context(IssuedCertificate own) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own.keyStore(PASSWORD), PASSWORD);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", PKI.root().certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
