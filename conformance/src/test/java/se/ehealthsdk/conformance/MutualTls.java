package se.ehealthsdk.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * One party's TLS as the JDK sets it up, without the SDK's own credentials.
 *
 * @param keys its certificate
 * @param trust the roots of the test PKI
 */
record MutualTls(KeyManager[] keys, TrustManager[] trust) {

    static MutualTls of(IssuedCertificate own) {
        char[] password = "unused".toCharArray();
        return of(own.keyStore(password), password, TestPki.shared().trustedRoots());
    }

    /** From files, as a tester gets them. */
    static MutualTls of(Path pkcs12, String password, Path roots) {
        try (InputStream key = Files.newInputStream(pkcs12);
                InputStream pem = Files.newInputStream(roots)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(key, password.toCharArray());
            return of(
                    own,
                    password.toCharArray(),
                    CertificateFactory.getInstance("X.509").generateCertificates(pem));
        } catch (GeneralSecurityException | IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static MutualTls of(
            KeyStore own, char[] password, Collection<? extends Certificate> trusted) {
        try {
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, password);
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            for (Certificate root : trusted) {
                roots.setCertificateEntry(String.valueOf(roots.size()), root);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            return new MutualTls(keys.getKeyManagers(), trust.getTrustManagers());
        } catch (GeneralSecurityException | IOException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
