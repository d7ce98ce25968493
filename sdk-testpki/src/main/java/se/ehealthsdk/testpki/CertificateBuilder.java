package se.ehealthsdk.testpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Orders one certificate from the test PKI. Comes from {@link TestPki} filled in as SITHS would; what
 * a test needs otherwise is changed here. Not thread-safe; use it once.
 */
public final class CertificateBuilder {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String AUTHENTICATION_CONTEXT = "1.2.752.201.5.1";

    private final String name;
    private String country = "SE";
    private String locality = "Påhittad";
    private String organisation = "Region Påhitt";
    private String commonName;
    private @Nullable String surname;
    private @Nullable String givenName;
    private @Nullable String serialNumber;
    private StringType serialNumberType = StringType.PRINTABLE;
    private boolean serialNumberBesideCommonName;
    private boolean withoutOrganisation;
    private Instant validFrom;
    private Instant validTo;
    private TestCa issuer;
    private KeyAlgorithm keyAlgorithm = KeyAlgorithm.EC_P256;
    private @Nullable Set<KeyUse> keyUses;
    private Set<ExtendedKeyUse> extendedKeyUses = EnumSet.noneOf(ExtendedKeyUse.class);
    private List<String> policies = List.of();
    private final List<GeneralName> alternativeNames = new ArrayList<>();
    private @Nullable String revocationListUrl;
    private @Nullable String ocspUrl;
    private boolean withoutRevocationAddresses;
    private BigInteger serial = newSerial();
    private final List<Extension> extensions = new ArrayList<>();

