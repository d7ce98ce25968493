package se.ehealthsdk.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import se.ehealthsdk.testpki.TestPki;

/**
 * Where a benchmark plays: the server's port, and the folder with the certificates.
 *
 * @param port the server's port on localhost
 * @param certificates what {@link TestPki#writeTo} wrote
 */
record Stage(int port, Path certificates) {

    /** The logical address of the national HSA and of the national log service. */
    static final String LOGICAL_ADDRESS = "SE165565594230-1000";

    String url() {
        return "https://localhost:" + port + "/";
    }

    /** The client's certificate and key. */
    Path clientPkcs12() {
        return certificates.resolve("function.p12");
    }

    /** The server's certificate and key. */
    Path serverPkcs12() {
        return certificates.resolve("server.p12");
    }

    /** The roots that both trust. */
    Path trustedRoots() {
        return certificates.resolve("trusted-roots.pem");
    }

    static char[] password() {
        return TestPki.PASSWORD.toCharArray();
    }

    static KeyManager[] keyManagers(Path pkcs12) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pkcs12)) {
            store.load(in, password());
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password());
        return factory.getKeyManagers();
    }

    KeyStore trustStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(trustedRoots())) {
            for (Certificate root :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("root" + store.size(), root);
            }
        }
        return store;
    }

    TrustManager[] trustManagers() throws IOException, GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trustStore());
        return factory.getTrustManagers();
    }
}
