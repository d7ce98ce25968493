package se.ehealthsdk.siths.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.diagnosis.Finding.Check;
import se.ehealthsdk.siths.diagnosis.Finding.Severity;
import se.ehealthsdk.siths.diagnosis.TlsServer.Asks;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;
import se.ehealthsdk.testpki.TestPki;

class MutualTlsDiagnosisTest {

    private static final String HSA_ID = "SE2321000016-TESTSYS";
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final TestPki PKI = TestPki.shared();
    private static final IssuedCertificate SERVER = PKI.server("localhost");
    private static final IssuedCertificate CLIENT = PKI.function(HSA_ID);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private TlsServer server(Asks asks, String... protocols) throws Exception {
        return kept(TlsServer.tls(SERVER, PKI.trustedRoots(), asks, protocols));
    }

    private <T extends AutoCloseable> T kept(T resource) {
        open.add(resource);
        return resource;
    }

    private static MutualTlsDiagnosis.Builder diagnosis(int port) {
        return MutualTlsDiagnosis.builder()
                .endpoint("localhost", port)
                .trust(TrustAnchors.of(PKI.trustedRoots()));
    }

    private static DiagnosisReport run(TlsServer server, IssuedCertificate client) {
        return diagnosis(server.port()).credential(credential(client)).build().run();
    }

    private static Credential credential(IssuedCertificate issued) {
        return Credential.keyStore(issued.keyStore(PASSWORD), PASSWORD);
    }

