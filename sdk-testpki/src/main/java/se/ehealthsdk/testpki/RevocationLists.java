package se.ehealthsdk.testpki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes the CAs' revocation lists (RFC 5280 section 5). Thread-safe. */
final class RevocationLists {

    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final ASN1ObjectIdentifier UNHEARD_OF =
            new ASN1ObjectIdentifier("2.25.1234567890");

    private final TestPki pki;
    private final Ledger ledger;
    private final Clock clock;

    RevocationLists(TestPki pki, Ledger ledger, Clock clock) {
        this.pki = pki;
        this.ledger = ledger;
        this.clock = clock;
    }

    byte[] list(TestCa ca, @Nullable RevocationListFault fault) {
        TestCa issuer = fault == RevocationListFault.OTHER_ISSUER ? pki.untrusted().root() : ca;
        PrivateKey key =
                fault == RevocationListFault.WRONG_SIGNER
                        ? ca.algorithm().generate().getPrivate()
                        : issuer.key();
        Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (fault == RevocationListFault.STALE) {
            from = from.minus(DAY);
        } else if (fault == RevocationListFault.FROM_THE_FUTURE) {
            from = from.plus(DAY);
        }
        X509v2CRLBuilder list = new JcaX509v2CRLBuilder(issuer.certificate(), Date.from(from));
        list.setNextUpdate(Date.from(from.plus(VALIDITY)));
        ledger.revocationsBy(ca)
                .forEach(
                        (serial, revocation) ->
                                list.addCRLEntry(
                                        serial,
                                        Date.from(revocation.time()),
                                        revocation.reason().code()));
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()));
            list.addExtension(
                    Extension.cRLNumber,
                    false,
                    new CRLNumber(BigInteger.valueOf(from.getEpochSecond())));
            if (fault != null) {
                addCritical(list, fault);
            }
            return list.build(new JcaContentSignerBuilder(ca.algorithm().signature()).build(key))
                    .getEncoded();
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Could not make the revocation list", e);
        }
    }

    private static void addCritical(X509v2CRLBuilder list, RevocationListFault fault)
            throws IOException {
        switch (fault) {
            case DELTA ->
                    list.addExtension(
                            Extension.deltaCRLIndicator, true, new CRLNumber(BigInteger.ONE));
            case INDIRECT -> add(list, new IssuingDistributionPoint(null, true, false));
            case OTHER_PART ->
                    add(
                            list,
                            new IssuingDistributionPoint(
                                    new DistributionPointName(
                                            new GeneralNames(
                                                    new GeneralName(
                                                            GeneralName.uniformResourceIdentifier,
                                                            "http://crl.example.test/part2.crl"))),
                                    false,
                                    false));
            case ONLY_CAS ->
                    add(list, new IssuingDistributionPoint(null, false, true, null, false, false));
            case ONLY_SOME_REASONS ->
                    add(
                            list,
                            new IssuingDistributionPoint(
                                    null,
                                    false,
                                    false,
                                    new ReasonFlags(ReasonFlags.superseded),
                                    false,
                                    false));
            case UNKNOWN_CRITICAL_EXTENSION ->
                    list.addExtension(UNHEARD_OF, true, DERNull.INSTANCE);
            default -> {}
        }
    }

    private static void add(X509v2CRLBuilder list, ASN1Encodable part) throws IOException {
        list.addExtension(Extension.issuingDistributionPoint, true, part);
    }
}
