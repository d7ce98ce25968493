package se.ehealthsdk.conformance;

import java.net.URI;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** Who takes part, each with a certificate of the test PKI, made once: keys take their time. */
final class Parties {

    /** What everybody trusts. */
    static final TrustAnchors ROOTS = TrustAnchors.of(TestPki.shared().trustedRoots());

    private static final IssuedCertificate SERVER = TestPki.shared().server("localhost");
    private static final IssuedCertificate CXF = TestPki.shared().function("SE2321000016-CXF1");
    private static final IssuedCertificate SDK = TestPki.shared().function("SE2321000016-SDK1");

    private Parties() {}

    static MutualTls cxfServer() {
        return MutualTls.of(SERVER);
    }

    static MutualTls cxfClient() {
        return MutualTls.of(CXF);
    }

    /** The SDK's own server certificate. */
    static Credential server() {
        return credential(SERVER);
    }

    /** The SDK calling one service, once. */
    static RivtaClient client(RivtaContract<?, ?> contract, URI service) {
        return RivtaClient.builder()
                .environment(Environment.of("CXF", service, ROOTS).withUrl(contract, service))
                .credential(credential(SDK))
                .options(options -> options.retry(RetryPolicy.NONE))
                .build();
    }

    private static Credential credential(IssuedCertificate certificate) {
        char[] password = "unused".toCharArray();
        return Credential.keyStore(certificate.keyStore(password), password);
    }
}