    CertificateBuilder(
            String name, String commonName, TestCa issuer, Instant validFrom, Instant validTo) {
        this.name = name;
        this.commonName = commonName;
        this.issuer = issuer;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** The subject's CN: host name of a system, full name of a person. */
    public CertificateBuilder commonName(String value) {
        commonName = value;
        return this;
    }

    /** The subject's O: the organisation. */
    public CertificateBuilder organisation(String value) {
        organisation = value;
        return this;
    }

    /** The subject's L: the place. */
    public CertificateBuilder locality(String value) {
        locality = value;
        return this;
    }

    CertificateBuilder person(String given, String family) {
        givenName = given;
        surname = family;
        return this;
    }

    /** The subject's serialNumber, encoded as PrintableString: HSA-id or personal identity number. */
    public CertificateBuilder serialNumber(String value) {
        return serialNumber(value, StringType.PRINTABLE);
    }

    /** The subject's serialNumber in an encoding of choice. */
    public CertificateBuilder serialNumber(String value, StringType type) {
        serialNumber = value;
        serialNumberType = type;
        return this;
    }

    /** A subject without serialNumber, which the service platform answers with VP002. */
    public CertificateBuilder withoutSerialNumber() {
        serialNumber = null;
        return this;
    }

    /** A subject without C, L and O: given name, surname, serialNumber and CN, as signature services issue. */
    public CertificateBuilder withoutOrganisation() {
        withoutOrganisation = true;
        return this;
    }

    /** Puts CN and serialNumber in one relative distinguished name, {@code CN=..+SERIALNUMBER=..}. */
    public CertificateBuilder serialNumberBesideCommonName() {
        serialNumberBesideCommonName = true;
        return this;
    }

    /** The first instant of validity; whole seconds. */
    public CertificateBuilder validFrom(Instant instant) {
        validFrom = instant;
        return this;
    }

    /** The last instant of validity; whole seconds. */
    public CertificateBuilder validTo(Instant instant) {
        validTo = instant;
        return this;
    }

    /** The CA that issues. */
    public CertificateBuilder issuer(TestCa ca) {
        issuer = ca;
        return this;
    }

    /** The kind of key; EC P-256 when not said. */
    public CertificateBuilder keyAlgorithm(KeyAlgorithm algorithm) {
        keyAlgorithm = algorithm;
        return this;
    }

    /**
     * The allowed uses of the key; when not said digital signature, with RSA also key encipherment.
     */
    public CertificateBuilder keyUse(KeyUse first, KeyUse... more) {
        keyUses = EnumSet.of(first, more);
        return this;
    }

    /** The allowed roles; none leaves the extension out, which allows every role. */
    public CertificateBuilder extendedKeyUse(ExtendedKeyUse... uses) {
        extendedKeyUses = EnumSet.noneOf(ExtendedKeyUse.class);
        extendedKeyUses.addAll(List.of(uses));
        return this;
    }

    /** The certificate policies, as dotted object identifiers; none leaves the extension out. */
    public CertificateBuilder policies(String... oids) {
        policies = List.of(oids);
        return this;
    }

    /** Adds a host name to the subject alternative names. */
    public CertificateBuilder dnsName(String host) {
        alternativeNames.add(new GeneralName(GeneralName.dNSName, host));
        return this;
    }

    /** Adds an IP address, v4 or v6 and without brackets, to the subject alternative names. */
    public CertificateBuilder ipAddress(String address) {
        alternativeNames.add(new GeneralName(GeneralName.iPAddress, address));
        return this;
    }

    /** Where the CA's revocation list is to be found; the PKI's address when not said, if it has one. */
    public CertificateBuilder revocationListUrl(String url) {
        revocationListUrl = url;
        return this;
    }

    /** Where the CA's OCSP service is to be found; the PKI's address when not said, if it has one. */
    public CertificateBuilder ocspUrl(String url) {
        ocspUrl = url;
        return this;
    }

    /**
     * How the signer was authenticated (RFC 7773), under the object identifier of the Swedish eID framework;
     * no such extension when not said.
     *
     * @param type the namespace of the information
     * @param information XML
     */
    public CertificateBuilder authenticationContext(String type, String information) {
        DERSequence context =
                new DERSequence(
                        new DERSequence(
                                new ASN1Encodable[] {
                                    new DERUTF8String(type), new DERUTF8String(information)
                                }));
        try {
            return extension(AUTHENTICATION_CONTEXT, false, context.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves out the PKI's addresses: only those given here are in the certificate. */
    public CertificateBuilder withoutRevocationAddresses() {
        withoutRevocationAddresses = true;
        return this;
    }

    /** The certificate's own serial number; random when not said. RFC 5280 wants it positive. */
    public CertificateBuilder certificateSerial(BigInteger value) {
        serial = value;
        return this;
    }

    /**
     * Adds any extension.
     *
     * @param oid its identifier, dotted
     * @param critical whether those who do not know it must refuse the certificate
     * @param der its value, DER
     */
    public CertificateBuilder extension(String oid, boolean critical, byte[] der) {
        extensions.add(new Extension(new ASN1ObjectIdentifier(oid), critical, der));
        return this;
    }

    /** Makes the key and the certificate. */
    public IssuedCertificate issue() {
        KeyPair keys = keyAlgorithm.generate();
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(sign(keys));
        issuer.path().stream().filter(ca -> !selfSigned(ca)).forEach(chain::add);
        return new IssuedCertificate(name, keys.getPrivate(), chain);
    }

    private X509Certificate sign(KeyPair keys) {
        try {
            X509v3CertificateBuilder certificate =
                    new JcaX509v3CertificateBuilder(
                            X500Name.getInstance(
                                    issuer.certificate().getSubjectX500Principal().getEncoded()),
                            serial,
                            Date.from(validFrom),
                            Date.from(validTo),
                            subject(),
                            keys.getPublic());
            addExtensions(certificate, keys);
            return signed(certificate, issuer.key(), issuer.algorithm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not make the certificate", e);
        }
    }

    private X500Name subject() {
        X500NameBuilder subject = new X500NameBuilder();
        if (withoutOrganisation) {
            return namesOnly(subject);
        }
        subject.addRDN(BCStyle.C, StringType.PRINTABLE.encode(country));
        subject.addRDN(BCStyle.L, StringType.UTF8.encode(locality));
        subject.addRDN(BCStyle.O, StringType.UTF8.encode(organisation));
        AttributeTypeAndValue cn =
                new AttributeTypeAndValue(BCStyle.CN, StringType.UTF8.encode(commonName));
        AttributeTypeAndValue number =
                serialNumber == null
                        ? null
                        : new AttributeTypeAndValue(
                                BCStyle.SERIALNUMBER, serialNumberType.encode(serialNumber));
        if (serialNumberBesideCommonName && number != null) {
            subject.addMultiValuedRDN(new AttributeTypeAndValue[] {cn, number});
            return subject.build();
        }
        subject.addRDN(cn);
        if (surname != null) {
            subject.addRDN(BCStyle.SURNAME, StringType.UTF8.encode(surname));
        }
        if (givenName != null) {
            subject.addRDN(BCStyle.GIVENNAME, StringType.UTF8.encode(givenName));
        }
        if (number != null) {
            subject.addRDN(number);
        }
        return subject.build();
    }

    private X500Name namesOnly(X500NameBuilder subject) {
        if (givenName != null) {
            subject.addRDN(BCStyle.GIVENNAME, StringType.UTF8.encode(givenName));
        }
        if (surname != null) {
            subject.addRDN(BCStyle.SURNAME, StringType.UTF8.encode(surname));
        }
        if (serialNumber != null) {
            subject.addRDN(BCStyle.SERIALNUMBER, serialNumberType.encode(serialNumber));
        }
        return subject.addRDN(BCStyle.CN, StringType.UTF8.encode(commonName)).build();
    }

    private void addExtensions(X509v3CertificateBuilder certificate, KeyPair keys)
            throws CertIOException, GeneralSecurityException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        certificate.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(issuer.certificate()));
        certificate.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                identifiers.createSubjectKeyIdentifier(keys.getPublic()));
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsageBits()));
        if (!extendedKeyUses.isEmpty()) {
            certificate.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(
                            extendedKeyUses.stream()
                                    .map(ExtendedKeyUse::purpose)
                                    .toArray(KeyPurposeId[]::new)));
        }
        if (!policies.isEmpty()) {
            certificate.addExtension(
                    Extension.certificatePolicies,
                    false,
                    new DERSequence(
                            policies.stream()
                                    .map(ASN1ObjectIdentifier::new)
                                    .map(PolicyInformation::new)
                                    .toArray(PolicyInformation[]::new)));
        }
        if (!alternativeNames.isEmpty()) {
            certificate.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(alternativeNames.toArray(GeneralName[]::new)));
        }
        revocationAddresses().addTo(certificate);
        for (Extension each : extensions) {
            certificate.addExtension(each);
        }
    }

    private RevocationAddresses revocationAddresses() {
        RevocationAddresses own = new RevocationAddresses(ocspUrl, revocationListUrl);
        return withoutRevocationAddresses ? own : own.orElse(issuer.addresses());
    }

    private int keyUsageBits() {
        Set<KeyUse> uses = keyUses;
        if (uses == null) {
            // RFC 8813: key encipherment has no meaning for EC keys.
            uses =
                    keyAlgorithm.rsa()
                            ? EnumSet.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.KEY_ENCIPHERMENT)
                            : EnumSet.of(KeyUse.DIGITAL_SIGNATURE);
        }
        return uses.stream().mapToInt(KeyUse::bit).sum();
    }

    static BigInteger newSerial() {
        return new BigInteger(63, RANDOM).setBit(62);
    }

    static X509Certificate signed(
            X509v3CertificateBuilder certificate, PrivateKey key, KeyAlgorithm algorithm)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            certificate.build(
                                    new JcaContentSignerBuilder(algorithm.signature()).build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static boolean selfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
