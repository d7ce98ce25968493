package se.ehealthsdk.hsa.internal.ldap;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** TLS over a connection: 1.3 or 1.2, and the certificate must be for that host. */
final class TlsSockets {

    private TlsSockets() {}

    /** The handshake is not done yet. */
    static SSLSocket over(Socket connected, Endpoint to, SSLContext context) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(connected, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        // RFC 4513 section 3.1.3; neither Java's sockets nor the library check it by themselves.
        // Within the handshake, so before anything is said
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        socket.setSSLParameters(parameters);
        return socket;
    }
}
