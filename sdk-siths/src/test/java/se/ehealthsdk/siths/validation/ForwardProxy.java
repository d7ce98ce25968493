package se.ehealthsdk.siths.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web proxy for plain HTTP that takes every host to one server. One request on each connection. */
final class ForwardProxy implements AutoCloseable {

    private final ServerSocket server;
    private final URI end;
    private final List<String> targets = new CopyOnWriteArrayList<>();

    private ForwardProxy(ServerSocket server, URI end) {
        this.server = server;
        this.end = end;
    }

    static ForwardProxy to(URI end) {
        try {
            ForwardProxy proxy =
                    new ForwardProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), end);
            Thread thread = new Thread(proxy::accept, "test-forward-proxy");
            thread.setDaemon(true);
            thread.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** The absolute addresses that were asked for. */
    List<String> targets() {
        return targets;
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket client = server.accept();
                    Socket upstream = new Socket(end.getHost(), end.getPort())) {
                relay(client, upstream);
            } catch (IOException gone) {
                // the next one
            }
        }
    }

    private void relay(Socket client, Socket upstream) throws IOException {
        InputStream in = client.getInputStream();
        String[] request = line(in).split(" ");
        targets.add(request[1]);
        OutputStream out = upstream.getOutputStream();
        out.write(
                (request[0] + " " + URI.create(request[1]).getRawPath() + " HTTP/1.0\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
                out.write((header + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(in.readNBytes(length));
        out.flush();
        upstream.getInputStream().transferTo(client.getOutputStream());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
