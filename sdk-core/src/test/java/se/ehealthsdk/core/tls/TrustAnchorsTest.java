package se.ehealthsdk.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.internal.tls.TlsContexts;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

class TrustAnchorsTest {

    private static final char[] PASSWORD = "secret".toCharArray();
    private static final TestPki PKI = TestPki.shared();

    @TempDir Path directory;

    @Test
    void pem_readsManyCertificatesFromManyFiles() {
        PKI.writeTo(directory);

        TrustAnchors anchors =
                TrustAnchors.pem(
                        directory.resolve("trusted-roots.pem"),
                        directory.resolve("issuing-cas.pem"));

        assertThat(anchors.certificates())
                .hasSize(4)
                .contains(PKI.root().certificate(), PKI.functionCa().certificate());
    }

    @Test
    void pem_readsADirectoryAndLeavesOtherFilesAlone() throws Exception {
        Files.write(directory.resolve("root.cer"), PKI.root().certificate().getEncoded());
        Files.writeString(directory.resolve("README.txt"), "not a certificate");

        assertThat(TrustAnchors.pem(directory).certificates())
                .containsExactly(PKI.root().certificate());
    }

    @Test
    void pem_sameCertificateTwice_isKeptOnce() {
        PKI.writeTo(directory);
        Path roots = directory.resolve("trusted-roots.pem");

        assertThat(TrustAnchors.pem(roots, roots).certificates()).hasSize(1);
    }

    @Test
    void nothing_isRefusedEverywhere() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Path text = Files.writeString(directory.resolve("text.pem"), "no certificate");
        Path noTrusted = PKI.function("SE1-A").writePkcs12(directory, PASSWORD);

        assertThatThrownBy(() -> TrustAnchors.of(List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no trust anchor");
        assertThatThrownBy(() -> TrustAnchors.pem(empty))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no trust anchor");
        assertThatThrownBy(() -> TrustAnchors.pem(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> TrustAnchors.keyStore(noTrusted, PASSWORD))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("marked as trusted");
    }

    @Test
    void damagedOrMissing_isToldAsSuch() throws Exception {
        Path damaged =
                Files.writeString(
                        directory.resolve("x.pem"),
                        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertThatThrownBy(() -> TrustAnchors.pem(damaged))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> TrustAnchors.pem(directory.resolve("no.pem")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> TrustAnchors.keyStore(damaged, PASSWORD))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void keyStore_readsTrustedCertificates(String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("root", PKI.root().certificate());
        Path file = directory.resolve("trust");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }

        assertThat(TrustAnchors.keyStore(file, PASSWORD).certificates())
                .containsExactly(PKI.root().certificate());
        assertThatThrownBy(() -> TrustAnchors.keyStore(file, "fel-lösen".toCharArray()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("password")
                .message()
                .doesNotContain("fel-lösen");
    }

    @Test
    void system_doesNotTrustTheTestPki() {
        TrustAnchors system = TrustAnchors.system();

        assertThat(system.certificates()).isNotEmpty();
        assertThatThrownBy(() -> check(system, PKI.server("localhost")))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void trust_followsTheRoot() {
        TrustAnchors anchors = TrustAnchors.of(PKI.trustedRoots());

        assertThatCode(() -> check(anchors, PKI.server("localhost"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(anchors, PKI.fromUntrustedCa("SE1-A")))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> check(anchors, PKI.expired("SE1-A")))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void revocation_isNotCheckedUnlessAsked() {
        assertThat(TrustAnchors.of(PKI.trustedRoots()).revocation())
                .isEqualTo(RevocationPolicy.NOT_CHECKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RevocationPolicy.class,
            names = {"REQUIRE", "SOFT_FAIL"})
    void revocation_revokedIsRefusedAndGoodIsTaken(RevocationPolicy policy) throws Exception {
        try (RevocationLists lists = new RevocationLists()) {
            IssuedCertificate revoked = withListAt(lists.url("/" + policy + "/1.crl"));
            IssuedCertificate good = withListAt(lists.url("/" + policy + "/2.crl"));
            lists.revoked = revoked.certificate();
            TrustAnchors anchors =
                    TrustAnchors.of(List.of(PKI.functionCa().certificate())).withRevocation(policy);

            assertThatThrownBy(() -> check(anchors, revoked))
                    .isInstanceOf(CertificateException.class)
                    .hasStackTraceContaining("revoked");
            assertThatCode(() -> check(anchors, good)).doesNotThrowAnyException();
            assertThatCode(
                            () ->
                                    check(
                                            anchors.withRevocation(RevocationPolicy.NOT_CHECKED),
                                            revoked))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void revocation_noAnswer_refusesWhenRequiredAndTakesWhenSoft() {
        // As in SITHS's certificates: OCSP and a revocation list, here both out of reach.
        IssuedCertificate issued =
                PKI.functionBuilder("SE2321000016-39KJ")
                        .ocspUrl("http://127.0.0.1:9/ocsp")
                        .revocationListUrl("http://127.0.0.1:9/none.crl")
                        .issue();
        TrustAnchors anchors = TrustAnchors.of(List.of(PKI.functionCa().certificate()));

        assertThatThrownBy(() -> check(anchors.withRevocation(RevocationPolicy.REQUIRE), issued))
                .isInstanceOf(CertificateException.class);
        TrustAnchors soft = anchors.withRevocation(RevocationPolicy.SOFT_FAIL);
        assertThatCode(() -> check(soft, issued)).doesNotThrowAnyException();
        assertThatCode(() -> check(soft, issued)).doesNotThrowAnyException();
    }

    @Test
    void sslContext_offersTls12And13Only() {
        SSLContext context = TrustAnchors.of(PKI.trustedRoots()).sslContext();

        assertThat(context.getDefaultSSLParameters().getProtocols())
                .containsExactlyInAnyOrder(TlsContexts.protocols());
    }

    @Test
    void serverWithWrongHostName_isRefusedInTheHandshake() throws Exception {
        SSLContext wrong = context(PKI.serverWithWrongHostName());
        try (TlsEchoServer server = new TlsEchoServer(wrong)) {
            assertThatThrownBy(() -> server.connect(context(PKI.function("SE1-A")), "TLSv1.3"))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static SSLContext context(IssuedCertificate own) {
        return Credential.keyStore(own.keyStore(PASSWORD), PASSWORD)
                .sslContext(TrustAnchors.of(PKI.trustedRoots()));
    }

    private static IssuedCertificate withListAt(String url) {
        return PKI.functionBuilder("SE2321000016-39KJ").revocationListUrl(url).issue();
    }

    private static void check(TrustAnchors anchors, IssuedCertificate issued)
            throws CertificateException {
        anchors.trustManager()
                .checkServerTrusted(issued.chain().toArray(X509Certificate[]::new), "ECDHE_ECDSA");
    }

    /** Serves the function CA's revocation list. */
    private static final class RevocationLists implements AutoCloseable {
        private final HttpServer server;
        volatile X509Certificate revoked;

        RevocationLists() throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        byte[] list = PKI.functionCa().revocationList(Instant.now(), revoked);
                        exchange.sendResponseHeaders(200, list.length);
                        exchange.getResponseBody().write(list);
                        exchange.close();
                    });
            server.start();
        }

        String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
