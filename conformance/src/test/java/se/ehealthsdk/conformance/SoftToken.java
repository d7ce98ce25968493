package se.ehealthsdk.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.testpki.IssuedCertificate;

/**
 * A hardware module in software: SoftHSM 2, reached through PKCS#11 as any other. The build points the
 * environment variable {@code SOFTHSM2_CONF} to a file in {@code target}, which is written here.
 */
final class SoftToken {

    private static final String PIN = "4711";

    private final Path configuration;

    private SoftToken(Path configuration) {
        this.configuration = configuration;
    }

    /** Where SoftHSM's library lies; empty where it is not installed. */
    static Optional<Path> library() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }

    /** A new token with this key and its certificates in it. */
    static SoftToken holding(IssuedCertificate certificate, Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path tokens = Files.createDirectories(directory.resolve("tokens"));
        Files.writeString(
                Path.of(System.getenv("SOFTHSM2_CONF")),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        run(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "sdk",
                "--pin",
                PIN,
                "--so-pin",
                PIN);
        Path configuration =
                Files.writeString(
                        directory.resolve("pkcs11.cfg"),
                        """
                        name = SoftToken
                        library = %s
                        slotListIndex = 0
                        attributes(*, CKO_PRIVATE_KEY, *) = {
                          CKA_SIGN = true
                          CKA_SENSITIVE = true
                        }
                        """
                                .formatted(library().orElseThrow()));
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        store.setKeyEntry(
                "key", certificate.key(), null, certificate.chain().toArray(Certificate[]::new));
        return new SoftToken(configuration);
    }

    /** The key in the token as a credential. */
    Credential credential() {
        return Credential.pkcs11(configuration, PIN.toCharArray());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command[0] + " failed: " + said);
        }
    }
}
