package se.ehealthsdk.core.rivta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A TLS server that answers each request with whatever bytes a test wants, down to none, and counts its
 * connections. Nothing between the test and the socket that could make a bad answer better.
 */
final class RawServer implements AutoCloseable {

    /** Answers one request; returning false ends the connection. */
    interface Script {
        boolean answer(int request, OutputStream out) throws Exception;
    }

    private final SSLServerSocket listener;
    private final Script script;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    RawServer(SSLContext tls, Script script) throws IOException {
        this.script = script;
        this.listener =
                (SSLServerSocket)
                        tls.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.listener.setNeedClientAuth(true);
        daemon(this::listen);
    }

    /** An HTTP answer with a right Content-Length. */
    static byte[] http(String status, String headers, String body) {
        return http(status, headers, body.getBytes(UTF_8));
    }

    static byte[] http(String status, String headers, byte[] body) {
        byte[] head =
                ("HTTP/1.1 "
                                + status
                                + "\r\n"
                                + headers
                                + "Content-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** A good answer as the platform sends it. */
    static byte[] ok(String body) {
        return http(
                "200 OK",
                "Content-Type: text/xml; charset=UTF-8\r\nx-skltp-correlation-id: c\r\nx-skltp-prt: 7\r\n",
                body);
    }

    URI url() {
        return URI.create("https://localhost:" + listener.getLocalPort() + "/vp");
    }

    int connections() {
        return connections.get();
    }

    int requests() {
        return requests.get();
    }

    /** The heads of the requests so far, header names in lower case. */
    List<String> heads() {
        return heads;
    }

    List<String> bodies() {
        return bodies;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listener.accept();
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            connections.incrementAndGet();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (request(in)) {
                if (!script.answer(requests.incrementAndGet(), socket.getOutputStream())) {
                    return;
                }
                socket.getOutputStream().flush();
            }
        } catch (Exception ended) {
            // the client went away, or the test wanted the connection to end
        }
    }

    private boolean request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
        bodies.add(new String(in.readNBytes(length), UTF_8));
        heads.add(lower);
        return true;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