    private static Credential credential(IssuedCertificate issued, X509Certificate... chain)
            throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", issued.key(), PASSWORD, (Certificate[]) chain);
        return Credential.keyStore(store, PASSWORD);
    }

    private static Finding assertFinding(DiagnosisReport report, Check check, Severity severity) {
        Finding finding =
                report.finding(check)
                        .orElseThrow(() -> new AssertionError("no " + check + " in\n" + report));
        assertThat(finding.severity()).as(report.toString()).isEqualTo(severity);
        assertThat(finding.remedy().isBlank()).isEqualTo(severity == Severity.OK);
        return finding;
    }

    private static void assertNone(DiagnosisReport report, Check... checks) {
        assertThat(report.findings())
                .as(report.toString())
                .extracting(Finding::check)
                .doesNotContain(checks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void run_allInOrder_isOk_andSaysWhatWasSeen(String protocol) throws Exception {
        TlsServer server = server(Asks.REQUIRES, protocol);

        DiagnosisReport report = run(server, CLIENT);

        assertThat(report.ok()).as(report.toString()).isTrue();
        assertThat(report.findings()).allMatch(each -> each.severity() == Severity.OK);
        assertThat(assertFinding(report, Check.TLS, Severity.OK).text()).contains(protocol, "TLS_");
        assertThat(assertFinding(report, Check.OWN_CERTIFICATE, Severity.OK).text())
                .contains("FUNCTION", HSA_ID, "Function CA v1");
        assertThat(assertFinding(report, Check.ACCEPTED_ISSUERS, Severity.OK).text())
                .contains("SDKTEST SITHS e-id Root CA v2");
        assertFinding(report, Check.CERTIFICATE_SENT, Severity.OK);
        assertFinding(report, Check.SERVER_VERDICT, Severity.OK);
        assertThat(assertFinding(report, Check.ANSWER, Severity.OK).text()).contains("200");
        assertThat(server.clients()).containsExactly(CLIENT.certificate());
        assertThat(server.requests()).hasSize(1).allMatch(each -> each.startsWith("HEAD / "));
        assertThat(report.toString()).contains("Mutual TLS with localhost:" + server.port());
    }

    @Test
    void run_findings_standInTheOrderOfAConnection() throws Exception {
        DiagnosisReport report = run(server(Asks.REQUIRES), CLIENT);

        assertThat(report.findings()).extracting(Finding::check).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void run_serverOfAnUnknownRoot_isShownNothing(String protocol) throws Exception {
        TlsServer server =
                kept(
                        TlsServer.tls(
                                PKI.untrusted().server("localhost"),
                                PKI.trustedRoots(),
                                Asks.WANTS,
                                protocol));

        DiagnosisReport report = run(server, CLIENT);

        assertThat(report.ok()).isFalse();
        assertThat(assertFinding(report, Check.SERVER_TRUST, Severity.PROBLEM).text())
                .contains("SDKTEST Other Root CA v1");
        assertFinding(report, Check.SERVER_NAME, Severity.OK);
        assertFinding(report, Check.CERTIFICATE_SENT, Severity.WARNING);
        assertFinding(report, Check.ACCEPTED_ISSUERS, Severity.OK);
        assertNone(report, Check.SERVER_VERDICT, Check.ANSWER, Check.WITHOUT_CERTIFICATE);
        assertThat(server.clients()).isEmpty();
        assertThat(server.requests()).isEmpty();
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void run_serverOfAnUnknownRootThatRequires_isNotSaidToRefuse(String protocol) throws Exception {
        TlsServer server =
                kept(
                        TlsServer.tls(
                                PKI.untrusted().server("localhost"),
                                PKI.trustedRoots(),
                                Asks.REQUIRES,
                                protocol));

        DiagnosisReport report = run(server, CLIENT);

        assertFinding(report, Check.SERVER_TRUST, Severity.PROBLEM);
        assertThat(report.problems()).hasSize(1);
        assertThat(server.clients()).isEmpty();
    }

    @Test
    void run_serverWithoutItsIntermediate_isToldApart() throws Exception {
        KeyStore alone = KeyStore.getInstance("PKCS12");
        alone.load(null, null);
        alone.setKeyEntry("key", SERVER.key(), PASSWORD, new Certificate[] {SERVER.certificate()});
        TlsServer server = kept(TlsServer.tls(alone, PKI.trustedRoots(), Asks.REQUIRES, 200));

        DiagnosisReport report = run(server, CLIENT);

        assertThat(assertFinding(report, Check.SERVER_TRUST, Severity.PROBLEM).text())
                .contains("Function CA v1", "does not send");
    }

    @Test
    void run_serverWithAnotherHostsCertificate_isShownNothing() throws Exception {
        TlsServer server =
                kept(TlsServer.tls(PKI.serverWithWrongHostName(), PKI.trustedRoots(), Asks.WANTS));

        DiagnosisReport report = run(server, CLIENT);

        assertFinding(report, Check.SERVER_TRUST, Severity.OK);
        assertThat(assertFinding(report, Check.SERVER_NAME, Severity.PROBLEM).text())
                .contains("localhost", "wrong-host.example.test");
        assertThat(server.clients()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void run_expiredClient_isRefused_andTheReasonIsKnown(String protocol) throws Exception {
        TlsServer server = server(Asks.REQUIRES, protocol);

        DiagnosisReport report = run(server, PKI.expired(HSA_ID));

        assertThat(assertFinding(report, Check.OWN_CERTIFICATE, Severity.PROBLEM).text())
                .contains("expired");
        assertFinding(report, Check.CERTIFICATE_SENT, Severity.OK);
        assertThat(assertFinding(report, Check.SERVER_VERDICT, Severity.PROBLEM).text())
                .contains("certificate_");
        assertThat(assertFinding(report, Check.WITHOUT_CERTIFICATE, Severity.OK).text())
                .contains("demands one");
        assertNone(report, Check.ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, REQUIRES", "TLSv1.3, REQUIRES", "TLSv1.2, WANTS", "TLSv1.3, WANTS"})
    void run_clientOfAnUnknownCa_isRefused_andTheIssuersAreCompared(String protocol, Asks asks)
            throws Exception {
        TlsServer server = server(asks, protocol);

        DiagnosisReport report = run(server, PKI.fromUntrustedCa(HSA_ID));

        assertThat(assertFinding(report, Check.ACCEPTED_ISSUERS, Severity.PROBLEM).text())
                .contains("SDKTEST SITHS e-id Function CA v1", "SDKTEST SITHS e-id Root CA v2");
        assertThat(assertFinding(report, Check.SERVER_VERDICT, Severity.PROBLEM).text())
                .contains("certificate_unknown");
        assertFinding(
                report,
                Check.WITHOUT_CERTIFICATE,
                asks == Asks.WANTS ? Severity.WARNING : Severity.OK);
        assertThat(server.clients()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void run_clientWithoutItsIntermediate_isRefused_andToldWhatToAdd(String protocol)
            throws Exception {
        TlsServer server = server(Asks.REQUIRES, protocol);

        DiagnosisReport report =
                diagnosis(server.port())
                        .credential(credential(CLIENT, CLIENT.certificate()))
                        .build()
                        .run();

        assertThat(assertFinding(report, Check.OWN_CHAIN, Severity.PROBLEM).remedy())
                .contains("issuing CA's certificate");
        assertThat(assertFinding(report, Check.ACCEPTED_ISSUERS, Severity.PROBLEM).remedy())
                .contains("issuing CA's certificate");
        assertFinding(report, Check.SERVER_VERDICT, Severity.PROBLEM);
    }

    @Test
    void run_clientWithItsRoot_isOk_andSaysThatTheRootIsSent() throws Exception {
        TlsServer server = server(Asks.REQUIRES);

        DiagnosisReport report =
                diagnosis(server.port())
                        .credential(
                                credential(
                                        CLIENT,
                                        CLIENT.certificate(),
                                        CLIENT.chain().get(1),
                                        PKI.root().certificate()))
                        .build()
                        .run();

        assertThat(report.ok()).as(report.toString()).isTrue();
        assertThat(assertFinding(report, Check.OWN_CHAIN, Severity.OK).text())
                .contains("root need not be sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void run_withoutCertificate_whereOneIsRequired_saysSo(String protocol) throws Exception {
        TlsServer server = server(Asks.REQUIRES, protocol);

        DiagnosisReport report = diagnosis(server.port()).build().run();

        assertFinding(report, Check.CERTIFICATE_SENT, Severity.WARNING);
        assertThat(assertFinding(report, Check.SERVER_VERDICT, Severity.PROBLEM).text())
                .contains("got none");
        assertNone(report, Check.WITHOUT_CERTIFICATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Asks.class,
            names = {"NOT", "WANTS"})
    void run_withoutCertificate_whereNoneIsRequired_isOk(Asks asks) throws Exception {
        TlsServer server = server(asks);

        assertThat(diagnosis(server.port()).build().run().ok()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void run_serverThatDoesNotAsk_isAWarning(String protocol) throws Exception {
        DiagnosisReport report = run(server(Asks.NOT, protocol), CLIENT);

        assertThat(report.ok()).isTrue();
        assertFinding(report, Check.CERTIFICATE_REQUEST, Severity.WARNING);
        assertNone(report, Check.CERTIFICATE_SENT, Check.ACCEPTED_ISSUERS);
    }

    @Test
    void run_httpAnswerThatMayMeanTheCertificate_isAWarning() throws Exception {
        TlsServer server =
                kept(TlsServer.tls(SERVER.keyStore(PASSWORD), PKI.trustedRoots(), Asks.WANTS, 403));

        DiagnosisReport report = run(server, CLIENT);

        assertThat(report.ok()).isTrue();
        assertThat(assertFinding(report, Check.ANSWER, Severity.WARNING).text()).contains("403");
    }

    @Test
    void run_personsCertificate_isAProblem_andNobodyIsNamed() throws Exception {
        DiagnosisReport byHsaId = run(server(Asks.REQUIRES), PKI.person("SE2321000016-TESTPERS"));
        DiagnosisReport byNumber = run(server(Asks.REQUIRES), PKI.personById("191212121212"));

        assertFinding(byHsaId, Check.OWN_CERTIFICATE, Severity.PROBLEM);
        assertThat(byHsaId.toString()).doesNotContain("Testa", "Påhittsson");
        assertThat(byNumber.toString()).doesNotContain("Testa", "Påhittsson", "1212121");
    }

    @Test
    void run_certificateWithoutHsaId_isAProblem() throws Exception {
        DiagnosisReport report = run(server(Asks.REQUIRES), PKI.withoutSerialNumber());

        assertThat(assertFinding(report, Check.OWN_CERTIFICATE, Severity.PROBLEM).text())
                .contains("VP002");
        assertFinding(report, Check.SERVER_VERDICT, Severity.OK);
    }

    @Test
    void run_credentialThatCannotBeRead_goesOnWithoutIt() throws Exception {
        TlsServer server = server(Asks.REQUIRES);

        DiagnosisReport report =
                diagnosis(server.port())
                        .credential(Credential.pkcs12(Path.of("no-such-file.p12"), PASSWORD))
                        .build()
                        .run();

        assertFinding(report, Check.OWN_CERTIFICATE, Severity.PROBLEM);
        assertFinding(report, Check.TLS, Severity.OK);
        assertFinding(report, Check.SERVER_TRUST, Severity.OK);
    }

    @Test
    void run_keyOfAKindThatTheServerDoesNotTake_isSaid() throws Exception {
        // A server with an RSA key whose TLS 1.2 takes signatures by RSA only cannot be had from
        // the JDK without a system property, so the recorder is asked directly.
        RequestRecorder recorder =
                new RequestRecorder(Optional.of(credential(CLIENT).signingKey()), () -> true);

        assertThat(recorder.chooseClientAlias(new String[] {"RSA"}, null, null)).isNull();
        assertThat(recorder.asked()).isTrue();
        assertThat(recorder.shown()).isFalse();
        assertThat(recorder.chooseClientAlias(new String[] {"RSA", "EC"}, null, null)).isNotNull();
        assertThat(recorder.shown()).isTrue();
    }

    @Test
    void run_rsaClient_works() throws Exception {
        IssuedCertificate rsa =
                PKI.functionBuilder(HSA_ID).keyAlgorithm(KeyAlgorithm.RSA_2048).issue();

        assertThat(run(server(Asks.REQUIRES), rsa).ok()).isTrue();
    }

    @Test
    void run_plainHttpPort_isToldApart() throws Exception {
        TlsServer server =
                kept(
                        TlsServer.answering(
                                "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
                                        .getBytes(ISO_8859_1)));

        DiagnosisReport report = run(server, CLIENT);

        assertThat(assertFinding(report, Check.TLS, Severity.PROBLEM).text())
                .contains("does not speak TLS");
    }

    @Test
    void run_closedPort_isToldApart() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }

        DiagnosisReport report = diagnosis(port).credential(credential(CLIENT)).build().run();

        assertThat(assertFinding(report, Check.CONNECTION, Severity.PROBLEM).text())
                .contains("nothing listens");
        assertNone(report, Check.TLS);
    }

    @Test
    void run_unknownName_isToldApart() {
        DiagnosisReport report =
                MutualTlsDiagnosis.builder()
                        .endpoint("no-such-host.invalid", 443)
                        .trust(TrustAnchors.of(PKI.trustedRoots()))
                        .build()
                        .run();

        assertFinding(report, Check.NAME, Severity.PROBLEM);
        assertNone(report, Check.CONNECTION);
    }

    @Test
    void run_silentServer_endsWithinTheTimeout() throws Exception {
        TlsServer server = kept(TlsServer.raw(connection -> {}));

        DiagnosisReport report =
                diagnosis(server.port()).timeout(Duration.ofMillis(300)).build().run();

        assertThat(assertFinding(report, Check.TLS, Severity.PROBLEM).text())
                .contains("did not begin TLS");
    }

    @Test
    void run_serverThatDripsForEver_endsWithinTheTimeout() throws Exception {
        TlsServer server =
                kept(
                        TlsServer.raw(
                                connection -> {
                                    // a handshake record of 16384 bytes, which never gets there
                                    connection
                                            .getOutputStream()
                                            .write(new byte[] {0x16, 3, 3, 0x40, 0});
                                    while (true) {
                                        connection.getOutputStream().write(2);
                                        connection.getOutputStream().flush();
                                        pause();
                                    }
                                }));

        DiagnosisReport report =
                diagnosis(server.port()).timeout(Duration.ofMillis(600)).build().run();

        assertThat(assertFinding(report, Check.TLS, Severity.PROBLEM).text())
                .contains("within the time");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void run_serverThatSpeaksNoHttp_isAWarning_withinTheTimeout() throws Exception {
        TlsServer server = kept(TlsServer.mute(SERVER, PKI.trustedRoots()));

        DiagnosisReport report =
                diagnosis(server.port())
                        .credential(credential(CLIENT))
                        .timeout(Duration.ofSeconds(4))
                        .build()
                        .run();

        assertThat(report.ok()).as(report.toString()).isTrue();
        assertThat(assertFinding(report, Check.ANSWER, Severity.WARNING).text())
                .contains("nothing was refused");
    }

    @Test
    void run_selfSignedPerson_isNotNamed() throws Exception {
        NamedIssuer person = new NamedIssuer(PASSWORD, "CN=Testa Påhittsson,SURNAME=Påhittsson");

        DiagnosisReport report =
                diagnosis(server(Asks.REQUIRES).port())
                        .credential(Credential.keyStore(person.selfSigned, PASSWORD))
                        .build()
                        .run();

        assertThat(report.ok()).isFalse();
        assertThat(report.toString()).contains("a person").doesNotContain("Testa", "Påhittsson");
    }

    @Test
    void run_serverThatHangsUp_isToldApart() throws Exception {
        TlsServer server =
                kept(
                        TlsServer.raw(
                                connection -> {
                                    connection.getInputStream().read(new byte[4096]);
                                    connection.close();
                                }));

        DiagnosisReport report = run(server, CLIENT);

        assertThat(assertFinding(report, Check.TLS, Severity.PROBLEM).text())
                .contains("closed before");
    }

    @ParameterizedTest
    @CsvSource({
        "40, handshake_failure, cipher suite",
        "70, protocol_version, TLS version",
        "71, insufficient_security, stronger cipher",
        "112, unrecognized_name, host name",
        "80, internal_error, in the server"
    })
    void run_alertBeforeAnyCertificate_isExplained(int code, String name, String words)
            throws Exception {
        TlsServer server = kept(TlsServer.answering(new byte[] {0x15, 3, 3, 0, 2, 2, (byte) code}));

        DiagnosisReport report = run(server, CLIENT);

        assertThat(assertFinding(report, Check.SERVER_VERDICT, Severity.PROBLEM).text())
                .contains(name, words);
        assertNone(report, Check.SERVER_TRUST, Check.WITHOUT_CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad_certificate",
                "certificate_required",
                "certificate_unknown",
                "certificate_expired",
                "certificate_revoked",
                "unknown_ca",
                "unsupported_certificate",
                "access_denied",
                "decrypt_error",
                "handshake_failure",
                "something_new"
            })
    void explain_everyAlert_hasWordsAndARemedy(String alert) {
        for (boolean sent : new boolean[] {true, false}) {
            assertThat(Alerts.explain(alert, sent, sent).text()).isNotBlank();
            assertThat(Alerts.explain(alert, sent, sent).remedy()).isNotBlank();
        }
        assertThat(Alerts.explain("bad_certificate", true, true))
                .isNotEqualTo(Alerts.explain("bad_certificate", true, false));
    }

    @Test
    void run_throughAProxy_opensATunnel_withLogin() throws Exception {
        TlsServer server = server(Asks.REQUIRES);
        List<String> asked = new CopyOnWriteArrayList<>();
        TlsServer proxy = kept(TlsServer.raw(connection -> tunnel(connection, asked)));

        DiagnosisReport report =
                diagnosis(server.port())
                        .credential(credential(CLIENT))
                        .proxy(
                                HttpProxy.of("localhost", proxy.port())
                                        .login("user", "hemligt".toCharArray()))
                        .build()
                        .run();

        assertThat(report.ok()).as(report.toString()).isTrue();
        assertFinding(report, Check.PROXY, Severity.OK);
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("CONNECT localhost:" + server.port() + " HTTP/1.1\r\n")
                .contains("Proxy-Authorization: Basic dXNlcjpoZW1saWd0");
        assertThat(report.toString()).doesNotContain("hemligt", "dXNlcjpoZW1saWd0");
    }

    @ParameterizedTest
    @CsvSource({"407, user name", "403, does not open", "502, does not open"})
    void run_proxyThatRefuses_isToldApart(int status, String words) throws Exception {
        TlsServer proxy =
                kept(
                        TlsServer.answering(
                                ("HTTP/1.1 " + status + " No\r\n\r\n").getBytes(ISO_8859_1)));

        DiagnosisReport report = throughProxy(proxy);

        assertThat(assertFinding(report, Check.PROXY, Severity.PROBLEM).text()).contains(words);
        assertNone(report, Check.TLS);
    }

    @Test
    void run_proxyThatIsNone_isToldApart() throws Exception {
        DiagnosisReport chatter =
                throughProxy(
                        kept(
                                TlsServer.answering(
                                        "220 mail.example.test\r\n\r\n".getBytes(ISO_8859_1))));
        DiagnosisReport silent = throughProxy(kept(TlsServer.raw(connection -> {})));

        assertThat(assertFinding(chatter, Check.PROXY, Severity.PROBLEM).text())
                .contains("no web proxy");
        assertThat(assertFinding(silent, Check.PROXY, Severity.PROBLEM).text())
                .contains("did not answer");
    }

    private static DiagnosisReport throughProxy(TlsServer proxy) {
        return diagnosis(443)
                .proxy(HttpProxy.of("localhost", proxy.port()))
                .timeout(Duration.ofSeconds(1))
                .build()
                .run();
    }

    private static void tunnel(Socket client, List<String> asked) throws IOException {
        String request = TlsServer.head(client.getInputStream());
        asked.add(request);
        int port = Integer.parseInt(request.split("[: ]")[2]);
        Socket server = new Socket("localhost", port);
        client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
        Thread back =
                new Thread(
                        () -> {
                            try (server) {
                                server.getInputStream().transferTo(client.getOutputStream());
                                client.close();
                            } catch (IOException closed) {
                                // the test is over
                            }
                        });
        back.setDaemon(true);
        back.start();
        client.getInputStream().transferTo(server.getOutputStream());
    }

    @Test
    void run_certificateOfAnotherEnvironment_isAWarning_andAProblemWhenRefused() throws Exception {
        NamedIssuer production = new NamedIssuer(PASSWORD);
        TlsServer letsIn =
                kept(TlsServer.tls(production.server, PKI.trustedRoots(), Asks.REQUIRES, 200));
        TlsServer refuses =
                kept(
                        TlsServer.tls(
                                production.server, List.of(production.root), Asks.REQUIRES, 200));
        MutualTlsDiagnosis.Builder diagnosis =
                MutualTlsDiagnosis.builder()
                        .trust(TrustAnchors.of(List.of(production.root)))
                        .credential(credential(CLIENT));

        DiagnosisReport good = diagnosis.endpoint("localhost", letsIn.port()).build().run();
        DiagnosisReport bad = diagnosis.endpoint("localhost", refuses.port()).build().run();

        assertThat(assertFinding(good, Check.ENVIRONMENT, Severity.WARNING).text())
                .contains("TEST", "PRODUCTION");
        assertFinding(good, Check.SERVER_VERDICT, Severity.OK);
        assertFinding(bad, Check.ENVIRONMENT, Severity.PROBLEM);
        assertFinding(bad, Check.SERVER_VERDICT, Severity.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "host\r\nX: y", "https://host", "-", "host/path"})
    void endpoint_thatIsNoHost_isRefused(String host) {
        MutualTlsDiagnosis.Builder builder = MutualTlsDiagnosis.builder();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder.endpoint(host, 443));
    }

    @Test
    void build_withoutWhatItNeeds_isRefused() {
        TrustAnchors trust = TrustAnchors.of(PKI.trustedRoots());
        for (Runnable wrong :
                Arrays.<Runnable>asList(
                        () -> MutualTlsDiagnosis.builder().trust(trust).build(),
                        () -> MutualTlsDiagnosis.builder().endpoint("localhost", 443).build(),
                        () -> MutualTlsDiagnosis.builder().endpoint("localhost", 0),
                        () -> MutualTlsDiagnosis.builder().endpoint(URI.create("http://localhost")),
                        () -> MutualTlsDiagnosis.builder().timeout(Duration.ZERO),
                        () -> MutualTlsDiagnosis.builder().timeout(Duration.ofMinutes(6)))) {
            assertThatExceptionOfType(ConfigurationException.class).isThrownBy(wrong::run);
        }
        assertThat(
                        MutualTlsDiagnosis.builder()
                                .endpoint(URI.create("https://[::1]:8443/x"))
                                .trust(trust)
                                .build())
                .hasToString("MutualTlsDiagnosis[[::1]:8443]");
    }
}
