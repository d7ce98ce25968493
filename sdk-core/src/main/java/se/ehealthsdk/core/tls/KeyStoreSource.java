package se.ehealthsdk.core.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;

/** A key in a key store: a file, a token, or one the application holds. */
final class KeyStoreSource implements CredentialSource {

    /** Opens the key store. */
    interface Opener {
        KeyStore open();
    }

    private final String description;
    private final List<Path> files;
    private final char @Nullable [] keyPassword;
    private final Opener opener;

    private KeyStoreSource(
            String description, List<Path> files, char @Nullable [] keyPassword, Opener opener) {
        this.description = description;
        this.files = files;
        this.keyPassword = keyPassword;
        this.opener = opener;
    }

    static CredentialSource file(
            String type, String typeName, Path file, char[] password, char[] keyPassword) {
        char[] ownPassword = password.clone();
        String description = typeName + " file " + file;
        return new KeyStoreSource(
                description,
                List.of(file),
                keyPassword.clone(),
                () -> openFile(type, description, file, ownPassword));
    }

    static CredentialSource inMemory(KeyStore keyStore, char[] keyPassword) {
        return new KeyStoreSource("key store", List.of(), keyPassword.clone(), () -> keyStore);
    }

    static CredentialSource token(String description, Opener opener) {
        return new KeyStoreSource(description, List.of(), null, opener);
    }

    @Override
    public List<Path> files() {
        return files;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public KeyMaterial load(Optional<String> alias) {
        KeyStore keyStore = opener.open();
        try {
            String chosen = alias.isPresent() ? existing(keyStore, alias.get()) : only(keyStore);
            Key key = keyStore.getKey(chosen, keyPassword);
            if (!(key instanceof PrivateKey privateKey)) {
                throw noKey();
            }
            return new KeyMaterial(privateKey, chain(keyStore, chosen));
        } catch (UnrecoverableKeyException e) {
            throw new ConfigurationException(
                    "The password of the key in the " + description + " is wrong",
                    "Give the password of the key, which may be another than that of the key store.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The key in the " + description + " cannot be read",
                    "Check that the key is an RSA or EC key, and export it again as PKCS#12.",
                    e);
        }
    }

    private String existing(KeyStore keyStore, String alias) throws GeneralSecurityException {
        if (keyStore.isKeyEntry(alias)) {
            return alias;
        }
        throw new ConfigurationException(
                "The " + description + " has no private key under the alias that was given",
                "Give one of its aliases: " + String.join(", ", keyAliases(keyStore)) + ".");
    }

    private String only(KeyStore keyStore) throws GeneralSecurityException {
        List<String> aliases = keyAliases(keyStore);
        if (aliases.isEmpty()) {
            throw noKey();
        }
        if (aliases.size() > 1) {
            throw new ConfigurationException(
                    "The " + description + " holds " + aliases.size() + " private keys",
                    "Choose one by withAlias: " + String.join(", ", aliases) + ".");
        }
        return aliases.get(0);
    }

    private static List<String> keyAliases(KeyStore keyStore) throws GeneralSecurityException {
        List<String> aliases = new ArrayList<>();
        for (String alias : Collections.list(keyStore.aliases())) {
            if (keyStore.isKeyEntry(alias)) {
                aliases.add(alias);
            }
        }
        return aliases;
    }

    private ConfigurationException noKey() {
        return new ConfigurationException(
                "The " + description + " holds no private key",
                "Export the certificate together with its private key. A file with certificates"
                        + " only belongs in the trust anchors.");
    }

    private List<X509Certificate> chain(KeyStore keyStore, String alias)
            throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        Certificate[] certificates = keyStore.getCertificateChain(alias);
        if (certificates != null) {
            for (Certificate each : certificates) {
                if (each instanceof X509Certificate x509) {
                    chain.add(x509);
                }
            }
        }
        if (chain.isEmpty()) {
            throw new ConfigurationException(
                    "The key in the " + description + " has no certificate",
                    "Export the certificate, its private key and the CA's certificate together.");
        }
        return chain;
    }

    private static KeyStore openFile(String type, String description, Path file, char[] password) {
        byte[] bytes = ConfigurationFile.read(file, description);
        try {
            KeyStore keyStore = KeyStore.getInstance(type);
            keyStore.load(new ByteArrayInputStream(bytes), password);
            return keyStore;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new ConfigurationException(
                        "The password of the " + description + " is wrong",
                        "Give the password that came with the file.",
                        e);
            }
            throw damaged(description, e);
        } catch (GeneralSecurityException e) {
            throw damaged(description, e);
        }
    }

    private static ConfigurationException damaged(String description, Exception cause) {
        return new ConfigurationException(
                "The " + description + " is damaged, or not of that kind",
                "Check that the whole file was copied and that it is of the kind named here.",
                cause);
    }
}
