package se.ehealthsdk.siths.signature;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A ds:Signature read to the last part; anything that a known form of signature does not have is refused.
 *
 * @param signedInfo what the signature value is over
 * @param certificates those in KeyInfo, as they come
 * @param intygId the id by which the signature selects what it covers
 */
record SignatureParts(
        Element signedInfo,
        SignatureAlgorithm algorithm,
        SignatureProfile profile,
        String intygId,
        byte[] digest,
        byte[] value,
        List<X509Certificate> certificates) {

    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    static final String FILTER2 = "http://www.w3.org/2002/06/xmldsig-filter2";
    static final String EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    static final String XSLT = "http://www.w3.org/TR/1999/REC-xslt-19991116";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private static final int MAX_CERTIFICATES = 10;
    private static final int MAX_EXPRESSION = 1000;
    private static final Pattern INTERSECT =
            Pattern.compile(
                    "\\s*//\\s*extension\\s*\\[\\s*text\\s*\\(\\s*\\)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*\\]"
                            + "\\s*/\\s*\\.\\.\\s*/\\s*\\.\\.\\s*");
    private static final Pattern SUBTRACT =
            Pattern.compile(
                    "\\s*//\\s*\\*\\s*\\[\\s*local-name\\s*\\(\\s*\\)\\s*=\\s*(?:'([\\w-]+)'|\"([\\w-]+)\")\\s*\\]\\s*");

    /** Reads a ds:Signature. */
    static SignatureParts of(Element signature) throws Refusal {
        SignatureFinding malformed = SignatureFinding.SIGNATURE_MALFORMED;
        Parts parts = Parts.of(signature, malformed, "Id");
        Element signedInfo = parts.take(DS, "SignedInfo");
        byte[] value = base64(Parts.text(parts.take(DS, "SignatureValue"), malformed, "Id"));
        Optional<Element> keyInfo = parts.takeIf(DS, "KeyInfo");
        parts.end();

        Parts info = Parts.of(signedInfo, malformed, "Id");
        String canonicalization = algorithm(info.take(DS, "CanonicalizationMethod"), malformed);
        refuseOtherThan(
                EXCLUSIVE_C14N,
                canonicalization,
                SignatureFinding.CANONICALIZATION_REFUSED,
                "SignedInfo is canonicalized in another way than exclusive without comments");
        SignatureAlgorithm algorithm =
                signatureAlgorithm(algorithm(info.take(DS, "SignatureMethod"), malformed));
        if (info.left() != 1) {
            throw new Refusal(
                    SignatureFinding.REFERENCE_REFUSED,
                    "The signature has not exactly one reference");
        }
        Element reference = info.take(DS, "Reference");

        Parts referenced = Parts.of(reference, SignatureFinding.REFERENCE_REFUSED, "Id", "URI");
        if (!reference.hasAttribute("URI") || !reference.getAttribute("URI").isEmpty()) {
            throw new Refusal(
                    SignatureFinding.REFERENCE_REFUSED,
                    "The signature does not refer to the document it is in");
        }
        Element transforms = referenced.take(DS, "Transforms");
        refuseOtherThan(
                SHA256,
                algorithm(referenced.take(DS, "DigestMethod"), malformed),
                SignatureFinding.DIGEST_ALGORITHM_REFUSED,
                "The digest algorithm is not SHA-256");
        byte[] digest = base64(Parts.text(referenced.take(DS, "DigestValue"), malformed));
        referenced.end();

        Parts steps = Parts.of(transforms, SignatureFinding.TRANSFORMS_REFUSED);
        step(steps, ENVELOPED).end();
        Parts xslt = step(steps, XSLT);
        Element stylesheet = xslt.take(Stylesheet.NAMESPACE, "stylesheet");
        xslt.end();
        String intygId = selectedId(xpath(steps, "intersect"));
        Set<String> subtracted =
                steps.left() == 2 ? subtracted(xpath(steps, "subtract")) : Set.of();
        step(steps, EXCLUSIVE_C14N).end();
        steps.end();
        SignatureProfile profile =
                SignatureProfile.of(Stylesheet.of(stylesheet), subtracted)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                SignatureFinding.TRANSFORMS_REFUSED,
                                                "The transforms leave out other elements than those of any"
                                                        + " known form of signature"));
        return new SignatureParts(
                signedInfo, algorithm, profile, intygId, digest, value, certificates(keyInfo));
    }

    private static SignatureAlgorithm signatureAlgorithm(String uri) throws Refusal {
        for (SignatureAlgorithm each : SignatureAlgorithm.values()) {
            if (each.uri().equals(uri)) {
                return each;
            }
        }
        throw new Refusal(
                SignatureFinding.SIGNATURE_ALGORITHM_REFUSED,
                "The signature algorithm is neither rsa-sha256 nor ecdsa-sha256");
    }

    private static Parts step(Parts steps, String algorithm) throws Refusal {
        SignatureFinding code = SignatureFinding.TRANSFORMS_REFUSED;
        Element transform = steps.take(DS, "Transform");
        refuseOtherThan(
                algorithm,
                transform.getAttribute("Algorithm"),
                code,
                "The transforms are not those of a known form of signature, in their order");
        return Parts.of(transform, code, "Algorithm");
    }

    private static String xpath(Parts steps, String filter) throws Refusal {
        SignatureFinding code = SignatureFinding.TRANSFORMS_REFUSED;
        Parts step = step(steps, FILTER2);
        Element xpath = step.take(FILTER2, "XPath");
        step.end();
        refuseOtherThan(filter, xpath.getAttribute("Filter"), code, "A filter is not " + filter);
        String expression = Parts.text(xpath, code, "Filter");
        if (expression.length() > MAX_EXPRESSION) {
            throw new Refusal(code, "A filter is longer than any known one");
        }
        return expression;
    }

    private static String selectedId(String xpath) throws Refusal {
        Matcher expression = INTERSECT.matcher(xpath);
        if (!expression.matches()) {
            throw new Refusal(
                    SignatureFinding.TRANSFORMS_REFUSED,
                    "The signature selects what it covers by another expression than the known one");
        }
        return expression.group(1) != null ? expression.group(1) : expression.group(2);
    }

    private static Set<String> subtracted(String xpath) throws Refusal {
        Set<String> names = new LinkedHashSet<>();
        for (String path : xpath.split("\\|", -1)) {
            Matcher expression = SUBTRACT.matcher(path);
            if (!expression.matches()) {
                throw new Refusal(
                        SignatureFinding.TRANSFORMS_REFUSED,
                        "The signature subtracts by another expression than the known one");
            }
            names.add(expression.group(1) != null ? expression.group(1) : expression.group(2));
        }
        return names;
    }

    private static String algorithm(Element method, SignatureFinding code) throws Refusal {
        Parts.of(method, code, "Algorithm").end();
        return method.getAttribute("Algorithm");
    }

    private static List<X509Certificate> certificates(Optional<Element> keyInfo) throws Refusal {
        List<X509Certificate> certificates = new ArrayList<>();
        if (keyInfo.isPresent()) {
            // KeyInfo is not signed and decides nothing but which certificates there are to choose
            // from.
            Parts kinds = Parts.of(keyInfo.get(), SignatureFinding.SIGNATURE_MALFORMED, "Id");
            for (Optional<Element> kind = kinds.takeAny();
                    kind.isPresent();
                    kind = kinds.takeAny()) {
                if (isDs(kind.get(), "X509Data")) {
                    readInto(certificates, kind.get());
                }
            }
        }
        if (certificates.isEmpty()) {
            throw new Refusal(
                    SignatureFinding.SIGNER_CERTIFICATE_MISSING,
                    "The signature carries no certificate of its signer");
        }
        return certificates;
    }

    private static void readInto(List<X509Certificate> certificates, Element x509Data)
            throws Refusal {
        Parts data = Parts.of(x509Data, SignatureFinding.SIGNATURE_MALFORMED);
        for (Optional<Element> each = data.takeAny(); each.isPresent(); each = data.takeAny()) {
            if (isDs(each.get(), "X509Certificate")) {
                if (certificates.size() == MAX_CERTIFICATES) {
                    throw new Refusal(
                            SignatureFinding.SIGNER_CERTIFICATE_AMBIGUOUS,
                            "The signature carries more than "
                                    + MAX_CERTIFICATES
                                    + " certificates");
                }
                certificates.add(certificate(each.get()));
            }
        }
    }

    private static X509Certificate certificate(Element element) throws Refusal {
        String text = Parts.text(element, SignatureFinding.SIGNER_CERTIFICATE_MALFORMED);
        try {
            byte[] der = Base64.getDecoder().decode(withoutBlanks(text));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new Refusal(
                    SignatureFinding.SIGNER_CERTIFICATE_MALFORMED,
                    "A certificate in the signature cannot be read");
        }
    }

    private static boolean isDs(Element element, String localName) {
        return DS.equals(element.getNamespaceURI()) && localName.equals(element.getLocalName());
    }

    private static byte[] base64(String text) throws Refusal {
        try {
            return Base64.getDecoder().decode(withoutBlanks(text));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    SignatureFinding.SIGNATURE_MALFORMED, "A value in the signature is no base64");
        }
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[ \\t\\r\\n]", "");
    }

    private static void refuseOtherThan(
            String expected, String actual, SignatureFinding code, String message) throws Refusal {
        if (!expected.equals(actual)) {
            throw new Refusal(code, message);
        }
    }
}
