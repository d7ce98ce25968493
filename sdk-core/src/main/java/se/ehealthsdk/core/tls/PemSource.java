package se.ehealthsdk.core.tls;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.internal.tls.Certificates;
import se.ehealthsdk.core.internal.tls.PemBlock;
import se.ehealthsdk.core.internal.tls.PrivateKeys;
import se.ehealthsdk.core.internal.tls.PrivateKeys.UnreadableKeyException;

/** A key and its chain in PEM files, or both in one. */
final class PemSource implements CredentialSource {

    private final Path chainFile;
    private final Path keyFile;
    private final char @Nullable [] password;

    PemSource(Path chainFile, Path keyFile, char @Nullable [] password) {
        this.chainFile = chainFile;
        this.keyFile = keyFile;
        this.password = password == null ? null : password.clone();
    }

    @Override
    public List<Path> files() {
        return List.of(chainFile, keyFile);
    }

    @Override
    public String description() {
        return "certificate file " + chainFile;
    }

    @Override
    public KeyMaterial load(Optional<String> alias) {
        if (alias.isPresent()) {
            throw new ConfigurationException(
                    "An alias was given for a PEM file, which has none",
                    "Leave withAlias out, or use a key store.");
        }
        return new KeyMaterial(readKey(), readChain());
    }

    private List<X509Certificate> readChain() {
        byte[] bytes = ConfigurationFile.read(chainFile, description());
        try {
            List<X509Certificate> certificates = Certificates.read(bytes);
            if (certificates.isEmpty()) {
                throw new ConfigurationException(
                        "The " + description() + " holds no certificate",
                        "Give a PEM file with the certificate followed by its CA's.");
            }
            return Certificates.inOrder(certificates);
        } catch (CertificateException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "The " + description() + " is damaged",
                    "Check that the whole file was copied and that it is PEM.",
                    e);
        }
    }

    private PrivateKey readKey() {
        String description = "private key file " + keyFile;
        byte[] bytes = ConfigurationFile.read(keyFile, description);
        try {
            return PrivateKeys.read(
                    PemBlock.readAll(new String(bytes, StandardCharsets.ISO_8859_1)), password);
        } catch (UnreadableKeyException e) {
            throw new ConfigurationException(
                    "The " + description + " cannot be used: " + e.getMessage(),
                    "Give a PEM file with an RSA or EC private key (PKCS#8, PKCS#1 or SEC 1), and"
                            + " its password when it is encrypted.",
                    e.getCause());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "The " + description + " is damaged",
                    "Check that the whole file was copied and that it is PEM.",
                    e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
