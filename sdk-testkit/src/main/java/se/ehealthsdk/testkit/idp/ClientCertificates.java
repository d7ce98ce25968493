package se.ehealthsdk.testkit.idp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import se.ehealthsdk.testkit.internal.server.Listening;
import se.ehealthsdk.testkit.internal.server.ServerTls;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * TLS of the IdP. The handshake takes any client certificate, since a client may have one that it signed
 * itself; whose it is, and whether it is good, is judged at the token endpoint.
 */
final class ClientCertificates {

    private static final char[] PASSWORD = TestPki.PASSWORD.toCharArray();

    private final TestPki pki;
    private final X509TrustManager path;

    ClientCertificates(TestPki pki) {
        this.pki = pki;
        this.path = path(pki.trustedRoots());
    }

    ServerTls serverTls(Listening place) {
        return new ServerTls(place.certificate(pki), this::serverContext);
    }

    private SSLContext serverContext(IssuedCertificate certificate) {
        try {
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(certificate.keyStore(PASSWORD), PASSWORD);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), new TrustManager[] {new Any(pki)}, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not set up TLS", e);
        }
    }

    /** Whether the chain leads to the test PKI and is good for a client. */
    boolean isTrusted(List<X509Certificate> chain) {
        try {
            path.checkClientTrusted(
                    chain.toArray(X509Certificate[]::new),
                    chain.get(0).getPublicKey().getAlgorithm());
            return true;
        } catch (CertificateException refused) {
            return false;
        }
    }

    private static X509TrustManager path(List<X509Certificate> roots) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate root : roots) {
                store.setCertificateEntry("root " + store.size(), root);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Could not set up trust in the test PKI", e);
        }
    }

    /** Names the test PKI's CAs, so that a browser does not ask its user about other certificates. */
    private static final class Any extends X509ExtendedTrustManager {

        private final X509Certificate[] cas;

        Any(TestPki pki) {
            cas =
                    Stream.concat(
                                    pki.trustedRoots().stream(),
                                    Stream.of(pki.functionCa().certificate()))
                            .toArray(X509Certificate[]::new);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return cas.clone();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // judged later
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // judged later
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // judged later
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            throw new CertificateException("this is a server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("this is a server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("this is a server");
        }
    }
}
