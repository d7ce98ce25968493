package se.ehealthsdk.certificate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** A service that answers as each test wants it to, over mutual TLS. */
final class WireService implements AutoCloseable {

    private static final TrustAnchors ROOTS = TrustAnchors.of(TestPki.shared().trustedRoots());

    private final Map<RivtaContract<?, ?>, Function<Object, Object>> answers = new HashMap<>();
    final List<Object> requests = new ArrayList<>();
    final List<LogicalAddress> addresses = new ArrayList<>();
    final RivtaServer server;
    final RivtaClient platform;

    WireService() {
        RivtaEndpoint.Builder endpoint = RivtaEndpoint.builder();
        CertificateContracts.all().forEach(contract -> on(endpoint, contract));
        server =
                RivtaServer.start(
                        endpoint.build(),
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

    @SuppressWarnings("unchecked")
    private <Q, R> void on(RivtaEndpoint.Builder endpoint, RivtaContract<Q, R> contract) {
        endpoint.on(
                contract,
                (request, caller) -> {
                    synchronized (this) {
                        requests.add(request);
                        addresses.add(caller.logicalAddress());
                        return (R) answers.get(contract).apply(request);
                    }
                });
    }

    private static Credential credential(IssuedCertificate certificate) {
        char[] password = "unused".toCharArray();
        return Credential.keyStore(certificate.keyStore(password), password);
    }

    @SuppressWarnings("unchecked")
    synchronized <Q, R> void answer(RivtaContract<Q, R> contract, Function<Q, R> answer) {
        requests.clear();
        addresses.clear();
        answers.put(contract, request -> answer.apply((Q) request));
    }

    @Override
    public void close() {
        platform.close();
        server.close();
    }
}
