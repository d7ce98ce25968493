package se.ehealthsdk.benchmarks.testkit;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.TestPki;

/** A client's TLS, of files that the test PKI wrote. */
final class Keys {

    private Keys() {}

    static SSLContext context(String folder) {
        Path path = Path.of(folder);
        return Credential.pkcs12(path.resolve("function.p12"), TestPki.PASSWORD.toCharArray())
                .sslContext(TrustAnchors.pem(path.resolve("trusted-roots.pem")));
    }
}
