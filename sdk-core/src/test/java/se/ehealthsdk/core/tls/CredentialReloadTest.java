package se.ehealthsdk.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.CredentialProblem.Kind;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.IssuedCertificate.PemFiles;
import se.ehealthsdk.testpki.TestPki;

class CredentialReloadTest {

    private static final String HSA_ID = "SE2321000016-39KJ";
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final TestPki PKI = TestPki.shared();
    private static final IssuedCertificate OLD = PKI.function(HSA_ID);
    private static final IssuedCertificate NEW = PKI.function(HSA_ID);

    @TempDir Path directory;

    private final MutableClock clock = new MutableClock(Instant.now());
    private final Recorder recorder = new Recorder();
    private Path file;
    private Credential credential;

    private static final class Recorder implements CredentialReloadListener {
        final List<X509Certificate> reloaded = new ArrayList<>();
        final List<ConfigurationException> failed = new ArrayList<>();

        @Override
        public void reloaded(Credential credential) {
            reloaded.add(credential.certificate());
        }

        @Override
        public void reloadFailed(Credential credential, ConfigurationException problem) {
            assertThat(credential.certificate()).isEqualTo(OLD.certificate());
            failed.add(problem);
        }
    }

    @BeforeEach
    void startWithTheOldCertificate() {
        file = OLD.writePkcs12(directory, PASSWORD);
        credential =
                Credential.pkcs12(file, PASSWORD).withClock(clock).withReloadListener(recorder);
        credential.certificate();
    }

    @Test
    void changedFile_isSeenAtTheFirstUseAfterTheInterval() {
        replaceBy(NEW);

        clock.advance(INTERVAL.minusMillis(1));
        assertThat(credential.certificate()).isEqualTo(OLD.certificate());
        clock.advance(Duration.ofMillis(1));
        assertThat(credential.certificate()).isEqualTo(NEW.certificate());
        assertThat(recorder.reloaded).containsExactly(NEW.certificate());
        assertThat(credential.lastReloadProblem()).isEmpty();
    }

    @Test
    void unchangedFile_isNotReadAgain() throws Exception {
        FileTime changed = Files.getLastModifiedTime(file);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, changed);
        clock.advance(INTERVAL);

