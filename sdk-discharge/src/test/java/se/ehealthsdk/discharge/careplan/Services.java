package se.ehealthsdk.discharge.careplan;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** A server and a client over mutual TLS. */
public final class Services implements AutoCloseable {

    private static final TrustAnchors ROOTS = TrustAnchors.of(TestPki.shared().trustedRoots());

    private final RivtaServer server;
    public final RivtaClient platform;

    public Services(RivtaEndpoint endpoint) {
        server =
                RivtaServer.start(
                        endpoint,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        credential(TestPki.shared().server("localhost")),
                        ROOTS);
        platform =
                RivtaClient.builder()
                        .environment(Environment.of("test", server.url(), ROOTS))
                        .credential(credential(TestPki.shared().function("SE2321000016-TEST1")))
                        .options(options -> options.retry(RetryPolicy.NONE))
                        .build();
    }

    public URI url() {
        return server.url();
    }

    private static Credential credential(IssuedCertificate certificate) {
        char[] password = "unused".toCharArray();
        return Credential.keyStore(certificate.keyStore(password), password);
    }

    @Override
    public void close() {
        platform.close();
        server.close();
    }
}
