package se.ehealthsdk.siths.signature.remote;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.UntrustedException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.siths.signature.remote.SigningException.Reason;
import se.ehealthsdk.siths.signature.remote.SigningException.Result;
import se.ehealthsdk.siths.validation.Purpose;

/** Reads a SignResponse and makes every check on it. Nothing of it is believed before its signature holds. */
final class SignResponse {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_CERTIFICATES = 10;

    private final SigningServiceSettings settings;
    private final PendingSignature pending;

    SignResponse(SigningServiceSettings settings, PendingSignature pending) {
        this.settings = settings;
        this.pending = pending;
    }

    SignedTask read(String eidSignResponse) {
        SignResponseXml response = parsed(eidSignResponse);
        new ServiceSignature(settings.service()).verify(response);
        return judged(response);
    }

    /** Judges what a response says, once its signature holds. */
    SignedTask judged(SignResponseXml response) {
        String profile = response.attribute("Profile");
        if (!profile.isEmpty() && !profile.equals(Dss.PROFILE)) {
            throw SignResponseXml.malformed("another profile than that of the request");
        }
        if (!pending.requestId().equals(response.attribute("RequestID"))) {
            throw new SigningException(
                    Reason.OTHER_REQUEST, "RequestID of the response is not that of this request");
        }
        checkResult(response.dss("Result"));

        SignResponseXml extension = response.dss("OptionalOutputs").csig("SignResponseExtension");
        Instant at = responseTime(extension);
        checkAuthentication(extension.csig("SignerAssertionInfo"));
        SignResponseXml task = task(response);
        List<X509Certificate> chain = chain(extension);
        checkSigner(chain, at);
        return new SignedTask(value(task), chain.get(0));
    }

    static SignResponseXml parsed(String eidSignResponse) {
        if (eidSignResponse.length() > 2 * MAX_BYTES) {
            throw SignResponseXml.malformed("more than " + MAX_BYTES + " bytes");
        }
        try {
            SignResponseXml response =
                    new SignResponseXml(
                            SecureDom.parse(XmlValue.base64(eidSignResponse), MAX_BYTES)
                                    .getDocumentElement());
            if (!response.is(Dss.CORE, "SignResponse")) {
                throw SignResponseXml.malformed("another root than SignResponse");
            }
            return response;
        } catch (XmlValue.Malformed | InvalidInputException e) {
            throw new SigningException(
                    Reason.MALFORMED, "The response is no XML document in base64", e);
        }
    }

    private static void checkResult(SignResponseXml result) {
        String major = result.dss("ResultMajor").text();
        if (!major.equals(Dss.SUCCESS)) {
            throw new SigningException(
                    new Result(
                            major,
                            result.optionalDss("ResultMinor").map(SignResponseXml::text),
                            result.optionalDss("ResultMessage").map(SignResponseXml::text)));
        }
    }

    /** When the response was made: that, and now, must lie in the request's window. */
    private Instant responseTime(SignResponseXml extension) {
        Instant now = settings.clock().instant();
        Instant made;
        try {
            made = XmlValue.time(extension.csig("ResponseTime").text());
        } catch (XmlValue.Malformed e) {
            throw SignResponseXml.malformed("a ResponseTime that is no time");
        }
        if (made.isBefore(pending.notBefore())
                || !made.isBefore(pending.expiresAt())
                || made.isAfter(now.plus(settings.before()))) {
            throw new SigningException(
                    Reason.TIME_WINDOW, "The response was made outside the request's time window");
        }
        if (now.isBefore(pending.notBefore())
                || !now.isBefore(pending.expiresAt().plus(settings.before()))) {
            throw new SigningException(
                    Reason.TIME_WINDOW, "The response came outside the request's time window");
        }
        return made;
    }

    private void checkAuthentication(SignResponseXml info) {
        SignResponseXml context = info.csig("ContextInfo");
        String idp = context.csig("IdentityProvider").text();
        if (!idp.equals(pending.identityProvider())
                && !settings.otherIdentityProviders().contains(idp)) {
            throw new SigningException(
                    Reason.AUTHENTICATION,
                    "The user was authenticated by another IdP than the one asked for");
        }
        if (!pending.levels().contains(context.saml("AuthnContextClassRef").text())) {
            throw new SigningException(
                    Reason.AUTHENTICATION,
                    "The user was authenticated at a level of assurance that was not asked for");
        }
        List<String> ids =
                info.saml("AttributeStatement").all(Dss.ASSERTION, "Attribute").stream()
                        .filter(each -> each.attribute("Name").equals(Dss.EMPLOYEE_HSA_ID))
                        .flatMap(each -> each.all(Dss.ASSERTION, "AttributeValue").stream())
                        .map(SignResponseXml::text)
                        .toList();
        if (ids.size() != 1 || !isRequested(HsaId.tryParse(ids.get(0)))) {
            throw new SigningException(
                    Reason.OTHER_SIGNER,
                    "The signing service does not tell that the user of the request has signed");
        }
    }

    private boolean isRequested(Optional<HsaId> id) {
        return id.filter(pending.signer()::equals).isPresent();
    }

    private SignResponseXml task(SignResponseXml response) {
        List<SignResponseXml> tasks =
                response.dss("SignatureObject")
                        .dss("Other")
                        .csig("SignTasks")
                        .all(Dss.EXTENSION, "SignTaskData");
        if (tasks.size() != 1 || !tasks.get(0).attribute("SignTaskId").equals(pending.taskId())) {
            throw new SigningException(
                    Reason.OTHER_TASK, "The response is not about the one task of the request");
        }
        if (!MessageDigest.isEqual(
                tasks.get(0).csig("ToBeSignedBytes").bytes(), pending.document().signedInfo())) {
            throw new SigningException(
                    Reason.OTHER_CONTENT, "Other bytes than those of the request were signed");
        }
        return tasks.get(0);
    }

    private static List<X509Certificate> chain(SignResponseXml extension) {
        List<SignResponseXml> certificates =
                extension.csig("SignatureCertificateChain").all(Dss.EXTENSION, "X509Certificate");
        if (certificates.isEmpty() || certificates.size() > MAX_CERTIFICATES) {
            throw SignResponseXml.malformed("no certificates, or more than any chain has");
        }
        return certificates.stream().map(SignResponseXml::certificate).toList();
    }

    private void checkSigner(List<X509Certificate> chain, Instant at) {
        if (!isRequested(hsaId(chain.get(0)))) {
            throw new SigningException(
                    Reason.OTHER_SIGNER,
                    "The signer's certificate has not the HSA-id of the user of the request");
        }
        try {
            settings.signers().validate(chain, Purpose.SIGNATURE, at).orThrow();
        } catch (UntrustedException e) {
            throw new SigningException(e);
        }
    }

    private static Optional<HsaId> hsaId(X509Certificate signer) {
        try {
            return SithsCertificate.of(signer).hsaId();
        } catch (InvalidInputException damaged) {
            throw SignResponseXml.malformed("a signer's certificate that is damaged");
        }
    }

    private byte[] value(SignResponseXml task) {
        SignResponseXml signature = task.csig("Base64Signature");
        String type = signature.attribute("Type");
        String asked = SignedInfoAlgorithm.of(pending.document().signedInfo()).uri();
        if (!type.isEmpty() && !type.equals(asked)) {
            throw new SigningException(
                    Reason.VALUE_INVALID,
                    "The value is made by another algorithm than the one asked for");
        }
        return signature.bytes();
    }
}
