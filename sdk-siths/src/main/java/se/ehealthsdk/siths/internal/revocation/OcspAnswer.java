package se.ehealthsdk.siths.internal.revocation;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Good;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Reason;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Revoked;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Unknown;
import se.ehealthsdk.siths.internal.x509.DerElement;

/**
 * Reads one OCSP answer: whole, signed by who may, about the certificate that was asked for, fresh.
 *
 * <p>Source: RFC 6960 sections 3.2 and 4.2, RFC 9654.
 */
final class OcspAnswer {

    private static final int SUCCESSFUL = 0;
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
            Set.of(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                    OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
                    Extension.reasonCode,
                    Extension.invalidityDate);

    private final OcspQuestion question;
    private final Freshness freshness;
    private final boolean nonceRequired;
    private final OcspSigners signers;

    OcspAnswer(
            OcspQuestion question,
            Freshness freshness,
            boolean nonceRequired,
            OcspSigners signers) {
        this.question = question;
        this.freshness = freshness;
        this.nonceRequired = nonceRequired;
        this.signers = signers;
    }

    Timed<RevocationStatus> read(byte[] der) throws UnusableException {
        try {
            byte[] inner = basic(der);
            BasicOCSPResponse answer =
                    BasicOCSPResponse.getInstance(ASN1Primitive.fromByteArray(inner));
            signers.verify(
                    answer, DerElement.read(inner).children().get(0).encoded(), question.issuer());
            return judge(answer.getTbsResponseData());
        } catch (IOException | RuntimeException malformed) {
            // what Bouncy Castle throws at what is not well-formed is of many kinds
            throw unusable("cannot be read as an OCSP answer");
        }
    }

    private static byte[] basic(byte[] der) throws IOException, UnusableException {
        OCSPResponse response = OCSPResponse.getInstance(ASN1Primitive.fromByteArray(der));
        int status = response.getResponseStatus().getIntValue();
        if (status != SUCCESSFUL) {
            throw refusal(status);
        }
        if (response.getResponseBytes() == null
                || !OCSPObjectIdentifiers.id_pkix_ocsp_basic.equals(
                        response.getResponseBytes().getResponseType())) {
            throw unusable("is not of the basic kind");
        }
        return response.getResponseBytes().getResponse().getOctets();
    }

    private static UnusableException refusal(int status) {
        return switch (status) {
            case 1 ->
                    new UnusableException(
                            "says that the request is malformed (malformedRequest)",
                            "Report to the certificate authority's support.");
            case 2 ->
                    new UnusableException(
                            "says that the service has a fault (internalError)",
                            "Try again later.");
            case 3 ->
                    new UnusableException(
                            "says that the service is busy (tryLater)", "Try again later.");
            case 5 ->
                    new UnusableException(
                            "says that requests must be signed (sigRequired)",
                            "Use revocation lists; signed requests are not supported.");
            case 6 ->
                    new UnusableException(
                            "says that the service may not answer for this issuer (unauthorized)",
                            "Check that the address is the one of this certificate authority and"
                                    + " environment.");
            default -> unusable("has the status " + status + ", which RFC 6960 does not have");
        };
    }

    private Timed<RevocationStatus> judge(ResponseData data) throws UnusableException, IOException {
        requireUnderstood(data.getResponseExtensions());
        requireNonce(data.getResponseExtensions());
        SingleResponse mine = mine(data);
        requireUnderstood(mine.getSingleExtensions());
        Instant thisUpdate = instant(mine.getThisUpdate());
        ASN1GeneralizedTime next = mine.getNextUpdate();
        Instant until = freshness.until(thisUpdate, next == null ? null : instant(next));
        String source = "the issuer's OCSP service, as of " + thisUpdate;
        RevocationStatus status =
                switch (mine.getCertStatus().getTagNo()) {
                    case 0 -> new Good(source, archiveCutoff(mine.getSingleExtensions()));
                    case 1 -> revoked(source, mine);
                    default -> new Unknown(source);
                };
        return new Timed<>(status, until);
    }

    private void requireNonce(@Nullable Extensions extensions)
            throws UnusableException, IOException {
        Extension nonce =
                extensions == null
                        ? null
                        : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce == null) {
            if (nonceRequired) {
                throw new UnusableException(
                        "has no nonce, and one is required",
                        "The service makes its answers beforehand: do not require the nonce.");
            }
            return;
        }
        byte[] echoed = ASN1OctetString.getInstance(nonce.getExtnValue().getOctets()).getOctets();
        if (!Arrays.equals(echoed, question.nonce())) {
            throw unusable("has another nonce than the request: it is an answer to someone else");
        }
    }

    private SingleResponse mine(ResponseData data) throws UnusableException {
        List<SingleResponse> mine = new ArrayList<>();
        for (var each : data.getResponses()) {
            SingleResponse single = SingleResponse.getInstance(each);
            if (question.isAbout(single.getCertID())) {
                mine.add(single);
            }
        }
        if (mine.isEmpty()) {
            throw unusable("is about another certificate");
        }
        if (mine.size() > 1) {
            throw unusable("says more than one thing about the certificate");
        }
        return mine.get(0);
    }

    private static void requireUnderstood(@Nullable Extensions extensions)
            throws UnusableException {
        if (extensions == null) {
            return;
        }
        for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
            if (!UNDERSTOOD.contains(critical)) {
                throw unusable("has the critical extension " + critical + ", which is unknown");
            }
        }
    }

    private static Revoked revoked(String source, SingleResponse mine) throws UnusableException {
        RevokedInfo info = RevokedInfo.getInstance(mine.getCertStatus().getStatus());
        Instant time = instant(info.getRevocationTime());
        Reason reason =
                info.getRevocationReason() == null
                        ? Reason.UNSPECIFIED
                        : Reason.of(info.getRevocationReason().getValue().intValueExact());
        Instant invalid = time(mine.getSingleExtensions(), Extension.invalidityDate);
        return new Revoked(
                source, invalid != null && invalid.isBefore(time) ? invalid : time, reason);
    }

    private static @Nullable Instant archiveCutoff(@Nullable Extensions extensions)
            throws UnusableException {
        return time(extensions, OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff);
    }

    private static @Nullable Instant time(@Nullable Extensions extensions, ASN1ObjectIdentifier oid)
            throws UnusableException {
        Extension extension = extensions == null ? null : extensions.getExtension(oid);
        return extension == null
                ? null
                : instant(ASN1GeneralizedTime.getInstance(extension.getParsedValue()));
    }

    private static Instant instant(ASN1GeneralizedTime time) throws UnusableException {
        try {
            return time.getDate().toInstant();
        } catch (ParseException e) {
            throw unusable("has a time that is none");
        }
    }

    private static UnusableException unusable(String why) {
        return new UnusableException(why, Signatures.REPORT);
    }
}
