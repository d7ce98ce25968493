package se.ehealthsdk.siths.validation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues what the test PKI does not: certificates that a CA should not issue. */
final class OddCa {

    static final int SIGNING = KeyUsage.digitalSignature;
    static final int ISSUING = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    final KeyPair keys;
    final X500Name name;
    final X509Certificate certificate;
    private final String signature;

    private OddCa(KeyPair keys, X500Name name, X509Certificate certificate, String signature) {
        this.keys = keys;
        this.name = name;
        this.certificate = certificate;
        this.signature = signature;
    }

    static OddCa root(String name) {
        return root(name, "EC", 256, "SHA256withECDSA");
    }

    static OddCa root(
            String name, String algorithm, int bits, String signature, Extension... extensions) {
        try {
            KeyPair keys = keys(algorithm, bits);
            X500Name subject = ca(name);
            OddCa self = new OddCa(keys, subject, null, signature);
            return new OddCa(
                    keys,
                    subject,
                    self.issue(
                            subject,
                            keys.getPublic(),
                            ISSUING,
                            new BasicConstraints(true),
                            extensions),
                    signature);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Below this one. */
    OddCa ca(String named, int use, BasicConstraints constraints, Extension... extensions)
            throws Exception {
        KeyPair own = keys("EC", 256);
        X500Name subject = ca(named);
        return new OddCa(
                own,
                subject,
                issue(subject, own.getPublic(), use, constraints, extensions),
                "SHA256withECDSA");
    }

    /** Another certificate of this one's for a CA that has one. */
    X509Certificate cross(OddCa other) throws Exception {
        return issue(other.name, other.keys.getPublic(), ISSUING, new BasicConstraints(true));
    }

    X509Certificate leaf(X500Name subject, Extension... extensions) throws Exception {
        return issue(
                subject,
                keys("EC", 256).getPublic(),
                SIGNING,
                new BasicConstraints(false),
                extensions);
    }

    X509Certificate issue(
            X500Name subject,
            PublicKey key,
            int use,
            BasicConstraints constraints,
            Extension... extensions)
            throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(60, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(365))),
                        subject,
                        key);
        builder.addExtension(Extension.basicConstraints, true, constraints);
        if (use != 0) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(use));
        }
        for (Extension each : extensions) {
            builder.addExtension(each);
        }
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
    }

    private ContentSigner signer() throws Exception {
        if (!signature.startsWith("PSS with ")) {
            return new JcaContentSignerBuilder(signature).build(keys.getPrivate());
        }
        String digest = signature.substring("PSS with ".length());
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(
                new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), 20, 1));
        pss.initSign(keys.getPrivate());
        byte[] parameters = pss.getParameters().getEncoded();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        // Bouncy Castle knows PSS by names that the JDK has not
        return new ContentSigner() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSASSA_PSS,
                        RSASSAPSSparams.getInstance(parameters));
            }

            @Override
            public OutputStream getOutputStream() {
                return content;
            }

            @Override
            public byte[] getSignature() {
                try {
                    pss.update(content.toByteArray());
                    return pss.sign();
                } catch (SignatureException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    X509Certificate versionOne(X500Name subject) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        new JcaX509v1CertificateBuilder(
                                        name,
                                        BigInteger.TEN,
                                        Date.from(Instant.now().minus(Duration.ofDays(1))),
                                        Date.from(Instant.now().plus(Duration.ofDays(1))),
                                        subject,
                                        keys("EC", 256).getPublic())
                                .build(
                                        new JcaContentSignerBuilder(signature)
                                                .build(keys.getPrivate())));
    }

    static KeyPair keys(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static X500Name ca(String name) {
        return new X500NameBuilder().addRDN(BCStyle.O, "Test").addRDN(BCStyle.CN, name).build();
    }

    static X500Name holder(String serialNumber) {
        return new X500NameBuilder()
                .addRDN(BCStyle.CN, "system.example.test")
                .addRDN(BCStyle.SERIALNUMBER, serialNumber)
                .build();
    }
}
