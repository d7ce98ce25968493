package se.ehealthsdk.testpki;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A test certificate with its private key and its chain. Immutable and thread-safe. */
public final class IssuedCertificate {

    /** The alias of the key in the key stores made here. */
    public static final String ALIAS = "key";

    private final String name;
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    IssuedCertificate(String name, PrivateKey key, List<X509Certificate> chain) {
        this.name = name;
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** A short name in lower case, used for file names, for example {@code function}. */
    public String name() {
        return name;
    }

    /** The certificate itself. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The private key. It protects nothing. */
    public PrivateKey key() {
        return key;
    }

    /** The certificate, then the CA that issued it, and so on; the root is not included. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /**
     * A new PKCS#12 key store in memory with the key and its chain under {@link #ALIAS}.
     *
     * @param password the password of the key
     */
    public KeyStore keyStore(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not make a key store", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the key and its chain as PKCS#12.
     *
     * @param directory where; made when missing
     * @param password the password of the file
     * @return the file, {@code <name>.p12}
     * @throws UncheckedIOException when it cannot be written
     */
    public Path writePkcs12(Path directory, char[] password) {
        try {
            Path file = Files.createDirectories(directory).resolve(name + ".p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                keyStore(password).store(out, password);
            }
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not write the key store", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the chain and the key as PEM, the key unencrypted as PKCS#8.
     *
     * @param directory where; made when missing
     * @return the two files, {@code <name>.crt.pem} and {@code <name>.key.pem}
     * @throws UncheckedIOException when they cannot be written
     */
    public PemFiles writePem(Path directory) {
        try {
            Files.createDirectories(directory);
            return new PemFiles(
                    Files.writeString(directory.resolve(name + ".crt.pem"), pem(chain)),
                    Files.writeString(
                            directory.resolve(name + ".key.pem"),
                            pem("PRIVATE KEY", keyWithPublicPart())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PKCS#8. Java leaves out the public part of an elliptic curve key, without which GnuTLS, and so ldapsearch, reads none. */
    private byte[] keyWithPublicPart() throws IOException {
        if (!(key instanceof ECPrivateKey ec)) {
            return key.getEncoded();
        }
        PrivateKeyInfo bare = PrivateKeyInfo.getInstance(key.getEncoded());
        SubjectPublicKeyInfo open =
                SubjectPublicKeyInfo.getInstance(certificate().getPublicKey().getEncoded());
        var whole =
                new org.bouncycastle.asn1.sec.ECPrivateKey(
                        ec.getParams().getOrder().bitLength(),
                        ec.getS(),
                        open.getPublicKeyData(),
                        null);
        return new PrivateKeyInfo(bare.getPrivateKeyAlgorithm(), whole).getEncoded();
    }

    /**
     * A certificate and its key as PEM files.
     *
     * @param chain the certificate followed by the CA's
     * @param key the private key, PKCS#8, unencrypted
     */
    public record PemFiles(Path chain, Path key) {}

    static String pem(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate each : certificates) {
            try {
                text.append(pem("CERTIFICATE", each.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("Could not encode a certificate", e);
            }
        }
        return text.toString();
    }

    private static String pem(String label, byte[] content) {
        String base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    /** The name and the subject; never the key. */
    @Override
    public String toString() {
        return name + " [" + certificate().getSubjectX500Principal().getName() + "]";
    }
}
