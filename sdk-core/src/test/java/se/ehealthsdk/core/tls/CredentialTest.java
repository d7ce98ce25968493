package se.ehealthsdk.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.IssuedCertificate.PemFiles;
import se.ehealthsdk.testpki.TestPki;

class CredentialTest {

    private static final String HSA_ID = "SE2321000016-39KJ";
    private static final String SECRET = "mycket-hemligt-7";
    private static final TestPki PKI = TestPki.shared();
    private static final IssuedCertificate FUNCTION = PKI.function(HSA_ID);

    @TempDir Path directory;

    @Test
    void pkcs12_givesKeyAndChain() {
        assertIsFunction(Credential.pkcs12(FUNCTION.writePkcs12(directory, secret()), secret()));
    }

    @Test
    void pkcs12_passwordCanBeClearedByTheCaller() {
        char[] password = secret();
        Credential credential =
                Credential.pkcs12(FUNCTION.writePkcs12(directory, secret()), password);
        Arrays.fill(password, '\0');

        assertIsFunction(credential);
    }

    @Test
    void jks_withKeyPasswordOfItsOwn_givesKeyAndChain() throws Exception {
        KeyStore store = emptyStore("JKS");
        store.setKeyEntry("a", FUNCTION.key(), "other".toCharArray(), chain(FUNCTION));
        Path file = write(store, "function.jks");

        assertIsFunction(Credential.jks(file, secret(), "other".toCharArray()));
        assertThatThrownBy(() -> Credential.jks(file, secret()).certificate())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("password of the key");
    }

    @Test
    void pem_givesKeyAndChain() {
        PemFiles pem = FUNCTION.writePem(directory);

        assertIsFunction(Credential.pem(pem.chain(), pem.key()));
    }

    @Test
    void pem_bothInOneFileAndIssuerFirst_givesKeyAndChainInOrder() throws Exception {
        PemFiles pem = FUNCTION.writePem(directory);
        String[] certificates =
                Files.readString(pem.chain()).split("(?<=-----END CERTIFICATE-----\n)");
        Path both =
                Files.writeString(
                        directory.resolve("both.pem"),
                        certificates[1] + certificates[0] + Files.readString(pem.key()));

        assertIsFunction(Credential.pem(both, both));
    }

    @Test
    void keyStore_givesKeyAndChain() {
        assertIsFunction(Credential.keyStore(FUNCTION.keyStore(secret()), secret()));
    }

    @Test
    void withAlias_choosesAmongSeveral() throws Exception {
        IssuedCertificate other = PKI.function("SE2321000016-OTHER");
        KeyStore store = emptyStore("PKCS12");
        store.setKeyEntry("first", FUNCTION.key(), secret(), chain(FUNCTION));
        store.setKeyEntry("second", other.key(), secret(), chain(other));
        Credential credential = Credential.pkcs12(write(store, "two.p12"), secret());

        assertThat(credential.withAlias("second").hsaId()).contains(HsaId.of("SE2321000016-OTHER"));
        assertIsFunction(credential.withAlias("first"));
        assertThatThrownBy(credential::hsaId)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2 private keys")
                .satisfies(remedy("first, second"));
        assertThatThrownBy(() -> credential.withAlias("third").hsaId())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("alias")
                .satisfies(remedy("first, second"));
    }

    @Test
    void withAlias_onPem_isRefused() {
        PemFiles pem = FUNCTION.writePem(directory);

        assertThatThrownBy(() -> Credential.pem(pem.chain(), pem.key()).withAlias("x").hsaId())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("alias");
    }

    @Test
    void pkcs11_usesTheKeyStoreOfTheProvider() throws Exception {
        try (FakeTokenProvider token = new FakeTokenProvider(FUNCTION, secret())) {
            assertIsFunction(Credential.pkcs11(token, secret()));
            assertThatThrownBy(() -> Credential.pkcs11(token, "fel".toCharArray()).hsaId())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("refused the PIN");
        }
    }

