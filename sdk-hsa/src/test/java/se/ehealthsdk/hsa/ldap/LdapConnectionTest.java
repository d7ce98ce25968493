package se.ehealthsdk.hsa.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.ehealthsdk.hsa.ldap.TestDirectory.PKI;
import static se.ehealthsdk.hsa.ldap.TestDirectory.TRUST;
import static se.ehealthsdk.hsa.ldap.TestDirectory.unit;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.OperationType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

@Timeout(120)
class LdapConnectionTest {

    private static final DistinguishedName NAME = DistinguishedName.of(TestDirectory.BIND_NAME);
    private static final String ONE = "SE2321000016-0001";
    private static final Duration SOON = Duration.ofMillis(50);

    private static InMemoryDirectoryServer right;
    private static InMemoryDirectoryServer wrongHost;

    @BeforeAll
    static void start() throws Exception {
        right = TestDirectory.start(2, TestDirectory.serverTls(PKI.server("localhost")));
        wrongHost = TestDirectory.start(2, TestDirectory.serverTls(PKI.serverWithWrongHostName()));
    }

    @AfterAll
    static void stop() {
        right.shutDown(true);
        wrongHost.shutDown(true);
    }

    private static LdapConnection.Builder anonymous(LdapServer first, LdapServer... others) {
        return LdapConnection.builder(first, others).trust(TRUST).bind(LdapBind.anonymous());
    }

    private static LdapServer server(InMemoryDirectoryServer memory, boolean startTls) {
        return startTls ? TestDirectory.startTls(memory) : TestDirectory.ldaps(memory);
    }

    private static LdapServer ldaps(ScriptedServer server) {
        return LdapServer.ldaps("localhost", server.port());
    }

    private static ScriptedServer scripted(IssuedCertificate certificate, boolean clientCertificate)
            throws IOException {
        return ScriptedServer.tls(
                TestDirectory.serverTls(certificate),
                clientCertificate,
                (search, peer) -> peer.done(search, 0));
    }

