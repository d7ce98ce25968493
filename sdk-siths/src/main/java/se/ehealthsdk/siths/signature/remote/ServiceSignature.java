package se.ehealthsdk.siths.signature.remote;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;
import se.ehealthsdk.siths.signature.remote.SigningException.Reason;

/**
 * Judges the service's signature on a response. Its form is matched first, in plain code, against the one
 * form that covers the whole response; only then is it computed.
 */
final class ServiceSignature {

    private static final Set<String> ALGORITHMS =
            Set.of(SignatureAlgorithm.RSA_SHA256.uri(), SignatureAlgorithm.ECDSA_SHA256.uri());
    private static final Set<List<String>> TRANSFORMS =
            Set.of(
                    List.of(Transform.ENVELOPED),
                    List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE));

    private final SigningServiceMetadata service;

    ServiceSignature(SigningServiceMetadata service) {
        this.service = service;
    }

    /**
     * Returns when the whole document is signed by the service.
     *
     * @param response the root
     */
    void verify(SignResponseXml response) {
        SignResponseXml signature = placed(response);
        checkForm(signature);
        List<X509Certificate> signers = candidates(signature);
        removeKeyInfo(signature);
        for (X509Certificate signer : signers) {
            if (holds(signature.element(), signer)) {
                return;
            }
        }
        throw new SigningException(
                Reason.SIGNATURE_INVALID,
                "The signing service's signature does not match the response");
    }

    /** The one signature of the document, where the specification has it: last in OptionalOutputs. */
    private static SignResponseXml placed(SignResponseXml response) {
        NodeList signatures = response.element().getElementsByTagNameNS(Dss.SIGNATURE, "Signature");
        if (signatures.getLength() == 0) {
            throw new SigningException(Reason.UNSIGNED, "The response is not signed");
        }
        List<SignResponseXml> outputs =
                response.optionalDss("OptionalOutputs")
                        .map(SignResponseXml::children)
                        .orElse(List.of());
        if (signatures.getLength() > 1
                || outputs.isEmpty()
                || outputs.get(outputs.size() - 1).element() != signatures.item(0)) {
            throw form("is not the last element of the optional outputs, or not alone");
        }
        return outputs.get(outputs.size() - 1);
    }

    private static void checkForm(SignResponseXml signature) {
        List<String> parts =
                signature.children().stream().map(part -> part.element().getLocalName()).toList();
        if (!parts.equals(List.of("SignedInfo", "SignatureValue", "KeyInfo"))
                && !parts.equals(List.of("SignedInfo", "SignatureValue"))) {
            throw form("has other parts than SignedInfo, SignatureValue and KeyInfo");
        }
        signature.children().get(1).bytes();
        List<SignResponseXml> signedInfo = signature.children().get(0).children();
        if (signedInfo.size() != 3 || !signedInfo.get(2).is(Dss.SIGNATURE, "Reference")) {
            throw form("has not exactly one reference");
        }
        if (!algorithm(signedInfo.get(0), "CanonicalizationMethod")
                        .equals(CanonicalizationMethod.EXCLUSIVE)
                || !ALGORITHMS.contains(algorithm(signedInfo.get(1), "SignatureMethod"))) {
            throw form("uses an algorithm that is not allowed");
        }
        checkReference(signedInfo.get(2));
    }

    private static void checkReference(SignResponseXml reference) {
        if (!reference.element().hasAttributeNS(null, "URI")
                || !reference.attribute("URI").isEmpty()) {
            throw form("does not refer to the whole response");
        }
        List<SignResponseXml> parts = reference.children();
        if (parts.size() != 3 || !parts.get(0).is(Dss.SIGNATURE, "Transforms")) {
            throw form("has a reference of an unknown form");
        }
        List<String> transforms = new ArrayList<>();
        for (SignResponseXml transform : parts.get(0).children()) {
            transforms.add(algorithm(transform, "Transform"));
        }
        if (!TRANSFORMS.contains(transforms)) {
            throw form("has transforms that could leave parts of the response out");
        }
        if (!algorithm(parts.get(1), "DigestMethod").equals(DigestMethod.SHA256)) {
            throw form("uses an algorithm that is not allowed");
        }
        parts.get(2).bytes();
    }

    /** The algorithm that an element names; one with parameters is none that is allowed. */
    private static String algorithm(SignResponseXml element, String name) {
        return element.is(Dss.SIGNATURE, name) && element.children().isEmpty()
                ? element.attribute("Algorithm")
                : "";
    }

    /** Certificates of the metadata; the one that the signature names, when it names one. */
    private List<X509Certificate> candidates(SignResponseXml signature) {
        List<X509Certificate> named = new ArrayList<>();
        NodeList certificates =
                signature.element().getElementsByTagNameNS(Dss.SIGNATURE, "X509Certificate");
        for (int i = 0; i < certificates.getLength(); i++) {
            named.add(new SignResponseXml((Element) certificates.item(i)).certificate());
        }
        List<X509Certificate> known =
                service.signingCertificates().stream()
                        .filter(each -> named.isEmpty() || named.contains(each))
                        .toList();
        if (known.isEmpty()) {
            throw new SigningException(
                    Reason.UNKNOWN_SERVICE,
                    "The response is signed by a certificate that is not in the signing service's"
                            + " metadata");
        }
        List<X509Certificate> usable = known.stream().filter(ServiceSignature::maySign).toList();
        if (usable.isEmpty()) {
            throw new SigningException(
                    Reason.SERVICE_KEY_USAGE,
                    "The signing service's certificate may not be used for digital signatures");
        }
        return usable;
    }

    /** Nothing signs it, and nothing more is read from it: what else may be in it shall meet no parser. */
    private static void removeKeyInfo(SignResponseXml signature) {
        signature.children().stream()
                .skip(2)
                .forEach(keyInfo -> signature.element().removeChild(keyInfo.element()));
    }

    /** No key usage at all means any use: RFC 5280, section 4.2.1.3. */
    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[0];
    }

    private static boolean holds(Element signature, X509Certificate signer) {
        try {
            DOMValidateContext context =
                    new DOMValidateContext(
                            KeySelector.singletonKeySelector(signer.getPublicKey()), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
            XMLSignatureFactory xml = EnvelopedSignature.XML;
            return xml.unmarshalXMLSignature(context).validate(context);
        } catch (MarshalException e) {
            throw new SigningException(
                    Reason.SIGNATURE_FORM,
                    "The signing service's signature is of an unknown form",
                    e);
        } catch (XMLSignatureException e) {
            return false;
        }
    }

    private static SigningException form(String what) {
        return new SigningException(
                Reason.SIGNATURE_FORM, "The signing service's signature " + what);
    }
}
