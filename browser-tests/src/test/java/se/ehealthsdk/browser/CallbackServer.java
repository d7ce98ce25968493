package se.ehealthsdk.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that does nothing but to be there when the browser comes back. */
final class CallbackServer implements AutoCloseable {

    private static final byte[] PAGE =
            "<!doctype html><html lang=sv><title>Tillbaka</title><link rel=icon href=data:,><h1>Tillbaka</h1>"
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    CallbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders()
                                .set("Content-Type", "text/html; charset=utf-8");
                        exchange.sendResponseHeaders(200, PAGE.length);
                        exchange.getResponseBody().write(PAGE);
                    }
                });
        server.start();
    }

    URI callback() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/callback");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
