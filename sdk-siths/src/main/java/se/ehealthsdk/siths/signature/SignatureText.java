package se.ehealthsdk.siths.signature;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;

/** Writes signatures of form D. */
final class SignatureText {

    private static final String UNDERSKRIFT = "urn:riv:clinicalprocess:healthcond:certificate:3.2";

    /** In canonical form, and with what is in scope of it declared in it. */
    private static final String STYLESHEET =
            "<xsl:stylesheet xmlns:xsl=\""
                    + Stylesheet.NAMESPACE
                    + "\" version=\"1.0\">"
                    + "<xsl:output encoding=\"UTF-8\" indent=\"no\" method=\"xml\""
                    + " omit-xml-declaration=\"yes\"></xsl:output>"
                    + "<xsl:strip-space elements=\"*\"></xsl:strip-space>"
                    + "<xsl:template match=\"@*\"><xsl:copy></xsl:copy></xsl:template>"
                    + "<xsl:template match=\"*\"><xsl:element name=\"{local-name()}\">"
                    + "<xsl:apply-templates select=\"@*|node()\"></xsl:apply-templates>"
                    + "</xsl:element></xsl:template></xsl:stylesheet>";

    private SignatureText() {}

    /** A SignedInfo in canonical form. */
    static byte[] signedInfo(String intygId, byte[] digest, SignatureAlgorithm algorithm) {
        StringBuilder subtract = new StringBuilder();
        for (String name : SignatureProfile.D.notCovered()) {
            subtract.append(subtract.isEmpty() ? "" : " | ")
                    .append("//*[local-name()='")
                    .append(name)
                    .append("']");
        }
        return ("<ds:SignedInfo xmlns:ds=\""
                        + SignatureParts.DS
                        + "\">"
                        + method("CanonicalizationMethod", SignatureParts.EXCLUSIVE_C14N)
                        + method("SignatureMethod", algorithm.uri())
                        + "<ds:Reference URI=\"\"><ds:Transforms>"
                        + transform(SignatureParts.ENVELOPED, "")
                        + transform(SignatureParts.XSLT, STYLESHEET)
                        + filter("intersect", "//extension[text()='" + intygId + "']/../..")
                        + filter("subtract", subtract.toString())
                        + transform(SignatureParts.EXCLUSIVE_C14N, "")
                        + "</ds:Transforms>"
                        + method("DigestMethod", SignatureParts.SHA256)
                        + "<ds:DigestValue>"
                        + base64(digest)
                        + "</ds:DigestValue></ds:Reference></ds:SignedInfo>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An {@code underskrift} with a signature; the SignedInfo is in it byte for byte. */
    static String underskrift(byte[] signedInfo, byte[] value, List<X509Certificate> chain) {
        StringBuilder certificates = new StringBuilder();
        for (X509Certificate each : chain) {
            certificates
                    .append("<ds:X509Certificate>")
                    .append(base64(encoded(each)))
                    .append("</ds:X509Certificate>");
        }
        return "<sig:underskrift xmlns:sig=\""
                + UNDERSKRIFT
                + "\"><ds:Signature xmlns:ds=\""
                + SignatureParts.DS
                + "\">"
                + new String(signedInfo, StandardCharsets.UTF_8)
                + "<ds:SignatureValue>"
                + base64(value)
                + "</ds:SignatureValue><ds:KeyInfo><ds:X509Data>"
                + certificates
                + "</ds:X509Data></ds:KeyInfo></ds:Signature></sig:underskrift>";
    }

    private static String method(String name, String algorithm) {
        return "<ds:" + name + " Algorithm=\"" + algorithm + "\"></ds:" + name + ">";
    }

    private static String transform(String algorithm, String content) {
        return "<ds:Transform Algorithm=\"" + algorithm + "\">" + content + "</ds:Transform>";
    }

    private static String filter(String filter, String xpath) {
        return transform(
                SignatureParts.FILTER2,
                "<dsf:XPath xmlns:dsf=\""
                        + SignatureParts.FILTER2
                        + "\" Filter=\""
                        + filter
                        + "\">"
                        + xpath
                        + "</dsf:XPath>");
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new InvalidInputException("chain", "has a certificate without encoding", "X.509");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
