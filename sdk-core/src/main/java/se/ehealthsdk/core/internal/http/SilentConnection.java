package se.ehealthsdk.core.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what passes out of the log. The connection that this one is made of writes headers and bodies at level
 * DEBUG: patients' data, passwords and tokens.
 */
final class SilentConnection extends DefaultManagedHttpClientConnection {

    private static final @Nullable CharsetDecoder ASCII_IN = null;
    private static final @Nullable CharsetEncoder ASCII_OUT = null;
    private static final @Nullable ContentLengthStrategy STANDARD = null;

    SilentConnection(Http1Config http) {
        super("ehealth-sdk", ASCII_IN, ASCII_OUT, http, STANDARD, STANDARD, null, null);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bind(new SocketHolder(tls, socket));
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}
}
