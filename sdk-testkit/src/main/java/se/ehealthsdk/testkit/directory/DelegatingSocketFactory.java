package se.ehealthsdk.testkit.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS upon connections that have come in, each with the certificate of its moment. */
final class DelegatingSocketFactory extends SSLSocketFactory {

    private final Supplier<SSLContext> tls;

    DelegatingSocketFactory(Supplier<SSLContext> tls) {
        this.tls = tls;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
            throws IOException {
        SSLSocket secure =
                (SSLSocket) tls.get().getSocketFactory().createSocket(plain, host, port, autoClose);
        secure.setUseClientMode(false);
        secure.setWantClientAuth(true);
        secure.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return secure;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.get().getSocketFactory().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.get().getSocketFactory().getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyIncoming();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw onlyIncoming();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyIncoming();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw onlyIncoming();
    }

    private static UnsupportedOperationException onlyIncoming() {
        return new UnsupportedOperationException("for connections that have come in");
    }
}
