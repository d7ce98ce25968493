package se.ehealthsdk.conformance;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** TLS as the JDK sets it up from a certificate of the test PKI, without the SDK's own credentials. */
final class MutualTls {

    private MutualTls() {}

    /** One party: its certificate, and the roots of the test PKI. */
    static SSLContext of(IssuedCertificate own) {
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
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
