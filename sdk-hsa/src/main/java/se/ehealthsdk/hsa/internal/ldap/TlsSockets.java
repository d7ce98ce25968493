package se.ehealthsdk.hsa.internal.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS to one server: 1.3 or 1.2, and the certificate must be for that host, which neither Java's sockets nor the
 * library check by themselves. One for each connection: the library locks it while the handshake lasts.
 */
final class TlsSockets extends SSLSocketFactory {

    private final SSLContext context;
    private final Endpoint to;

    TlsSockets(SSLContext context, Endpoint to) {
        this.context = context;
        this.to = to;
    }

    @Override
    public SSLSocket createSocket(Socket connected, String host, int port, boolean autoClose)
            throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(connected, to.host(), to.port(), autoClose);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        // RFC 4513 section 3.1.3; within the handshake, so before anything is said
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return context.getSocketFactory().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return context.getSocketFactory().getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyOverAConnection();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw onlyOverAConnection();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyOverAConnection();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw onlyOverAConnection();
    }

    private static UnsupportedOperationException onlyOverAConnection() {
        return new UnsupportedOperationException("TLS is put over a connection");
    }
}
