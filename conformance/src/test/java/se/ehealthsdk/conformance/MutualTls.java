package se.ehealthsdk.conformance;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
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
        try {
            char[] password = "unused".toCharArray();
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own.keyStore(password), password);
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            for (X509Certificate root : TestPki.shared().trustedRoots()) {
                roots.setCertificateEntry(root.getSerialNumber().toString(), root);
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
