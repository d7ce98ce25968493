package se.ehealthsdk.audit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** Servers and clients over mutual TLS. */
final class Pki {

    private static final TestPki PKI = TestPki.shared();
    private static final char[] PASSWORD = "test".toCharArray();

    private Pki() {}

    static RivtaServer serve(RivtaEndpoint endpoint) {
        return RivtaServer.start(
                endpoint,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                credential(PKI.server("localhost")),
                TrustAnchors.of(PKI.trustedRoots()));
    }

    static RivtaClient.Builder client(URI url) {
        return RivtaClient.builder()
                .environment(Environment.of("test", url, TrustAnchors.of(PKI.trustedRoots())))
                .credential(credential(PKI.function("SE2321000016-TEST1")));
    }

    private static Credential credential(IssuedCertificate issued) {
        return Credential.keyStore(issued.keyStore(PASSWORD), PASSWORD);
    }
}
