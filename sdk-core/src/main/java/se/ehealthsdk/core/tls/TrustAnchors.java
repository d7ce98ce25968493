package se.ehealthsdk.core.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.internal.tls.Certificates;
import se.ehealthsdk.core.internal.tls.TlsContexts;

/**
 * Whom to trust: the certificate authorities whose certificates the other end may show. Immutable and
 * thread-safe.
 *
 * <p>For the national services this is the SITHS root of the right environment, and nothing else: the
 * root of the test environments must not be trusted in production. The roots are published at
 * Inera's SITHS repository. Host names are always checked besides.
 *
 * <p>Revocation is <strong>not</strong> checked unless {@link #withRevocation} says so. The reason is
 * that the check needs SITHS's OCSP and CRL services from the machine where the system runs, inside
 * the time limit of the connection, and many installations do not have them open: with a required
 * check such a system cannot call at all. What remains without it: whoever holds a revoked
 * certificate with its key, and can redirect the traffic, can pass for the platform until that
 * certificate expires. Where the services can be reached, use {@link RevocationPolicy#REQUIRE}.
 *
 * <p>Source: RFC 5280 (path validation), RFC 6960 (OCSP).
 */
public final class TrustAnchors {

    private static final Set<String> CERTIFICATE_FILES = Set.of("pem", "crt", "cer");

    private final List<X509Certificate> certificates;
    private final RevocationPolicy revocation;

    private TrustAnchors(Collection<X509Certificate> certificates, RevocationPolicy revocation) {
        this.certificates = List.copyOf(new LinkedHashSet<>(certificates));
        this.revocation = revocation;
    }

    /**
     * The certificates in files.
     *
     * @param file a PEM file with one or more certificates, a DER file with one, or a directory of
     *     such files ({@code .pem}, {@code .crt}, {@code .cer}; others are left alone)
     * @param more more of the same
     * @throws ConfigurationException when one is missing or damaged, or there is no certificate
     */
    public static TrustAnchors pem(Path file, Path... more) {
        List<X509Certificate> certificates = new ArrayList<>(readAll(file));
        for (Path each : more) {
            certificates.addAll(readAll(each));
        }
        return of(certificates);
    }

    /**
     * These certificates.
     *
     * @throws ConfigurationException when there are none
     */
    public static TrustAnchors of(Collection<X509Certificate> certificates) {
        if (certificates.isEmpty()) {
            throw new ConfigurationException(
                    "There is no trust anchor, so no server would be trusted",
                    "Give the SITHS root certificate of the environment that is called.");
        }
        return new TrustAnchors(certificates, RevocationPolicy.NOT_CHECKED);
    }

    /**
     * The certificates that a key store marks as trusted.
     *
     * @param file PKCS#12 or JKS
     * @param password its password
     * @throws ConfigurationException when it is missing or damaged, the password is wrong, or it holds
     *     no trusted certificate
     */
    public static TrustAnchors keyStore(Path file, char[] password) {
        String description = "trust store " + file;
        ConfigurationFile.read(file, description);
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            KeyStore keyStore = KeyStore.getInstance(file.toFile(), password);
            for (String alias : Collections.list(keyStore.aliases())) {
                if (keyStore.isCertificateEntry(alias)
                        && keyStore.getCertificate(alias) instanceof X509Certificate trusted) {
                    certificates.add(trusted);
                }
            }
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
        if (certificates.isEmpty()) {
            throw new ConfigurationException(
                    "The " + description + " holds no certificate that is marked as trusted",
                    "Java does not see certificates in a PKCS#12 file that OpenSSL made: give them"
                            + " as PEM, or make the file with \"keytool -importcert\".");
        }
        return of(certificates);
    }

    /**
     * The authorities that the Java runtime trusts, which are those of the public web unless the
     * installation says otherwise. SITHS is not one of them, so the national services need
     * other anchors.
     *
     * @throws ConfigurationException when the runtime has none
     */
    public static TrustAnchors system() {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            List<X509Certificate> certificates = new ArrayList<>();
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    certificates.addAll(List.of(x509.getAcceptedIssuers()));
                }
            }
            return of(certificates);
        } catch (GeneralSecurityException e) {
            throw damaged("trust store of the Java runtime", e);
        }
    }

    /** The same anchors, with revocation checked in this way. */
    public TrustAnchors withRevocation(RevocationPolicy policy) {
        return new TrustAnchors(certificates, policy);
    }

    /** How revocation is checked; {@link RevocationPolicy#NOT_CHECKED} unless changed. */
    public RevocationPolicy revocation() {
        return revocation;
    }

    /** The trusted certificates, each once; never empty. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /**
     * A TLS context without a key of one's own, for servers that ask for none (LDAPS, a web API).
     * With mutual TLS: {@link Credential#sslContext}.
     *
     * @throws ConfigurationException when this Java runtime cannot make it
     */
    public SSLContext sslContext() {
        return TlsContexts.create(null, trustManager());
    }

    X509ExtendedTrustManager trustManager() {
        try {
            Set<TrustAnchor> anchors =
                    certificates.stream()
                            .map(each -> new TrustAnchor(each, null))
                            .collect(Collectors.toSet());
            PKIXBuilderParameters parameters =
                    new PKIXBuilderParameters(anchors, new X509CertSelector());
            parameters.setRevocationEnabled(revocation != RevocationPolicy.NOT_CHECKED);
            if (revocation != RevocationPolicy.NOT_CHECKED) {
                parameters.addCertPathChecker(revocationChecker());
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The trust anchors cannot be used by this Java runtime",
                    "Check that they are X.509 certificates of certificate authorities.",
                    e);
        }
    }

    private PKIXRevocationChecker revocationChecker() throws GeneralSecurityException {
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(
                revocation == RevocationPolicy.SOFT_FAIL
                        ? EnumSet.of(PKIXRevocationChecker.Option.SOFT_FAIL)
                        : EnumSet.noneOf(PKIXRevocationChecker.Option.class));
        return checker;
    }

    private static List<X509Certificate> readAll(Path path) {
        if (!Files.isDirectory(path)) {
            return readFile(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(TrustAnchors::isCertificateFile)
                    .sorted()
                    .flatMap(file -> readFile(file).stream())
                    .toList();
        } catch (IOException e) {
            throw damaged("directory " + path, e);
        }
    }

    private static boolean isCertificateFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return CERTIFICATE_FILES.contains(name.substring(name.lastIndexOf('.') + 1))
                && Files.isRegularFile(file);
    }

    private static List<X509Certificate> readFile(Path file) {
        String description = "trust anchor file " + file;
        try {
            List<X509Certificate> certificates =
                    Certificates.read(ConfigurationFile.read(file, description));
            if (certificates.isEmpty()) {
                throw new ConfigurationException(
                        "The " + description + " holds no certificate",
                        "Give a PEM file with the root certificates to trust.");
            }
            return certificates;
        } catch (CertificateException | IllegalArgumentException e) {
            throw damaged(description, e);
        }
    }

    private static ConfigurationException damaged(String description, Exception cause) {
        return new ConfigurationException(
                "The " + description + " is damaged, or not of a kind that can be read",
                "Check that the whole file was copied, and that it is PEM, PKCS#12 or JKS.",
                cause);
    }

    /** How many anchors, and the revocation policy. */
    @Override
    public String toString() {
        return "TrustAnchors[" + certificates.size() + ", revocation " + revocation + "]";
    }
}