    private static void waitFor(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void open_encrypted_reads(boolean startTls) {
        try (LdapConnection connection = anonymous(server(right, startTls)).open()) {
            assertThat(connection.source().find(unit(ONE))).isPresent();
            assertThat(connection.toString()).contains("localhost");
        }
    }

    @Test
    void open_addressInPlaceOfName_certificateHoldsIt() {
        LdapServer byAddress = LdapServer.ldaps("127.0.0.1", right.getListenPort("tls"));
        try (LdapConnection connection = anonymous(byAddress).open()) {
            assertThat(connection.source().find(unit(ONE))).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void open_certificateOfAnotherHost_refusedInHandshake(boolean startTls) {
        ConnectionException refused = failure(anonymous(server(wrongHost, startTls)));

        assertThat(refused.stage()).isEqualTo(Stage.TLS);
        assertThat(refused.retryable()).isFalse();
        assertThat(refused).hasMessageContaining("for another host");
        assertThat(refused.remedy()).contains("name in its certificate");
    }

    @Test
    void open_certificateOfAnotherHost_passwordIsNotSent() throws Exception {
        try (ScriptedServer server = scripted(PKI.serverWithWrongHostName(), false)) {
            ConnectionException refused =
                    failure(
                            LdapConnection.builder(ldaps(server))
                                    .trust(TRUST)
                                    .bind(LdapBind.simple(NAME, "x"::toCharArray)));

            assertThat(refused.stage()).isEqualTo(Stage.TLS);
            assertThat(server.nextFarewell()).isEqualTo("lost");
            assertThat(server.wasBound()).isFalse();
        }
    }

    private static ConnectionException failure(LdapConnection.Builder builder) {
        return catchThrowableOfType(
                ConnectionException.class,
                () -> {
                    try (LdapConnection opened = builder.open()) {
                        opened.source().find(unit(ONE));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void open_issuerNotTrusted_saysSo(boolean startTls) {
        ConnectionException refused =
                failure(
                        LdapConnection.builder(server(right, startTls))
                                .trust(TrustAnchors.of(PKI.untrusted().trustedRoots()))
                                .bind(LdapBind.anonymous()));

        assertThat(refused.stage()).isEqualTo(Stage.TLS);
        assertThat(refused).hasMessageContaining("issuer that is not trusted");
    }

    @ParameterizedTest
    @CsvSource({"-10,-1,has expired", "1,10,not valid yet"})
    void open_certificateOutsideItsTime_saysSo(int from, int to, String said) throws Exception {
        Instant now = Instant.now();
        IssuedCertificate outside =
                PKI.functionBuilder("SE2321000016-TESTSRV")
                        .dnsName("localhost")
                        .validFrom(now.plus(from, ChronoUnit.DAYS))
                        .validTo(now.plus(to, ChronoUnit.DAYS))
                        .issue();
        try (ScriptedServer server = scripted(outside, false)) {
            ConnectionException refused = failure(anonymous(ldaps(server)));

            assertThat(refused.stage()).isEqualTo(Stage.TLS);
            assertThat(refused).hasMessageContaining(said);
        }
    }

    @Test
    void open_serverWantsCertificateAndThereIsNone_saysSo() throws Exception {
        try (ScriptedServer server = scripted(PKI.server("localhost"), true)) {
            ConnectionException refused = failure(anonymous(ldaps(server)));

            // the alert can be overtaken by the end of the connection
            assertThat(refused.stage()).isIn(Stage.TLS, Stage.ANSWER);
            assertThat(server.wasBound()).isFalse();
        }
    }

    @Test
    void open_withCredential_bindsAsTheCertificateSays() throws Exception {
        try (ScriptedServer server = scripted(PKI.server("localhost"), true);
                LdapConnection connection =
                        LdapConnection.builder(ldaps(server))
                                .trust(TRUST)
                                .credential(
                                        TestDirectory.credential(
                                                PKI.function(TestPki.SYSTEM_HSA_ID)))
                                .open()) {
            assertThat(server.nextBind()).contains("EXTERNAL");
            assertThat(connection.health().isUp()).isTrue();
        }
    }

    @Test
    void open_certificateInTlsAlone_bindsAsTold() throws Exception {
        try (ScriptedServer server = scripted(PKI.server("localhost"), true);
                LdapConnection connection =
                        LdapConnection.builder(ldaps(server))
                                .trust(TRUST)
                                .credential(
                                        TestDirectory.credential(
                                                PKI.function(TestPki.SYSTEM_HSA_ID)))
                                .bind(LdapBind.simple(NAME, "x"::toCharArray))
                                .open()) {
            assertThat(server.nextBind()).contains("simple:" + NAME);
            assertThat(connection.health().free()).isEqualTo(1);
        }
    }

    @Test
    void open_certificateRefusedByServer_notOpened() throws Exception {
        try (ScriptedServer server = scripted(PKI.server("localhost"), true)) {
            ConnectionException refused =
                    failure(
                            LdapConnection.builder(ldaps(server))
                                    .trust(TRUST)
                                    .credential(
                                            TestDirectory.credential(
                                                    PKI.fromUntrustedCa(TestPki.SYSTEM_HSA_ID))));

            assertThat(refused.stage()).isIn(Stage.TLS, Stage.ANSWER);
            assertThat(server.wasBound()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void open_nameAndPassword_bound(boolean startTls) {
        char[] password = TestDirectory.PASSWORD.toCharArray();
        try (LdapConnection connection =
                LdapConnection.builder(server(right, startTls))
                        .trust(TRUST)
                        .bind(LdapBind.simple(NAME, () -> password))
                        .connections(2, 2)
                        .open()) {
            assertThat(connection.source().find(unit(ONE))).isPresent();
            assertThat(connection.health().free()).isEqualTo(2);
        }
        assertThat(password).isEqualTo(TestDirectory.PASSWORD.toCharArray());
    }

    @Test
    void open_wrongPassword_configurationExceptionWithoutSecrets() {
        LdapBind bind = LdapBind.simple(NAME, "fel-lösen"::toCharArray);
        ConfigurationException refused =
                catchThrowableOfType(
                        ConfigurationException.class,
                        () ->
                                LdapConnection.builder(TestDirectory.ldaps(right))
                                        .trust(TRUST)
                                        .bind(bind)
                                        .open());

        assertThat(refused).hasMessageContaining("invalid credentials (49)");
        assertThat(refused.toString() + refused.remedy() + bind)
                .doesNotContain("fel-lösen")
                .doesNotContain("cn=system");
    }

    @Test
    void open_emptyPassword_refusedBeforeTheServerHearsIt() throws Exception {
        try (ScriptedServer server = scripted(PKI.server("localhost"), false)) {
            assertThatThrownBy(
                            () ->
                                    LdapConnection.builder(ldaps(server))
                                            .trust(TRUST)
                                            .bind(LdapBind.simple(NAME, () -> new char[0]))
                                            .open())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("empty");
            assertThat(server.nextFarewell()).isNotNull();
            assertThat(server.wasBound()).isFalse();
        }
    }

    @Test
    void open_passwordWithoutEncryption_refusedBeforeConnecting() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain((search, peer) -> {})) {
            assertThatThrownBy(
                            () ->
                                    LdapConnection.builder(server.address())
                                            .bind(LdapBind.simple(NAME, "x"::toCharArray))
                                            .open())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("without encryption");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void open_startTlsRefused_nothingSaidInTheClear() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain((search, peer) -> {})) {
            ConnectionException refused =
                    failure(
                            LdapConnection.builder(LdapServer.startTls("127.0.0.1", server.port()))
                                    .trust(TRUST)
                                    .bind(LdapBind.simple(NAME, "x"::toCharArray)));

            assertThat(refused.stage()).isEqualTo(Stage.TLS);
            assertThat(refused)
                    .hasMessageContaining("StartTLS")
                    .hasMessageNotContaining("secret words");
            assertThat(server.nextFarewell()).isNotNull();
            assertThat(server.wasBound()).isFalse();
        }
    }

    @Test
    void open_ldapsToPlainPort_saysNotTls() {
        ConnectionException refused =
                failure(
                        anonymous(LdapServer.ldaps("localhost", right.getListenPort("plain")))
                                .connectTimeout(Duration.ofSeconds(20)));

        assertThat(refused.stage()).isEqualTo(Stage.TLS);
    }

    @Test
    void search_anonymousRefused_configurationException() throws Exception {
        InMemoryDirectoryServerConfig config =
                TestDirectory.config(TestDirectory.serverTls(PKI.server("localhost")));
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        InMemoryDirectoryServer strict = TestDirectory.start(config, 1);
        try (LdapConnection connection = anonymous(TestDirectory.ldaps(strict)).open()) {
            assertThatThrownBy(() -> connection.source().find(unit(ONE)))
                    .isInstanceOf(ConfigurationException.class);
        } finally {
            strict.shutDown(true);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void open_serverThatSaysNothing_givesUpWithinTheLimit(boolean startTls) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            LdapServer server =
                    startTls
                            ? LdapServer.startTls("127.0.0.1", silent.getLocalPort())
                            : LdapServer.ldaps("127.0.0.1", silent.getLocalPort());
            ConnectionException failed =
                    failure(
                            anonymous(server)
                                    .connectTimeout(Duration.ofMillis(300))
                                    .answerTimeout(Duration.ofMillis(600)));

            assertThat(failed.stage()).isEqualTo(Stage.TLS);
            assertThat(failed).hasMessageContaining("within the connect timeout");
        }
    }

    @Test
    void open_nobodyListens_connectStage() throws Exception {
        ConnectionException failed =
                failure(anonymous(LdapServer.ldaps("localhost", unusedPort())));

        assertThat(failed.stage()).isEqualTo(Stage.CONNECT);
        assertThat(failed.retryable()).isTrue();
    }

    @Test
    void open_unknownName_nameStage() {
        ConnectionException failed = failure(anonymous(LdapServer.ldaps("finns-inte.invalid")));

        assertThat(failed.stage()).isEqualTo(Stage.NAME);
        assertThat(failed).hasMessageContaining("finns-inte.invalid:636");
    }

    @Test
    void open_ipv6Literal_reached() throws Exception {
        boolean hasIpv6 = true;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            assertThat(probe.getLocalPort()).isPositive();
        } catch (IOException noIpv6) {
            hasIpv6 = false;
        }
        assumeTrue(hasIpv6, "this machine has no IPv6");
        try (ScriptedServer server =
                        ScriptedServer.tls(
                                TestDirectory.serverTls(PKI.server("localhost")),
                                false,
                                InetAddress.getByName("::1"),
                                (search, peer) -> peer.done(search, 0));
                LdapConnection connection =
                        anonymous(LdapServer.parse("ldaps://[::1]:" + server.port())).open()) {
            assertThat(connection.source().find(unit(ONE))).isEmpty();
        }
    }

    @Test
    void open_withoutTheLibrary_saysWhatToAdd() throws Exception {
        try (WithoutLibrary classes = new WithoutLibrary()) {
            Class<?> server = classes.loadClass(LdapServer.class.getName());
            Object plain =
                    server.getMethod("withoutEncryptionAtOwnRisk", String.class, int.class)
                            .invoke(null, "localhost", 389);
            Object builder =
                    classes.loadClass(LdapConnection.class.getName())
                            .getMethod("builder", server, server.arrayType())
                            .invoke(null, plain, java.lang.reflect.Array.newInstance(server, 0));
            Class<?> bind = classes.loadClass(LdapBind.class.getName());
            builder.getClass()
                    .getMethod("bind", bind)
                    .invoke(builder, bind.getMethod("anonymous").invoke(null));

            assertThatThrownBy(() -> builder.getClass().getMethod("open").invoke(builder))
                    .cause()
                    .satisfies(
                            missing ->
                                    assertThat(missing.getClass().getSimpleName())
                                            .isEqualTo("ConfigurationException"))
                    .hasMessageContaining("UnboundID LDAP SDK");
        }
    }

    /** The classes of the SDK as they are where the library is not. */
    private static final class WithoutLibrary extends URLClassLoader {

        WithoutLibrary() {
            super(
                    new URL[] {
                        LdapConnection.class.getProtectionDomain().getCodeSource().getLocation(),
                        ConfigurationException.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    LdapConnectionTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.unboundid.")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("se.ehealthsdk.")) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void library_logsNothingByItself() {
        assertThat(com.unboundid.util.Debug.debugEnabled()).isFalse();
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    @Test
    void open_firstServerDown_nextIsUsedAndFirstAgainWhenItIsBack() throws Exception {
        int port = unusedPort();
        try (ScriptedServer second = ScriptedServer.plain((search, peer) -> peer.done(search, 0));
                LdapConnection connection =
                        LdapConnection.builder(
                                        LdapServer.withoutEncryptionAtOwnRisk("127.0.0.1", port),
                                        second.address())
                                .bind(LdapBind.anonymous())
                                .checkEvery(SOON)
                                .open()) {
            assertThat(connection.source().find(unit(ONE))).isEmpty();
            LdapHealth.OfServer down = connection.health().servers().get(0);
            assertThat(down.up()).isFalse();
            assertThat(down.failedAt()).isPresent();
            assertThat(down.failure()).hasValueSatisfying(f -> assertThat(f).contains("" + port));

            try (Relay first = new Relay(port, right.getListenPort("plain"))) {
                waitFor(
                        "the first server used",
                        () -> connection.source().find(unit(ONE)).isPresent());
                assertThat(connection.health().servers().get(0).up()).isTrue();
                waitFor(
                        "connections to the second gone",
                        () -> connection.health().servers().get(1).connections() == 0);
            }
            waitFor("the second used", () -> askedSecond(connection));
        }
    }

    private static boolean askedSecond(LdapConnection connection) {
        try {
            return connection.source().find(unit(ONE)).isEmpty();
        } catch (ConnectionException lost) {
            return false;
        }
    }

    /** Passes bytes on to another port, so that a server can come and go. */
    private static final class Relay implements AutoCloseable {

        private final ServerSocket listener;
        private final List<Socket> sockets = new ArrayList<>();

        Relay(int port, int to) throws IOException {
            listener = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
            daemon(
                    () -> {
                        while (true) {
                            Socket here = listener.accept();
                            Socket there = new Socket("127.0.0.1", to);
                            synchronized (sockets) {
                                sockets.add(here);
                                sockets.add(there);
                            }
                            daemon(() -> here.getInputStream().transferTo(there.getOutputStream()));
                            daemon(() -> there.getInputStream().transferTo(here.getOutputStream()));
                        }
                    });
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void daemon(Work work) {
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    work.run();
                                } catch (IOException closed) {
                                    // the end of the test
                                }
                            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            listener.close();
            synchronized (sockets) {
                for (Socket each : sockets) {
                    each.close();
                }
            }
        }
    }

    @Test
    void open_allServersDown_tellsOfEach() throws Exception {
        int first = unusedPort();
        int second = unusedPort();
        ConnectionException failed =
                failure(
                        anonymous(
                                LdapServer.ldaps("localhost", first),
                                LdapServer.startTls("localhost", second)));

        assertThat(failed)
                .hasMessageContaining("localhost:" + first)
                .hasMessageContaining("localhost:" + second);
        assertThat(failed.stage()).isEqualTo(Stage.CONNECT);
    }

    @Test
    void roundRobin_connectionsGoToEach() throws Exception {
        try (ScriptedServer one = ScriptedServer.plain((search, peer) -> peer.done(search, 0));
                ScriptedServer two = ScriptedServer.plain((search, peer) -> peer.done(search, 0));
                LdapConnection connection =
                        LdapConnection.builder(one.address(), two.address())
                                .bind(LdapBind.anonymous())
                                .roundRobin()
                                .connections(4, 4)
                                .open()) {
            assertThat(connection.health().servers())
                    .extracting(LdapHealth.OfServer::connections)
                    .containsExactly(2, 2);
        }
    }

    @Test
    void openLazily_serverComesLater_usable() throws Exception {
        int port = unusedPort();
        try (LdapConnection connection =
                LdapConnection.builder(LdapServer.withoutEncryptionAtOwnRisk("127.0.0.1", port))
                        .bind(LdapBind.anonymous())
                        .checkEvery(SOON)
                        .openLazily()) {
            waitFor("failure told", () -> !connection.health().isUp());
            try (Relay server = new Relay(port, right.getListenPort("plain"))) {
                waitFor("server found", () -> connection.health().free() == 1);
                assertThat(connection.source().find(unit(ONE))).isPresent();
            }
        }
    }

    @Test
    void maximumAge_olderConnection_isNotUsedAgain() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain((search, peer) -> peer.done(search, 0));
                LdapConnection connection =
                        LdapConnection.builder(server.address())
                                .bind(LdapBind.anonymous())
                                .connections(0, 1)
                                .maximumAge(Duration.ofNanos(1))
                                .openLazily()) {
            connection.source().find(unit(ONE));
            connection.source().find(unit(ONE));

            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.nextFarewell()).isEqualTo("unbind");
        }
    }

    @Test
    void credential_renewed_isShownOnNewConnections(@TempDir Path folder) throws Exception {
        char[] password = TestPki.PASSWORD.toCharArray();
        IssuedCertificate old = PKI.function(TestPki.SYSTEM_HSA_ID);
        IssuedCertificate renewed = PKI.function(TestPki.SYSTEM_HSA_ID);
        Path file = old.writePkcs12(folder.resolve("now"), password);
        BlockingQueue<java.math.BigInteger> shown = new LinkedBlockingQueue<>();
        try (ScriptedServer ldap = ScriptedServer.plain((search, peer) -> peer.done(search, 0));
                TlsFront front = new TlsFront(ldap.port(), shown)) {
            Credential credential =
                    Credential.pkcs12(file, password).withReloadEvery(Duration.ZERO);
            try (LdapConnection connection =
                    LdapConnection.builder(LdapServer.ldaps("localhost", front.port()))
                            .trust(TRUST)
                            .credential(credential)
                            .maximumAge(Duration.ofNanos(1))
                            .open()) {
                assertThat(shown.poll(30, TimeUnit.SECONDS))
                        .isEqualTo(old.certificate().getSerialNumber());
                Files.move(
                        renewed.writePkcs12(folder.resolve("next"), password),
                        file,
                        StandardCopyOption.REPLACE_EXISTING);
                credential.reload();
                connection.source().find(unit(ONE));
                waitFor(
                        "the renewed certificate shown",
                        () -> shown.contains(renewed.certificate().getSerialNumber()));
            }
        }
    }

    /** Ends TLS before a server, and notes whom it let in. */
    private static final class TlsFront implements AutoCloseable {

        private final SSLServerSocket listener;

        TlsFront(int to, BlockingQueue<java.math.BigInteger> shown) throws IOException {
            listener =
                    (SSLServerSocket)
                            TestDirectory.serverTls(PKI.server("localhost"))
                                    .getServerSocketFactory()
                                    .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            listener.setNeedClientAuth(true);
            Relay.daemon(
                    () -> {
                        while (true) {
                            SSLSocket here = (SSLSocket) listener.accept();
                            Relay.daemon(() -> pass(here, to, shown));
                        }
                    });
        }

        private static void pass(SSLSocket here, int to, BlockingQueue<java.math.BigInteger> shown)
                throws IOException {
            here.startHandshake();
            shown.add(
                    ((java.security.cert.X509Certificate)
                                    here.getSession().getPeerCertificates()[0])
                            .getSerialNumber());
            try (Socket there = new Socket("127.0.0.1", to)) {
                Relay.daemon(() -> there.getInputStream().transferTo(here.getOutputStream()));
                here.getInputStream().transferTo(there.getOutputStream());
            }
        }

        int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }

    @Test
    void close_leavesNoThread() throws Exception {
        LdapConnection connection =
                anonymous(TestDirectory.ldaps(right)).connections(3, 3).checkEvery(SOON).open();
        connection.source().search(TestDirectory.units(0)).next();
        assertThat(threads()).isNotEmpty();

        connection.close();
        connection.close();

        waitFor("threads gone", () -> threads().isEmpty());
        assertThat(connection.health().free()).isZero();
    }

    @Test
    void open_failing_leavesNoThread() throws Exception {
        failure(anonymous(LdapServer.ldaps("localhost", unusedPort())));

        waitFor("threads gone", () -> threads().isEmpty());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("ehealth-ldap"))
                .toList();
    }

    @Test
    void builder_somethingMissing_configurationException() {
        LdapServer server = LdapServer.ldaps("localhost");
        assertThatThrownBy(() -> LdapConnection.builder(server).open())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("who this system is");
        assertThatThrownBy(() -> LdapConnection.builder(server).bind(LdapBind.anonymous()).open())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("whom to trust");
        assertThatThrownBy(
                        () ->
                                LdapConnection.builder(server)
                                        .trust(TRUST)
                                        .bind(LdapBind.external())
                                        .open())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void builder_limitsThatCannotBe_invalidInput() {
        LdapConnection.Builder builder = LdapConnection.builder(LdapServer.ldaps("localhost"));
        assertThatThrownBy(() -> builder.connections(2, 1))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.pageSize(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.answerTimeout(Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.maximumMessageBytes(10))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ldaps://katalog.example.test, ldaps://katalog.example.test:636",
        "LDAPS://Katalog.Example.test:1636/, ldaps://katalog.example.test:1636",
        "ldap://katalog.example.test, ldap://katalog.example.test:389 with StartTLS",
        "ldaps://[2001:db8::1]:636, ldaps://[2001:db8::1]:636",
    })
    void parse_url_server(String url, String shown) {
        assertThat(LdapServer.parse(url)).hasToString(shown);
        assertThat(LdapServer.parse(url)).isEqualTo(LdapServer.parse(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "katalog.example.test",
                "http://katalog.example.test",
                "ldaps://",
                "ldaps://katalog.example.test:0",
                "ldaps://katalog.example.test:70000",
                "ldaps://user:secret@katalog.example.test",
                "ldaps://katalog.example.test/c=SE",
                "ldaps://katalog.example.test?x",
                "ldaps://a b",
                "mailto:a@b"
            })
    void parse_somethingElse_invalidInput(String url) {
        assertThatThrownBy(() -> LdapServer.parse(url))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("secret");
    }
}
