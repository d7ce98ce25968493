package se.ehealthsdk.siths.diagnosis;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of an issuer with any name: that of the one in production, which the test PKI's never have. */
final class NamedIssuer {

    final X509Certificate root;
    final KeyStore server;
    final KeyStore selfSigned;

    private final X500Name issuer;

    NamedIssuer(char[] password) throws Exception {
        this(password, "C=SE,O=Påhitt,CN=SITHS e-id Function CA v1");
    }

    NamedIssuer(char[] password, String issuerName) throws Exception {
        issuer = new X500Name(issuerName);
        KeyPair ca = keys();
        KeyPair leaf = keys();
        root =
                issue(
                        issuer,
                        ca,
                        ca.getPrivate(),
                        Extension.basicConstraints,
                        new BasicConstraints(true));
        selfSigned = KeyStore.getInstance("PKCS12");
        selfSigned.load(null, null);
        selfSigned.setKeyEntry("key", ca.getPrivate(), password, new Certificate[] {root});
        X509Certificate certificate =
                issue(
                        new X500Name("CN=localhost"),
                        leaf,
                        ca.getPrivate(),
                        Extension.subjectAlternativeName,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        server = KeyStore.getInstance("PKCS12");
        server.load(null, null);
        server.setKeyEntry("key", leaf.getPrivate(), password, new Certificate[] {certificate});
    }

    private X509Certificate issue(
            X500Name subject,
            KeyPair keys,
            PrivateKey signer,
            org.bouncycastle.asn1.ASN1ObjectIdentifier extension,
            org.bouncycastle.asn1.ASN1Encodable value)
            throws Exception {
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        BigInteger.valueOf(subject.hashCode() & 0xffffL),
                        Date.from(Instant.now().minus(Duration.ofDays(1))),
                        Date.from(Instant.now().plus(Duration.ofDays(100))),
                        subject,
                        keys.getPublic());
        builder.addExtension(extension, false, value);
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