    @Test
    void pkcs11_configurationThatNamesNoLibrary_isRefused() throws Exception {
        Path configuration =
                Files.writeString(
                        directory.resolve("token.cfg"),
                        "name = Test\nlibrary = " + directory.resolve("no-such-library.so") + "\n");

        assertThatThrownBy(() -> Credential.pkcs11(configuration, secret()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PKCS#11 configuration");
    }

    /** Each way of getting it wrong, and a word that its message must have. */
    record Mistake(String name, String says, Consumer<Path> happens) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        "pkcs12 missing",
                        "does not exist",
                        dir -> Credential.pkcs12(dir.resolve("no.p12"), secret()).hsaId()),
                new Mistake(
                        "pkcs12 is a directory",
                        "cannot be read",
                        dir -> Credential.pkcs12(dir, secret()).hsaId()),
                new Mistake(
                        "pkcs12 wrong password",
                        "password",
                        dir ->
                                Credential.pkcs12(
                                                FUNCTION.writePkcs12(dir, "right".toCharArray()),
                                                secret())
                                        .hsaId()),
                new Mistake(
                        "pkcs12 not a key store",
                        "damaged",
                        dir -> Credential.pkcs12(text(dir, SECRET), secret()).hsaId()),
                new Mistake(
                        "pkcs12 empty file",
                        "damaged",
                        dir -> Credential.pkcs12(text(dir, ""), secret()).hsaId()),
                new Mistake(
                        "pkcs12 without key",
                        "no private key",
                        dir -> Credential.pkcs12(certificatesOnly(dir), secret()).hsaId()),
                new Mistake(
                        "jks wrong password",
                        "password",
                        dir -> Credential.jks(certificatesOnly(dir), secret("x")).hsaId()),
                new Mistake(
                        "key store wrong key password",
                        "password of the key",
                        dir ->
                                Credential.keyStore(
                                                FUNCTION.keyStore("right".toCharArray()), secret())
                                        .hsaId()),
                new Mistake(
                        "pem certificate missing",
                        "does not exist",
                        dir ->
                                Credential.pem(dir.resolve("no.pem"), FUNCTION.writePem(dir).key())
                                        .hsaId()),
                new Mistake(
                        "pem key missing",
                        "does not exist",
                        dir ->
                                Credential.pem(
                                                FUNCTION.writePem(dir).chain(),
                                                dir.resolve("no.pem"))
                                        .hsaId()),
                new Mistake(
                        "pem files exchanged",
                        "no private key",
                        dir -> {
                            PemFiles pem = FUNCTION.writePem(dir);
                            Credential.pem(pem.key(), pem.chain()).hsaId();
                        }),
                new Mistake(
                        "pem without certificate",
                        "holds no certificate",
                        dir -> {
                            PemFiles pem = FUNCTION.writePem(dir);
                            Credential.pem(pem.key(), pem.key()).hsaId();
                        }),
                new Mistake(
                        "pem key damaged",
                        "damaged",
                        dir ->
                                Credential.pem(
                                                FUNCTION.writePem(dir).chain(),
                                                text(
                                                        dir,
                                                        "-----BEGIN PRIVATE KEY-----\n"
                                                                + SECRET
                                                                + "\n-----END PRIVATE KEY-----\n"))
                                        .hsaId()),
                new Mistake(
                        "pkcs11 configuration missing",
                        "does not exist",
                        dir -> Credential.pkcs11(dir.resolve("no.cfg"), secret()).hsaId()));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void everyMistake_isToldWithRemedyAndWithoutSecrets(Mistake mistake) {
        assertThatThrownBy(() -> mistake.happens().accept(directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(mistake.says())
                .satisfies(
                        thrown -> {
                            assertThat(((ConfigurationException) thrown).remedy()).isNotBlank();
                            StringWriter all = new StringWriter();
                            thrown.printStackTrace(new PrintWriter(all));
                            assertThat(all + ((ConfigurationException) thrown).remedy())
                                    .doesNotContain(SECRET)
                                    .doesNotContain(base64OfKey());
                        });
    }

    @Test
    void toString_showsWhereItIsFromAndNothingElse() {
        Path file = FUNCTION.writePkcs12(directory, secret());
        Credential credential = Credential.pkcs12(file, secret());
        credential.certificate();

        assertThat(credential.toString()).isEqualTo("Credential[PKCS#12 file " + file + "]");
    }

    @Test
    void signingKey_belongsToTheCertificate_andIsNotShown() throws Exception {
        Credential credential =
                Credential.pkcs12(FUNCTION.writePkcs12(directory, secret()), secret());
        Credential.SigningKey signing = credential.signingKey();
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signing.key());
        signature.update(text);
        byte[] value = signature.sign();
        signature.initVerify(signing.certificate());
        signature.update(text);

        assertThat(signature.verify(value)).isTrue();
        assertThat(signing.chain()).isEqualTo(FUNCTION.chain());
        assertThat(signing.toString()).isEqualTo("SigningKey[EC]");
    }

    private static void assertIsFunction(Credential credential) {
        assertThat(credential.certificate()).isEqualTo(FUNCTION.certificate());
        assertThat(credential.chain()).isEqualTo(FUNCTION.chain());
        assertThat(credential.hsaId()).contains(HsaId.of(HSA_ID));
        assertThat(credential.expiresAt())
                .isEqualTo(FUNCTION.certificate().getNotAfter().toInstant());
        assertThat(credential.problems(Clock.systemUTC())).isEmpty();
    }

    private static Consumer<Throwable> remedy(String text) {
        return thrown -> assertThat(((ConfigurationException) thrown).remedy()).contains(text);
    }

    private static String base64OfKey() {
        return Base64.getEncoder().encodeToString(FUNCTION.key().getEncoded()).substring(40, 80);
    }

    private static char[] secret() {
        return SECRET.toCharArray();
    }

    private static char[] secret(String suffix) {
        return (SECRET + suffix).toCharArray();
    }

    private static Path text(Path directory, String text) {
        try {
            return Files.writeString(directory.resolve("text"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path certificatesOnly(Path directory) {
        try {
            KeyStore store = emptyStore("PKCS12");
            store.setCertificateEntry("root", PKI.root().certificate());
            Path file = directory.resolve("roots.p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, secret());
            }
            return file;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore emptyStore(String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        return store;
    }

    private Path write(KeyStore store, String name) throws Exception {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, secret());
        }
        return file;
    }

    private static Certificate[] chain(IssuedCertificate issued) {
        return issued.chain().toArray(Certificate[]::new);
    }
}
