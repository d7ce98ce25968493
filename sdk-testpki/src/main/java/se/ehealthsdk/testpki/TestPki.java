package se.ehealthsdk.testpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The test PKI: issues certificates shaped like SITHS's, good ones and faulty ones. Thread-safe.
 *
 * <p>{@link #shared()} is enough for most tests. Two PKIs have CAs with the same names and different
 * keys, so they never trust one another.
 */
public final class TestPki {

    /** The password of every file that {@link #writeTo} writes. */
    public static final String PASSWORD = "testpki";

    /** The HSA-id of the function certificates that {@link #writeTo} writes; invented. */
    public static final String SYSTEM_HSA_ID = "SE2321000016-TESTSYS";

    private static final String PREFIX = "SDKTEST ";
    private static final String CA_ORGANISATION = "Påhittad utfärdare";
    private static final String ROOT = "ROOT";
    private static final String SIGNATURE_SERVICE = "SIGNATURE_SERVICE";
    private static final String ANY_POLICY = "2.5.29.32.0";
    private static final String[] FUNCTION_POLICIES = {"1.2.752.74.8.650", "2.23.140.1.2.2"};

    /** SITHS's issuing CAs, without the marks of the environment. */
    private enum CaName {
        FUNCTION("SITHS e-id Function CA v1"),
        PERSON_HSA_ID("SITHS e-id Person HSA-id 3 CA v1"),
        PERSON_ID("SITHS e-id Person ID 3 CA v1");

        private final String text;

        CaName(String text) {
            this.text = text;
        }
    }

    private final Instant now;
    private final @Nullable URI revocationServices;
    private final TestCa root;
    private final Map<CaName, TestCa> issuing = new EnumMap<>(CaName.class);
    private @Nullable TestPki other;
    private @Nullable TestCa signatureServiceCa;

    private TestPki(Instant now, String rootName, @Nullable URI revocationServices) {
        this.now = now;
        this.revocationServices = revocationServices;
        this.root = ca(rootName, null);
    }

    private TestPki(Instant now, KeptAuthorities kept) {
        this.now = now;
        this.revocationServices = null;
        this.root = kept.get(ROOT);
        for (CaName name : CaName.values()) {
            issuing.put(name, kept.get(name.name()));
        }
        this.signatureServiceCa = kept.get(SIGNATURE_SERVICE);
    }

    /** A new PKI with new keys, as of now. */
    public static TestPki create() {
        return create(Clock.systemUTC());
    }

    /**
     * A new PKI with new keys.
     *
     * @param clock says the time from which "expired" and "not yet valid" are counted
     */
    public static TestPki create(Clock clock) {
        return new TestPki(
                clock.instant().truncatedTo(ChronoUnit.SECONDS), "SITHS e-id Root CA v2", null);
    }

    /**
     * A new PKI with new keys, whose certificates say where their revocation can be asked for, as SITHS's do.
     *
     * @param clock says the time from which "expired" and "not yet valid" are counted
     * @param revocationServices where {@link RevocationServices} listens, {@code http://host:port}
     */
    public static TestPki create(Clock clock, URI revocationServices) {
        return new TestPki(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                "SITHS e-id Root CA v2",
                revocationServices);
    }

    /**
     * A PKI whose authorities are kept in a file, so that what trusts it today trusts it tomorrow: read from there, or made
     * and written there if there is no such file.
     *
     * @param file PKCS#12; its folder must be there
     * @param password of the file
     * @param clock says the time from which "expired" and "not yet valid" are counted
     * @throws UncheckedIOException when the file cannot be read or written or is none that this method wrote; when the
     *     password is wrong the cause's cause is an {@link java.security.UnrecoverableKeyException}
     */
    public static TestPki keptIn(Path file, char[] password, Clock clock) {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            if (Files.exists(file)) {
                return new TestPki(now, KeptAuthorities.read(file, password));
            }
            TestPki made = create(clock);
            KeptAuthorities kept = new KeptAuthorities();
            kept.put(ROOT, made.root);
            for (CaName name : CaName.values()) {
                kept.put(name.name(), made.issuing(name));
            }
            kept.put(SIGNATURE_SERVICE, made.signatureServiceCa());
            kept.write(file, password);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PKI that everyone in this JVM can share, made at the first call. */
    public static TestPki shared() {
        return Shared.PKI;
    }

    private static final class Shared {
        static final TestPki PKI = create();
    }

    /** The root, self-signed. */
    public TestCa root() {
        return root;
    }

    /** The CA that issues function certificates, for systems. */
    public TestCa functionCa() {
        return issuing(CaName.FUNCTION);
    }

    /** The CA that issues to persons by HSA-id (level of assurance 3). */
    public TestCa personHsaIdCa() {
        return issuing(CaName.PERSON_HSA_ID);
    }

    /** The CA that issues to persons by personal identity number (level of assurance 3). */
    public TestCa personIdCa() {
        return issuing(CaName.PERSON_ID);
    }

    /** The CA of a signature service, which issues to signers. Its root is another than this PKI's. */
    public synchronized TestCa signatureServiceCa() {
        if (signatureServiceCa == null) {
            signatureServiceCa =
                    ca(
                            "Signature Service End User CA v1",
                            ca("Signature Service Root CA v1", null));
        }
        return signatureServiceCa;
    }

    /** Another PKI, which nobody who trusts this one trusts; always the same for one PKI. */
    public synchronized TestPki untrusted() {
        if (other == null) {
            other = new TestPki(now, "Other Root CA v1", null);
        }
        return other;
    }

    /** The roots that a party of this PKI trusts. */
    public List<X509Certificate> trustedRoots() {
        return List.of(root.certificate());
    }

    /**
     * A good function certificate.
     *
     * @param hsaId the HSA-id of the system
     */
    public IssuedCertificate function(String hsaId) {
        return functionBuilder(hsaId).issue();
    }

    /**
     * A function certificate to adjust: client and server role, two years' validity, from the function
     * CA.
     *
     * @param hsaId the HSA-id of the system
     */
    public CertificateBuilder functionBuilder(String hsaId) {
        return functionBuilder("function", hsaId);
    }

    private CertificateBuilder functionBuilder(String name, String hsaId) {
        String host = "system.example.test";
        return builder(name, host, functionCa())
                .serialNumber(hsaId)
                .extendedKeyUse(ExtendedKeyUse.SERVER_AUTH, ExtendedKeyUse.CLIENT_AUTH)
                .policies(FUNCTION_POLICIES)
                .dnsName(host);
    }

    /**
     * A good server certificate for a host of this machine's own: besides the host it names {@code
     * localhost}, {@code 127.0.0.1} and {@code ::1}.
     *
     * @param host the host name
     */
    public IssuedCertificate server(String host) {
        CertificateBuilder builder = serverBuilder("server", host);
        if (!host.equals("localhost")) {
            builder.dnsName("localhost");
        }
        return builder.ipAddress("127.0.0.1").ipAddress("::1").issue();
    }

    private CertificateBuilder serverBuilder(String name, String host) {
        return builder(name, host, functionCa())
                .serialNumber("SE2321000016-TESTSRV")
                .extendedKeyUse(ExtendedKeyUse.SERVER_AUTH, ExtendedKeyUse.CLIENT_AUTH)
                .policies(FUNCTION_POLICIES)
                .dnsName(host);
    }

    /** A server certificate that names {@code wrong-host.example.test} and nothing else. */
    public IssuedCertificate serverWithWrongHostName() {
        return serverBuilder("server-wrong-host", "wrong-host.example.test").issue();
    }

    /**
     * A person's certificate for logging in, of the HSA-id kind. The person is invented.
     *
     * @param hsaId the HSA-id of the employee
     */
    public IssuedCertificate person(String hsaId) {
        return personBuilder("person", hsaId, personHsaIdCa())
                .extendedKeyUse(ExtendedKeyUse.CLIENT_AUTH)
                .issue();
    }

    /**
     * A person's certificate for logging in, of the kind whose serialNumber is the personal identity
     * number. The person is invented.
     *
     * @param personalIdentityNumber twelve digits; an official test number
     */
    public IssuedCertificate personById(String personalIdentityNumber) {
        return personBuilder("person-id", personalIdentityNumber, personIdCa())
                .extendedKeyUse(ExtendedKeyUse.CLIENT_AUTH)
                .issue();
    }

    /**
     * A person's certificate for signing documents: key usage non-repudiation and nothing else.
     *
     * @param hsaId the HSA-id of the employee
     */
    public IssuedCertificate personSigning(String hsaId) {
        return personBuilder("person-signing", hsaId, personHsaIdCa())
                .keyUse(KeyUse.NON_REPUDIATION)
                .issue();
    }

    /**
     * A signer's certificate to adjust, as a signature service issues it for one signature.
     *
     * @param hsaId the HSA-id of the employee
     * @param givenName invented
     * @param surname invented
     */
    public CertificateBuilder signerBuilder(String hsaId, String givenName, String surname) {
        return builder("signer", givenName + " " + surname, signatureServiceCa())
                .person(givenName, surname)
                .serialNumber(hsaId)
                .withoutOrganisation()
                .keyUse(KeyUse.NON_REPUDIATION);
    }

    private CertificateBuilder personBuilder(String name, String serialNumber, TestCa ca) {
        return builder(name, "Testa Påhittsson", ca)
                .person("Testa", "Påhittsson")
                .serialNumber(serialNumber);
    }

    /** A function certificate whose validity ended yesterday. */
    public IssuedCertificate expired(String hsaId) {
        return functionBuilder("function-expired", hsaId)
                .validFrom(now.minus(Duration.ofDays(730)))
                .validTo(now.minus(Duration.ofDays(1)))
                .issue();
    }

    /** A function certificate whose validity begins tomorrow. */
    public IssuedCertificate notYetValid(String hsaId) {
        return functionBuilder("function-not-yet-valid", hsaId)
                .validFrom(now.plus(Duration.ofDays(1)))
                .issue();
    }

    /** A function certificate from the CA of {@link #untrusted()}, good in all else. */
    public IssuedCertificate fromUntrustedCa(String hsaId) {
        return functionBuilder("function-untrusted-ca", hsaId)
                .issuer(untrusted().functionCa())
                .issue();
    }

    /** A function certificate without serialNumber, so without HSA-id. */
    public IssuedCertificate withoutSerialNumber() {
        return functionBuilder("function-without-serial-number", "").withoutSerialNumber().issue();
    }

    /** A function certificate whose key may not be used for digital signature, so not for TLS. */
    public IssuedCertificate withoutDigitalSignature(String hsaId) {
        return functionBuilder("function-wrong-key-usage", hsaId)
                .keyUse(KeyUse.KEY_AGREEMENT)
                .issue();
    }

    /** A function certificate for the server role only. */
    public IssuedCertificate withoutClientAuth(String hsaId) {
        return functionBuilder("function-server-role-only", hsaId)
                .extendedKeyUse(ExtendedKeyUse.SERVER_AUTH)
                .issue();
    }

    /**
     * Writes all that a test team needs: trust anchors as PEM; function, server and person
     * certificates as PKCS#12 (password {@link #PASSWORD}) and PEM; and in {@code faulty} those that
     * must be refused. {@code README.txt} says what each is.
     *
     * @param directory where; made when missing
     * @return the directory
     * @throws UncheckedIOException when something cannot be written
     */
    public Path writeTo(Path directory) {
        return writeTo(directory, PASSWORD, "localhost");
    }

    /**
     * The same, choosing.
     *
     * @param directory where; made when missing
     * @param password of each PKCS#12 file
     * @param host the host that the server's certificate names, besides {@code localhost}
     * @return the directory
     * @throws UncheckedIOException when something cannot be written
     */
    public Path writeTo(Path directory, String password, String host) {
        List<IssuedCertificate> good =
                List.of(
                        function(SYSTEM_HSA_ID),
                        server(host),
                        person("SE2321000016-TESTPERS"),
                        personSigning("SE2321000016-TESTPERS"));
        List<IssuedCertificate> faulty =
                List.of(
                        expired(SYSTEM_HSA_ID),
                        notYetValid(SYSTEM_HSA_ID),
                        fromUntrustedCa(SYSTEM_HSA_ID),
                        withoutSerialNumber(),
                        withoutDigitalSignature(SYSTEM_HSA_ID),
                        withoutClientAuth(SYSTEM_HSA_ID),
                        serverWithWrongHostName());
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("trusted-roots.pem"), IssuedCertificate.pem(trustedRoots()));
            Files.writeString(
                    directory.resolve("issuing-cas.pem"),
                    IssuedCertificate.pem(
                            List.of(
                                    functionCa().certificate(),
                                    personHsaIdCa().certificate(),
                                    personIdCa().certificate())));
            StringBuilder readme =
                    new StringBuilder(
                            "Test certificates, invented, worth nothing. Password of every .p12: "
                                    + password
                                    + "\ntrusted-roots.pem: the root to trust\n"
                                    + "issuing-cas.pem: the CAs beneath it\n");
            write(good, directory, "", password, readme);
            write(faulty, directory, "faulty/", password, readme);
            Files.writeString(directory.resolve("README.txt"), readme);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(
            List<IssuedCertificate> certificates,
            Path directory,
            String folder,
            String password,
            StringBuilder readme) {
        for (IssuedCertificate each : certificates) {
            each.writePkcs12(directory.resolve(folder), password.toCharArray());
            each.writePem(directory.resolve(folder));
            readme.append(folder).append(each.name()).append(": ");
            readme.append(each.certificate().getSubjectX500Principal());
            readme.append(", valid to ").append(each.certificate().getNotAfter().toInstant());
            readme.append('\n');
        }
    }

    /** The CAs that have been made so far. */
    synchronized List<TestCa> authorities() {
        return Stream.concat(Stream.of(root), issuing.values().stream()).toList();
    }

    /** A certificate to adjust, for signing OCSP answers in a CA's place. */
    CertificateBuilder ocspDelegate(TestCa ca) {
        return builder("ocsp", "OCSP", ca);
    }

    private CertificateBuilder builder(String name, String commonName, TestCa ca) {
        return new CertificateBuilder(
                name,
                commonName,
                ca,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(730)));
    }

    private synchronized TestCa issuing(CaName name) {
        return issuing.computeIfAbsent(name, each -> ca(each.text, root));
    }

    private TestCa ca(String name, @Nullable TestCa issuer) {
        KeyAlgorithm algorithm = KeyAlgorithm.EC_P256;
        KeyPair keys = algorithm.generate();
        X500Name subject =
                new X500NameBuilder()
                        .addRDN(BCStyle.C, StringType.PRINTABLE.encode("SE"))
                        .addRDN(BCStyle.O, StringType.UTF8.encode(CA_ORGANISATION))
                        .addRDN(BCStyle.CN, StringType.UTF8.encode(PREFIX + name))
                        .build();
        X500Name issuerName =
                issuer == null
                        ? subject
                        : X500Name.getInstance(
                                issuer.certificate().getSubjectX500Principal().getEncoded());
        try {
            X509v3CertificateBuilder certificate =
                    new JcaX509v3CertificateBuilder(
                            issuerName,
                            CertificateBuilder.newSerial(),
                            Date.from(now.minus(Duration.ofDays(3650))),
                            Date.from(now.plus(Duration.ofDays(3650))),
                            subject,
                            keys.getPublic());
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            certificate.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(keys.getPublic()));
            certificate.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            if (issuer == null) {
                certificate.addExtension(
                        Extension.basicConstraints, true, new BasicConstraints(true));
                return new TestCa(
                        CertificateBuilder.signed(certificate, keys.getPrivate(), algorithm),
                        keys.getPrivate(),
                        algorithm,
                        List.of(),
                        addresses(PREFIX + name));
            }
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            certificate.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(issuer.certificate()));
            certificate.addExtension(
                    Extension.certificatePolicies,
                    false,
                    new CertificatePolicies(
                            new PolicyInformation(new ASN1ObjectIdentifier(ANY_POLICY))));
            issuer.addresses().addTo(certificate);
            return new TestCa(
                    CertificateBuilder.signed(certificate, issuer.key(), issuer.algorithm()),
                    keys.getPrivate(),
                    algorithm,
                    issuer.path(),
                    addresses(PREFIX + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not make the CA " + name, e);
        }
    }

    private RevocationAddresses addresses(String caName) {
        return revocationServices == null
                ? RevocationAddresses.NONE
                : RevocationAddresses.at(revocationServices, caName);
    }
}
