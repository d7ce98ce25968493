package se.ehealthsdk.testkit.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Listens for LDAPS. The handshake waits until somebody reads, so that a slow client holds up nobody else. */
final class TlsServerSockets extends ServerSocketFactory {

    private final SSLSocketFactory tls;

    TlsServerSockets(SSLSocketFactory tls) {
        this.tls = tls;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
            throws IOException {
        ServerSocket listening = new TlsServerSocket(tls);
        listening.bind(new InetSocketAddress(address, port), backlog);
        return listening;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 0);
    }

    private static final class TlsServerSocket extends ServerSocket {

        private final SSLSocketFactory tls;

        TlsServerSocket(SSLSocketFactory tls) throws IOException {
            this.tls = tls;
        }

        @Override
        public Socket accept() throws IOException {
            Socket plain = super.accept();
            return tls.createSocket(
                    plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        }
    }
}
