package se.ehealthsdk.testkit.internal.server;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.io.ssl.SslConnection;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Carries the client's certificate past WireMock, whose requests have no place for it, to the code that
 * answers on the same thread. Hides WireMock's admin API too.
 */
final class ClientCertificate extends HandlerWrapper {

    private static final String ADMIN = "/__admin";
    private static final ThreadLocal<X509Certificate> CURRENT = new ThreadLocal<>();

    /** The certificate of the client whose request this thread is answering. */
    static Optional<X509Certificate> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    @Override
    public void handle(
            String target,
            Request baseRequest,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (target.startsWith(ADMIN)) {
            response.setStatus(404);
            baseRequest.setHandled(true);
            return;
        }
        certificateOf(baseRequest).ifPresent(CURRENT::set);
        try {
            super.handle(target, baseRequest, request, response);
        } finally {
            CURRENT.remove();
        }
    }

    private static Optional<X509Certificate> certificateOf(Request request) {
        if (!(request.getHttpChannel().getEndPoint()
                instanceof SslConnection.DecryptedEndPoint endPoint)) {
            return Optional.empty();
        }
        try {
            Certificate[] chain =
                    endPoint.getSslConnection().getSSLEngine().getSession().getPeerCertificates();
            return chain[0] instanceof X509Certificate first
                    ? Optional.of(first)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
