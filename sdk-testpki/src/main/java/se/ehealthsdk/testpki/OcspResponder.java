package se.ehealthsdk.testpki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Answers OCSP requests about the certificates of a PKI (RFC 6960). Thread-safe. */
final class OcspResponder {

    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestPki pki;
    private final Ledger ledger;
    private final Clock clock;
    private final DigestCalculatorProvider digests;
    private final Map<Delegate, IssuedCertificate> delegates = new ConcurrentHashMap<>();

    private record Delegate(X509Certificate ca, OcspSigner kind) {}

    /** A key, and the certificate to send along; none for the CA itself. */
    private record Signer(
            PrivateKey key, X509Certificate certificate, List<X509Certificate> enclosed) {}

    OcspResponder(TestPki pki, Ledger ledger, Clock clock) {
        this.pki = pki;
        this.ledger = ledger;
        this.clock = clock;
        try {
            this.digests = new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("This JDK has no digests", e);
        }
    }

    byte[] answer(byte[] request, OcspSigner signer, @Nullable OcspFault fault) {
        try {
            Integer refusal = refusal(fault);
            if (refusal != null) {
                return status(refusal);
            }
            OCSPReq asked;
            try {
                asked = new OCSPReq(request);
            } catch (IOException malformed) {
                return status(OCSPRespBuilder.MALFORMED_REQUEST);
            }
            Req[] questions = asked.getRequestList();
            if (questions.length == 0) {
                return status(OCSPRespBuilder.MALFORMED_REQUEST);
            }
            Optional<TestCa> ca = issuer(questions[0].getCertID());
            if (ca.isEmpty()) {
                return status(OCSPRespBuilder.UNAUTHORIZED);
            }
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            signed(asked, ca.get(), signer(ca.get(), signer), fault))
                    .getEncoded();
        } catch (IOException
                | OCSPException
                | OperatorCreationException
                | GeneralSecurityException e) {
            throw new IllegalStateException("Could not make the OCSP answer", e);
        }
    }

    private static @Nullable Integer refusal(@Nullable OcspFault fault) {
        if (fault == null) {
            return null;
        }
        return switch (fault) {
            case TRY_LATER -> OCSPRespBuilder.TRY_LATER;
            case UNAUTHORIZED -> OCSPRespBuilder.UNAUTHORIZED;
            case MALFORMED_REQUEST -> OCSPRespBuilder.MALFORMED_REQUEST;
            case INTERNAL_ERROR -> OCSPRespBuilder.INTERNAL_ERROR;
            case SIGNATURE_REQUIRED -> OCSPRespBuilder.SIG_REQUIRED;
            default -> null;
        };
    }

    private static byte[] status(int code) throws OCSPException, IOException {
        return new OCSPRespBuilder().build(code, null).getEncoded();
    }

    private BasicOCSPResp signed(OCSPReq asked, TestCa ca, Signer signer, @Nullable OcspFault fault)
            throws OCSPException, OperatorCreationException, GeneralSecurityException, IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant from = now;
        Instant to = now.plus(VALIDITY);
        if (fault == OcspFault.STALE) {
            from = now.minus(DAY);
            to = from.plus(VALIDITY);
        } else if (fault == OcspFault.FROM_THE_FUTURE) {
            from = now.plus(DAY);
            to = from.plus(VALIDITY);
        } else if (fault == OcspFault.OLD_WITHOUT_NEXT_UPDATE) {
            from = now.minus(DAY.multipliedBy(2));
        }
        boolean open =
                fault == OcspFault.WITHOUT_NEXT_UPDATE
                        || fault == OcspFault.OLD_WITHOUT_NEXT_UPDATE;
        BasicOCSPRespBuilder answer =
                new BasicOCSPRespBuilder(
                        new RespID(
                                SubjectPublicKeyInfo.getInstance(
                                        signer.certificate().getPublicKey().getEncoded()),
                                digests.get(RespID.HASH_SHA1)));
        for (Req question : asked.getRequestList()) {
            CertificateID id = question.getCertID();
            answer.addResponse(
                    named(id, ca, fault),
                    status(ca, id.getSerialNumber()),
                    Date.from(from),
                    open ? null : Date.from(to),
                    null);
        }
        Extension nonce = nonce(asked, fault);
        if (nonce != null) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        X509CertificateHolder[] enclosed = new X509CertificateHolder[signer.enclosed().size()];
        for (int i = 0; i < enclosed.length; i++) {
            enclosed[i] = new JcaX509CertificateHolder(signer.enclosed().get(i));
        }
        BasicOCSPResp whole =
                answer.build(
                        new JcaContentSignerBuilder(KeyAlgorithm.EC_P256.signature())
                                .build(signer.key()),
                        enclosed,
                        Date.from(now));
        return fault == OcspFault.UNSIGNED ? unsigned(whole) : whole;
    }

    private CertificateID named(CertificateID asked, TestCa ca, @Nullable OcspFault fault)
            throws OCSPException, GeneralSecurityException, OperatorCreationException {
        if (fault == OcspFault.OTHER_CERTIFICATE) {
            return new CertificateID(
                    digests.get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(ca.certificate()),
                    asked.getSerialNumber().add(BigInteger.ONE));
        }
        if (fault == OcspFault.OTHER_ISSUER) {
            return new CertificateID(
                    digests.get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(pki.untrusted().root().certificate()),
                    asked.getSerialNumber());
        }
        return asked;
    }

    private @Nullable CertificateStatus status(TestCa ca, BigInteger serial) {
        if (ledger.isUnknown(ca, serial)) {
            return new UnknownStatus();
        }
        return ledger.revocation(ca, serial)
                .map(
                        revocation ->
                                new RevokedStatus(
                                        new RevokedInfo(
                                                new ASN1GeneralizedTime(
                                                        Date.from(revocation.time())),
                                                reason(revocation))))
                .orElse(null);
    }

    private static @Nullable CRLReason reason(Revocation revocation) {
        return revocation.reason() == RevocationReason.UNSPECIFIED
                ? null
                : CRLReason.lookup(revocation.reason().code());
    }

    private static @Nullable Extension nonce(OCSPReq asked, @Nullable OcspFault fault)
            throws IOException {
        Extension nonce = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce == null || fault == OcspFault.WITHOUT_NONCE) {
            return null;
        }
        return fault == OcspFault.WRONG_NONCE
                ? new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                        false,
                        new DEROctetString(new byte[32]).getEncoded())
                : nonce;
    }

    private static BasicOCSPResp unsigned(BasicOCSPResp whole) throws IOException {
        BasicOCSPResponse signed = BasicOCSPResponse.getInstance(whole.getEncoded());
        return new BasicOCSPResp(
                new BasicOCSPResponse(
                        signed.getTbsResponseData(),
                        signed.getSignatureAlgorithm(),
                        new DERBitString(new byte[whole.getSignature().length]),
                        signed.getCerts()));
    }

    private Optional<TestCa> issuer(CertificateID id)
            throws OCSPException, GeneralSecurityException {
        for (TestCa ca : pki.authorities()) {
            if (id.matchesIssuer(new JcaX509CertificateHolder(ca.certificate()), digests)) {
                return Optional.of(ca);
            }
        }
        return Optional.empty();
    }

    private Signer signer(TestCa ca, OcspSigner kind) {
        if (kind == OcspSigner.ISSUER) {
            return new Signer(ca.key(), ca.certificate(), List.of());
        }
        if (kind == OcspSigner.STRANGER) {
            KeyPair unknown = ca.algorithm().generate();
            return new Signer(unknown.getPrivate(), ca.certificate(), List.of());
        }
        IssuedCertificate delegate =
                delegates.computeIfAbsent(
                        new Delegate(ca.certificate(), kind), key -> delegate(ca, kind));
        return new Signer(delegate.key(), delegate.certificate(), List.of(delegate.certificate()));
    }

    private IssuedCertificate delegate(TestCa ca, OcspSigner kind) {
        CertificateBuilder order = pki.ocspDelegate(ca);
        if (kind != OcspSigner.DELEGATE_IN_REVOCATION_LIST) {
            order.withoutRevocationAddresses();
        }
        if (kind == OcspSigner.DELEGATE
                || kind == OcspSigner.EXPIRED_DELEGATE
                || kind == OcspSigner.DELEGATE_OF_OTHER_CA) {
            order.extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId(), false, encodedNull());
        }
        if (kind != OcspSigner.DELEGATE_WITHOUT_PURPOSE) {
            order.extendedKeyUse(ExtendedKeyUse.OCSP_SIGNING);
        }
        if (kind == OcspSigner.EXPIRED_DELEGATE) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            order.validFrom(now.minus(DAY.multipliedBy(9))).validTo(now.minus(DAY));
        }
        if (kind == OcspSigner.DELEGATE_OF_OTHER_CA) {
            order.issuer(pki.untrusted().functionCa());
        }
        return order.issue();
    }

    private static byte[] encodedNull() {
        try {
            return DERNull.INSTANCE.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
