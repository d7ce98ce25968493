package se.ehealthsdk.core.rivta;

import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** What the tests of this package need of a PKI. */
final class Pki {

    static final TestPki PKI = TestPki.shared();
    static final String SYSTEM = "SE2321000016-TEST1";

    private static final char[] PASSWORD = "test".toCharArray();

    private Pki() {}

    static TrustAnchors trust() {
        return TrustAnchors.of(PKI.trustedRoots());
    }

    static Credential system() {
        return credential(PKI.function(SYSTEM));
    }

    static Credential server() {
        return credential(PKI.server("localhost"));
    }

    static Credential credential(IssuedCertificate issued) {
        return Credential.keyStore(issued.keyStore(PASSWORD), PASSWORD);
    }

    /** A server's context made with the JDK alone, so that ours is not tested against itself. */
    static SSLContext serverContext() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(PKI.server("localhost").keyStore(PASSWORD), PASSWORD);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        int number = 0;
        for (var root : PKI.trustedRoots()) {
            roots.setCertificateEntry("root" + number++, root);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    static RivtaClient.Builder client(java.net.URI url) {
        return RivtaClient.builder()
                .environment(Environment.of("test", url, trust()))
                .credential(system());
    }
}
