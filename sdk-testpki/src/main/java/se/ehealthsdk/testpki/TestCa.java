package se.ehealthsdk.testpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of the test PKI. Immutable and thread-safe. */
public final class TestCa {

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final KeyAlgorithm algorithm;
    private final List<X509Certificate> path;
    private final RevocationAddresses addresses;

    TestCa(
            X509Certificate certificate,
            PrivateKey key,
            KeyAlgorithm algorithm,
            List<X509Certificate> issuers,
            RevocationAddresses addresses) {
        this.addresses = addresses;
        this.certificate = certificate;
        this.key = key;
        this.algorithm = algorithm;
        List<X509Certificate> upwards = new ArrayList<>();
        upwards.add(certificate);
        upwards.addAll(issuers);
        this.path = List.copyOf(upwards);
    }

    /** The CA's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificates from this CA up to its root, both included. */
    public List<X509Certificate> path() {
        return path;
    }

    /**
     * A revocation list signed by this CA.
     *
     * @param issuedAt when it says it was issued; it is valid for a day
     * @param revoked the certificates that are revoked, from an hour before {@code issuedAt}
     * @return the list, DER-encoded as it is served over HTTP
     */
    public byte[] revocationList(Instant issuedAt, X509Certificate... revoked) {
        X509v2CRLBuilder list = new JcaX509v2CRLBuilder(certificate, Date.from(issuedAt));
        list.setNextUpdate(Date.from(issuedAt.plus(Duration.ofDays(1))));
        for (X509Certificate each : revoked) {
            list.addCRLEntry(
                    each.getSerialNumber(),
                    Date.from(issuedAt.minus(Duration.ofHours(1))),
                    CRLReason.keyCompromise);
        }
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            list.addExtension(
                    Extension.cRLNumber,
                    false,
                    new CRLNumber(BigInteger.valueOf(issuedAt.getEpochSecond())));
            return list.build(new JcaContentSignerBuilder(algorithm.signature()).build(key))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Could not sign the revocation list", e);
        }
    }

    PrivateKey key() {
        return key;
    }

    /** What the certificates that this CA issues say of revocation. */
    RevocationAddresses addresses() {
        return addresses;
    }

    KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** The CA's name. */
    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
