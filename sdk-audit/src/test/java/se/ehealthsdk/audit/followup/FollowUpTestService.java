package se.ehealthsdk.audit.followup;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.contract.FollowUpContracts;
import se.ehealthsdk.audit.contract.GetAccessLogsForPatient;
import se.ehealthsdk.audit.contract.GetInfoLogs;
import se.ehealthsdk.audit.contract.GetLogs;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.audit.contract.ReportAnswer;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** A log service over mutual TLS that answers as a test tells it to. */
final class FollowUpTestService implements AutoCloseable {

    private static final TestPki PKI = TestPki.shared();
    private static final char[] PASSWORD = "test".toCharArray();

    /** What was asked, in order. */
    final List<Object> requests = Collections.synchronizedList(new ArrayList<>());

    volatile Function<GetLogs, ReportAnswer<AccessRecord>> logs = request -> unexpected();
    volatile Function<GetAccessLogsForPatient, ReportAnswer<PatientAccess>> accessLogs =
            request -> unexpected();
    volatile Function<GetInfoLogs, ReportAnswer<CareProvider>> infoLogs = request -> unexpected();

    private final RivtaServer server;
    private final RivtaClient client;

    FollowUpTestService() {
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(FollowUpContracts.GET_LOGS, (request, caller) -> answer(request, logs))
                        .on(
                                FollowUpContracts.GET_ACCESS_LOGS_FOR_PATIENT,
                                (request, caller) -> answer(request, accessLogs))
                        .on(
                                FollowUpContracts.GET_INFO_LOGS,
                                (request, caller) -> answer(request, infoLogs))
                        .build();
        TrustAnchors trust = TrustAnchors.of(PKI.trustedRoots());
        server =
                RivtaServer.start(
                        endpoint,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        credential(PKI.server("localhost")),
                        trust);
        client =
                RivtaClient.builder()
                        .environment(Environment.of("test", server.url(), trust))
                        .credential(credential(PKI.function("SE2321000016-TEST1")))
                        .options(
                                options ->
                                        options.retry(
                                                new RetryPolicy(
                                                        2,
                                                        Duration.ofMillis(1),
                                                        Duration.ofMillis(2))))
                        .build();
    }

    RivtaClient client() {
        return client;
    }

    private <Q, R> R answer(Q request, Function<Q, R> script) {
        requests.add(request);
        return script.apply(request);
    }

    private static <T> T unexpected() {
        throw new AssertionError("not scripted");
    }

    private static Credential credential(IssuedCertificate issued) {
        return Credential.keyStore(issued.keyStore(PASSWORD), PASSWORD);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    /** Time that passes only while someone sleeps. */
    static final class FakeWaiting implements Waiting {

        final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pauses.add(pause);
            now += pause.toNanos();
        }
    }
}
