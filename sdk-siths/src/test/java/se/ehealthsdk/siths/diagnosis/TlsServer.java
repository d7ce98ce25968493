package se.ehealthsdk.siths.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import se.ehealthsdk.testpki.IssuedCertificate;

/** A server on this machine that behaves as told. */
final class TlsServer implements AutoCloseable {

    enum Asks {
        NOT,
        WANTS,
        REQUIRES
    }

    /** What is done with a connection. */
    interface Handling {
        void of(Socket connection) throws IOException;
    }

    private static final char[] PASSWORD = "secret".toCharArray();

    private static final int MUTE = 0;

    private final ServerSocket socket;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<X509Certificate> clients = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

    private TlsServer(ServerSocket socket, Handling handling) {
        this.socket = socket;
        Thread thread =
                new Thread(
                        () -> {
                            while (!socket.isClosed()) {
                                try {
                                    Socket connection = socket.accept();
                                    connections.add(connection);
                                    accepted.incrementAndGet();
                                    serve(connection, handling);
                                } catch (IOException closed) {
                                    // refused by the one or the other, as the test wants it
                                }
                            }
                        },
                        "test-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Socket connection, Handling handling) throws IOException {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                handling.of(connection);
                            } catch (IOException refused) {
                                try {
                                    connection.close();
                                } catch (IOException ignored) {
                                    // gone already
                                }
                            }
                        },
                        "test-connection");
        thread.setDaemon(true);
        thread.start();
    }

    static TlsServer raw(Handling handling) throws IOException {
        return new TlsServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), handling);
    }

    /** Answers every connection with these bytes after it has read something. */
    static TlsServer answering(byte[] bytes) throws IOException {
        return raw(
                connection -> {
                    connection.getInputStream().read(new byte[4096]);
                    connection.getOutputStream().write(bytes);
                    connection.getOutputStream().flush();
                });
    }

    static TlsServer tls(
            IssuedCertificate identity,
            List<X509Certificate> trusted,
            Asks asks,
            String... protocols)
            throws Exception {
        return tls(identity.keyStore(PASSWORD), trusted, asks, 200, protocols);
    }

    /** Completes the handshake, requires a certificate, and says nothing after that. */
    static TlsServer mute(IssuedCertificate identity, List<X509Certificate> trusted)
            throws Exception {
        return tls(identity.keyStore(PASSWORD), trusted, Asks.REQUIRES, MUTE);
    }

    static TlsServer tls(
            KeyStore identity,
            List<X509Certificate> trusted,
            Asks asks,
            int status,
            String... protocols)
            throws Exception {
        SSLServerSocket socket =
                (SSLServerSocket)
                        context(identity, trusted)
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(asks == Asks.REQUIRES);
        if (asks == Asks.WANTS) {
            socket.setWantClientAuth(true);
        }
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        CountDownLatch ready = new CountDownLatch(1);
        List<TlsServer> self = new ArrayList<>();
        TlsServer server =
                new TlsServer(
                        socket,
                        connection -> {
                            await(ready);
                            self.get(0).answer((SSLSocket) connection, status);
                        });
        self.add(server);
        ready.countDown();
        return server;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static SSLContext context(KeyStore identity, List<X509Certificate> trusted)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(identity, PASSWORD);
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        for (X509Certificate each : trusted) {
            anchors.setCertificateEntry("anchor" + anchors.size(), each);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void answer(SSLSocket connection, int status) throws IOException {
        connection.startHandshake();
        try {
            clients.add((X509Certificate) connection.getSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException none) {
            // without certificate
        }
        String request = head(connection.getInputStream());
        if (request.isEmpty()) {
            connection.close();
            return;
        }
        requests.add(request);
        if (status == MUTE) {
            return;
        }
        connection
                .getOutputStream()
                .write(
                        ("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
        connection.close();
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the requests that came over TLS. */
    List<String> requests() {
        return requests;
    }

    /** The certificates that clients showed in completed handshakes. */
    List<X509Certificate> clients() {
        return clients;
    }

    int connections() {
        return accepted.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : connections) {
            each.close();
        }
    }
}
