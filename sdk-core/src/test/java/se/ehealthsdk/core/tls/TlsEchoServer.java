package se.ehealthsdk.core.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A TLS server on this machine that demands a client certificate and sends every byte back. */
final class TlsEchoServer implements AutoCloseable {

    private final SSLServerSocket listener;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "tls-echo");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final BlockingQueue<X509Certificate> callers = new LinkedBlockingQueue<>();

    TlsEchoServer(SSLContext context) throws IOException {
        listener =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getByName("localhost"));
        listener.setNeedClientAuth(true);
        threads.execute(this::accept);
    }

    /** The certificate of the next caller whose handshake has been made. */
    X509Certificate nextCaller() throws InterruptedException {
        X509Certificate caller = callers.poll(20, TimeUnit.SECONDS);
        if (caller == null) {
            throw new AssertionError("no one called");
        }
        return caller;
    }

    /** Opens a connection and sends one byte there and back. */
    SSLSocket connect(SSLContext context, String protocol) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket("localhost", listener.getLocalPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(20_000);
        socket.startHandshake();
        echo(socket);
        return socket;
    }

    static void echo(SSLSocket socket) throws IOException {
        socket.getOutputStream().write(42);
        if (socket.getInputStream().read() != 42) {
            throw new IOException("The server closed the connection");
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listener.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            callers.add((X509Certificate) socket.getSession().getPeerCertificates()[0]);
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                socket.getOutputStream().write(b);
            }
        } catch (IOException e) {
            // The caller sees that its connection ends.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