        assertThat(credential.certificate()).isEqualTo(OLD.certificate());
        assertThat(credential.lastReloadProblem()).isEmpty();
    }

    @Test
    void touchedFileWithTheSameCertificate_isNotReportedAsReload() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        clock.advance(INTERVAL);
        credential.certificate();

        assertThat(recorder.reloaded).isEmpty();
    }

    @Test
    void withoutReload_onlyReloadReadsIt() {
        Credential fixed = credential.withoutReload();
        fixed.certificate();
        replaceBy(NEW);
        clock.advance(Duration.ofDays(1));

        assertThat(fixed.certificate()).isEqualTo(OLD.certificate());
        fixed.reload();
        assertThat(fixed.certificate()).isEqualTo(NEW.certificate());
    }

    @Test
    void badFile_keepsTheOldAndIsReportedOnceUntilItIsGood() throws Exception {
        Files.writeString(file, "half a fi");
        clock.advance(INTERVAL);

        assertThat(credential.certificate()).isEqualTo(OLD.certificate());
        assertThat(credential.lastReloadProblem())
                .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("damaged"));
        clock.advance(INTERVAL);
        assertThat(credential.certificate()).isEqualTo(OLD.certificate());
        assertThat(recorder.failed).hasSize(1);

        replaceBy(NEW);
        clock.advance(INTERVAL);
        assertThat(credential.certificate()).isEqualTo(NEW.certificate());
        assertThat(credential.lastReloadProblem()).isEmpty();
    }

    @Test
    void missingFile_keepsTheOld() throws Exception {
        Files.delete(file);
        clock.advance(INTERVAL);

        assertThat(credential.certificate()).isEqualTo(OLD.certificate());
        assertThat(recorder.failed)
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining("does not exist"));
    }

    @Test
    void fileWithExpiredCertificate_keepsTheOld() {
        replaceBy(PKI.expired(HSA_ID));
        clock.advance(INTERVAL);

        assertThat(credential.certificate()).isEqualTo(OLD.certificate());
        assertThat(recorder.failed)
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining("expired"));
    }

    @Test
    void fileWithAnotherHsaId_keepsTheOld() {
        replaceBy(PKI.function("SE2321000016-OTHER"));
        clock.advance(INTERVAL);

        assertThat(credential.hsaId()).contains(HSA_ID);
        assertThat(recorder.failed)
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining("another HSA-id"));
    }

    @Test
    void certificateNotYetValid_comesIntoUseWhenItIs() {
        replaceBy(PKI.notYetValid(HSA_ID));
        clock.advance(INTERVAL);
        assertThat(credential.certificate()).isEqualTo(OLD.certificate());

        clock.advance(Duration.ofDays(2));
        assertThat(credential.problems(clock)).isEmpty();
        assertThat(credential.certificate()).isNotEqualTo(OLD.certificate());
    }

    @Test
    void expiredInUse_isReplacedByAGoodOne() {
        Path other = PKI.expired(HSA_ID).writePkcs12(directory, PASSWORD);
        Credential expired = Credential.pkcs12(other, PASSWORD).withClock(clock);
        assertThat(expired.problems(clock))
                .extracting(CredentialProblem::kind)
                .contains(Kind.EXPIRED);

        move(NEW.writePkcs12(directory.resolve("new"), PASSWORD), other);
        clock.advance(INTERVAL);

        assertThat(expired.certificate()).isEqualTo(NEW.certificate());
    }

    @Test
    void pem_certificateAndKeyReplacedOneAfterTheOther_swapsWhenBothAreThere() {
        PemFiles pem = OLD.writePem(directory);
        PemFiles renewed = NEW.writePem(directory.resolve("new"));
        Credential fromPem =
                Credential.pem(pem.chain(), pem.key())
                        .withClock(clock)
                        .withReloadListener(recorder);
        fromPem.certificate();

        move(renewed.chain(), pem.chain());
        clock.advance(INTERVAL);
        assertThat(fromPem.certificate()).isEqualTo(OLD.certificate());
        assertThat(recorder.failed).hasSize(1);

        move(renewed.key(), pem.key());
        clock.advance(INTERVAL);
        assertThat(fromPem.certificate()).isEqualTo(NEW.certificate());
    }

    @Test
    void reload_ofABadFile_throwsAndKeepsTheOld() throws Exception {
        Files.writeString(file, "rubbish");

        assertThatThrownBy(credential::reload).isInstanceOf(ConfigurationException.class);
        assertThat(credential.certificate()).isEqualTo(OLD.certificate());
        assertThat(credential.lastReloadProblem()).isPresent();
    }

    @Test
    void listenerThatThrows_disturbsNoOne() {
        Credential disturbed =
                credential.withReloadListener(
                        new CredentialReloadListener() {
                            @Override
                            public void reloaded(Credential reloaded) {
                                throw new IllegalStateException("listener");
                            }
                        });
        disturbed.certificate();
        replaceBy(NEW);
        clock.advance(INTERVAL);

        assertThat(disturbed.certificate()).isEqualTo(NEW.certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void swap_newHandshakeShowsTheNewCertificateWhileTheOldConnectionGoesOn(String protocol)
            throws Exception {
        SSLContext context = credential.sslContext(trust());
        try (TlsEchoServer server = new TlsEchoServer(serverContext());
                SSLSocket before = server.connect(context, protocol)) {
            assertThat(server.nextCaller()).isEqualTo(OLD.certificate());

            replaceBy(NEW);
            clock.advance(INTERVAL);
            credential.hsaId();

            try (SSLSocket after = server.connect(context, protocol)) {
                assertThat(server.nextCaller()).isEqualTo(NEW.certificate());
                TlsEchoServer.echo(before);
                TlsEchoServer.echo(after);
            }
        }
    }

    @Test
    void swap_isSeenByTheHandshakeItself() throws Exception {
        SSLContext context = credential.sslContext(trust());
        replaceBy(NEW);
        clock.advance(INTERVAL);

        try (TlsEchoServer server = new TlsEchoServer(serverContext());
                SSLSocket socket = server.connect(context, "TLSv1.3")) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(server.nextCaller()).isEqualTo(NEW.certificate());
        }
    }

    @Test
    void swap_ofAServersCredential_isSeenByItsCallers() throws Exception {
        Path serverFile = PKI.server("localhost").writePkcs12(directory, PASSWORD);
        Credential own = Credential.pkcs12(serverFile, PASSWORD).withClock(clock);
        own.checkAsServer(clock);
        IssuedCertificate renewed = PKI.server("localhost");
        SSLContext client = credential.sslContext(trust());
        try (TlsEchoServer server = new TlsEchoServer(own.sslContext(trust()))) {
            server.connect(client, "TLSv1.3").close();
            move(renewed.writePkcs12(directory.resolve("new"), PASSWORD), serverFile);
            clock.advance(INTERVAL);
            own.certificate();

            // A context of its own, so that the session is not resumed.
            try (SSLSocket socket = server.connect(credential.sslContext(trust()), "TLSv1.3")) {
                assertThat(socket.getSession().getPeerCertificates()[0])
                        .isEqualTo(renewed.certificate());
            }
        }
    }

    @Test
    void reloadUnderConcurrentHandshakes_neverFailsAndNeverMixesKeys() throws Exception {
        Credential busy = Credential.pkcs12(file, PASSWORD).withReloadEvery(Duration.ZERO);
        SSLContext server = serverContext();
        int threads = 3;
        int handshakes = 12;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (TlsEchoServer echo = new TlsEchoServer(server)) {
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                work.add(
                        pool.submit(
                                () -> {
                                    for (int i = 0; i < handshakes; i++) {
                                        // A context of its own, so that no session is resumed.
                                        echo.connect(busy.sslContext(trust()), "TLSv1.3").close();
                                    }
                                    return null;
                                }));
            }
            for (int i = 0; work.stream().anyMatch(each -> !each.isDone()); i++) {
                if (i % 3 == 2) {
                    Files.writeString(file, "bad " + i);
                } else {
                    replaceBy(i % 3 == 0 ? NEW : OLD);
                }
                Thread.sleep(5);
            }
            for (Future<?> each : work) {
                each.get(60, TimeUnit.SECONDS);
            }
            for (int i = 0; i < threads * handshakes; i++) {
                assertThat(echo.nextCaller()).isIn(OLD.certificate(), NEW.certificate());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static TrustAnchors trust() {
        return TrustAnchors.of(PKI.trustedRoots());
    }

    private static SSLContext serverContext() {
        IssuedCertificate server = PKI.server("localhost");
        return Credential.keyStore(server.keyStore(PASSWORD), PASSWORD).sslContext(trust());
    }

    private void replaceBy(IssuedCertificate issued) {
        move(issued.writePkcs12(directory.resolve("new"), PASSWORD), file);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
