package se.ehealthsdk.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilter2ParameterSpec;
import javax.xml.crypto.dsig.spec.XPathType;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.ehealthsdk.testpki.IssuedCertificate;

/** The forms of signature that certificates have had (A to D), made by the JDK. */
final class SignatureForms {

    private static final String EXTENSION = "urn:riv:clinicalprocess:healthcond:certificate:3.2";
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    private SignatureForms() {}

    static byte[] sign(byte[] document, char form, String id, IssuedCertificate signer) {
        try {
            Document tree = parse(document);
            Element intyg = (Element) tree.getElementsByTagNameNS("*", "intyg").item(0);
            Element parent = intyg;
            if (form >= 'C') {
                parent = tree.createElementNS(EXTENSION, "u:underskrift");
                parent.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:u", EXTENSION);
                intyg.appendChild(parent);
            }
            DOMSignContext context = new DOMSignContext(signer.key(), parent);
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            context.setDefaultNamespacePrefix("ds");
            KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
            FACTORY.newXMLSignature(
                            signedInfo(form, id, signer.key().getAlgorithm()),
                            keys.newKeyInfo(
                                    List.of(keys.newX509Data(List.of(signer.certificate())))))
                    .sign(context);
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(tree), new StreamResult(signed));
            return signed.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException("The JDK could not sign", e);
        }
    }

    private static SignedInfo signedInfo(char form, String id, String key) throws Exception {
        List<Transform> transforms = new ArrayList<>();
        transforms.add(FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null));
        transforms.add(
                FACTORY.newTransform(
                        Transform.XSLT,
                        new XSLTTransformParameterSpec(
                                new DOMStructure(
                                        parse(stylesheet(form).getBytes(StandardCharsets.UTF_8))
                                                .getDocumentElement()))));
        transforms.add(
                filter("//extension[text()='" + id + "']/../..", XPathType.Filter.INTERSECT));
        String subtracted =
                "//*[local-name() = 'status']|//*[local-name() = 'relation']|//*[local-name() = 'skickatTidpunkt']";
        if (form == 'B') {
            transforms.add(filter(subtracted, XPathType.Filter.SUBTRACT));
        } else if (form > 'B') {
            transforms.add(
                    filter(
                            subtracted + "|//*[local-name() = 'underskrift']",
                            XPathType.Filter.SUBTRACT));
        }
        transforms.add(
                FACTORY.newTransform(
                        CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null));
        Reference reference =
                FACTORY.newReference(
                        "",
                        FACTORY.newDigestMethod(DigestMethod.SHA256, null),
                        transforms,
                        null,
                        null);
        return FACTORY.newSignedInfo(
                FACTORY.newCanonicalizationMethod(
                        CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                FACTORY.newSignatureMethod(
                        key.equals("RSA")
                                ? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
                                : "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                        null),
                List.of(reference));
    }

    private static Transform filter(String xpath, XPathType.Filter filter) throws Exception {
        return FACTORY.newTransform(
                Transform.XPATH2,
                new XPathFilter2ParameterSpec(List.of(new XPathType(xpath, filter))));
    }

    /** Without namespaces; the older forms leave out some elements here. */
    private static String stylesheet(char form) {
        String copy =
                "<s:element name=\"{local-name()}\"><s:apply-templates select=\"@* | node()\"/></s:element>";
        String names =
                form == 'D'
                        ? ""
                        : "|skickatTidpunkt|relation|status|"
                                + (form == 'C' ? "underskrift" : "valideringsunderlag")
                                + "|";
        String name = (form == 'C' ? "local-name" : "name") + "(.)";
        String body =
                names.isEmpty()
                        ? copy
                        : "<s:choose><s:when test=\"contains($out, concat('|', "
                                + name
                                + ", '|'))\"/><s:otherwise>"
                                + copy
                                + "</s:otherwise></s:choose>";
        return "<s:stylesheet xmlns:s=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\">"
                + (names.isEmpty() ? "" : "<s:param name=\"out\" select=\"'" + names + "'\"/>")
                + "<s:strip-space elements=\"*\"/><s:output method=\"xml\" indent=\"no\"/>"
                + "<s:template match=\"*\">"
                + body
                + "</s:template><s:template match=\"@*\"><s:copy/></s:template></s:stylesheet>";
    }

    private static Document parse(byte[] document) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document));
    }
}
