package se.ehealthsdk.siths.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates that no certificate authority would issue. */
final class HandmadeCertificate {

    private static final KeyPair KEYS = keys();
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");

    private record Addition(ASN1ObjectIdentifier oid, boolean critical, byte[] value) {}

    private final String issuer;
    private final X500NameBuilder subject = new X500NameBuilder();
    private final List<Addition> extensions = new ArrayList<>();
    private BigInteger serial = BigInteger.valueOf(4711);

    private HandmadeCertificate(String issuer) {
        this.issuer = issuer;
    }

    static HandmadeCertificate issuedBy(String commonName) {
        return new HandmadeCertificate(commonName);
    }

    /** A system's subject, with everything but serialNumber. */
    static HandmadeCertificate ofSystem() {
        return issuedBy("TEST SITHS e-id Function CA v1")
                .with(BCStyle.C, new DERPrintableString("SE"))
                .with(BCStyle.O, new DERUTF8String("Region Påhitt"))
                .with(BCStyle.CN, new DERUTF8String("system.example.test"));
    }

    HandmadeCertificate with(ASN1ObjectIdentifier attribute, ASN1Encodable value) {
        subject.addRDN(attribute, value);
        return this;
    }

    HandmadeCertificate with(ASN1ObjectIdentifier attribute, String value) {
        return with(attribute, new DERUTF8String(value));
    }

    HandmadeCertificate withSerialNumber(String value) {
        return with(BCStyle.SERIALNUMBER, value);
    }

    HandmadeCertificate withTogether(AttributeTypeAndValue... attributes) {
        subject.addMultiValuedRDN(attributes);
        return this;
    }

    HandmadeCertificate number(BigInteger value) {
        serial = value;
        return this;
    }

    HandmadeCertificate keyUsage(int bits) {
        return extension("2.5.29.15", true, new KeyUsage(bits));
    }

    HandmadeCertificate extension(String oid, boolean critical, ASN1Encodable value) {
        try {
            return rawExtension(oid, critical, value.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    HandmadeCertificate rawExtension(String oid, boolean critical, byte[] value) {
        extensions.add(new Addition(new ASN1ObjectIdentifier(oid), critical, value));
        return this;
    }

    byte[] der() {
        X509v3CertificateBuilder builder =
                new X509v3CertificateBuilder(
                        issuerName(),
                        serial,
                        Date.from(FROM),
                        Date.from(TO),
                        subject.build(),
                        publicKey());
        try {
            for (Addition each : extensions) {
                builder.addExtension(new Extension(each.oid, each.critical, each.value));
            }
            return encoded(
                    builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA")
                                    .build(KEYS.getPrivate())));
        } catch (IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    byte[] version1() {
        X509v1CertificateBuilder builder =
                new X509v1CertificateBuilder(
                        issuerName(),
                        serial,
                        Date.from(FROM),
                        Date.from(TO),
                        subject.build(),
                        publicKey());
        try {
            return encoded(
                    builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA")
                                    .build(KEYS.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    X509Certificate make() {
        return certificate(der());
    }

    static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private X500Name issuerName() {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, "SE")
                .addRDN(BCStyle.O, "Påhittad utfärdare")
                .addRDN(BCStyle.CN, issuer)
                .build();
    }

    private static SubjectPublicKeyInfo publicKey() {
        return SubjectPublicKeyInfo.getInstance(KEYS.getPublic().getEncoded());
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
