package se.ehealthsdk.core.rivta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A web proxy that makes CONNECT tunnels, for those who log in when that is asked for. */
final class ConnectProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final @Nullable String login;
    private final List<String> tunnels = new CopyOnWriteArrayList<>();

    /**
     * @param login as {@code user:password}; null to let everyone through
     */
    ConnectProxy(InetAddress address, @Nullable String login) throws IOException {
        this.listener = new ServerSocket(0, 50, address);
        this.login = login;
        daemon(
                () -> {
                    while (true) {
                        Socket client = listener.accept();
                        daemon(() -> serve(client));
                    }
                });
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> tunnels() {
        return tunnels;
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            while (true) {
                String head = head(client.getInputStream());
                String target = head.split(" ")[1];
                String expected =
                        login == null
                                ? ""
                                : "proxy-authorization: basic "
                                        + Base64.getEncoder()
                                                .encodeToString(login.getBytes(ISO_8859_1));
                if (!head.toLowerCase(Locale.ROOT).contains(expected.toLowerCase(Locale.ROOT))) {
                    write(
                            client.getOutputStream(),
                            "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
                    continue;
                }
                tunnels.add(target);
                tunnel(client, target);
                return;
            }
        }
    }

    private static void tunnel(Socket client, String target) throws IOException {
        int colon = target.lastIndexOf(':');
        try (Socket server =
                new Socket(
                        target.substring(0, colon),
                        Integer.parseInt(target.substring(colon + 1)))) {
            write(client.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
            daemon(() -> server.getInputStream().transferTo(client.getOutputStream()));
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client went away");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                task.run();
                            } catch (IOException ended) {
                                // one side went away
                            }
                        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
