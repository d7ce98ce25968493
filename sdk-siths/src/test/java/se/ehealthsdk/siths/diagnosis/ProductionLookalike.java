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

/** A server certificate whose issuer bears the name of the one in production, which the test PKI's never do. */
final class ProductionLookalike {

    private static final X500Name ISSUER =
            new X500Name("C=SE,O=Påhitt,CN=SITHS e-id Function CA v1");

    final X509Certificate root;
    final KeyStore server;

    ProductionLookalike(char[] password) throws Exception {
        KeyPair ca = keys();
        KeyPair leaf = keys();
        root =
                issue(
                        ISSUER,
                        ca,
                        ca.getPrivate(),
                        Extension.basicConstraints,
                        new BasicConstraints(true));
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

    private static X509Certificate issue(
            X500Name subject,
            KeyPair keys,
            PrivateKey signer,
            org.bouncycastle.asn1.ASN1ObjectIdentifier extension,
            org.bouncycastle.asn1.ASN1Encodable value)
            throws Exception {
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        ISSUER,
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
