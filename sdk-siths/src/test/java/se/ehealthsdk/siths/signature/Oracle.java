package se.ehealthsdk.siths.signature;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilter2ParameterSpec;
import javax.xml.crypto.dsig.spec.XPathType;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.testpki.IssuedCertificate;

/** The JDK's XML signatures with secure validation off: they execute what we recognise. */
final class Oracle {

    private static final String SECURE_VALIDATION = "org.jcp.xml.dsig.secureValidation";
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String ECDSA_SHA256 =
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    private Oracle() {}

    /** Our own stylesheets: those of the forms in what they do, not in how they are written. */
    static String stylesheet(SignatureProfile profile) {
        String rebuild =
                "<x:element name=\"{local-name()}\"><x:apply-templates select=\"@* | node()\"/></x:element>";
        String names =
                switch (profile) {
                    case A, B -> "|valideringsunderlag|status|relation|skickatTidpunkt|";
                    case C -> "|underskrift|status|relation|skickatTidpunkt|";
                    case D -> "";
                };
        String test = (profile == SignatureProfile.C ? "local-name" : "name") + "(.)";
        String body =
                names.isEmpty()
                        ? rebuild
                        : "<x:choose><x:when test=\"contains( $skip, concat('|', "
                                + test
                                + ", '|') )\"/><x:otherwise>"
                                + rebuild
                                + "</x:otherwise></x:choose>";
        return "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\">\n"
                + "<!-- ours --><x:template match=\"*\">"
                + body
                + "</x:template><x:template match=\"@*\"><x:copy/></x:template>"
                + (names.isEmpty() ? "" : "<x:param name=\"skip\" select=\"'" + names + "'\"/>")
                + "<x:strip-space elements=\"*\"/><x:output method=\"xml\" indent=\"no\"/></x:stylesheet>";
    }

    /** Signs an intyg in a form. */
    static byte[] sign(byte[] document, SignatureProfile profile, IssuedCertificate signer) {
        try {
            Document tree = SecureDom.parse(document, 1_000_000);
            Element intyg = (Element) tree.getElementsByTagNameNS("*", "intyg").item(0);
            Element parent = intyg;
            if (profile.inUnderskrift()) {
                parent =
                        tree.createElementNS(
                                "urn:riv:clinicalprocess:healthcond:certificate:3.2",
                                "u:underskrift");
                parent.setAttribute("xmlns:u", parent.getNamespaceURI());
                intyg.appendChild(parent);
            }
            PrivateKey key = signer.key();
            DOMSignContext context = new DOMSignContext(key, parent);
            context.setProperty(SECURE_VALIDATION, false);
            context.setDefaultNamespacePrefix("ds");
            KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
            KeyInfo keyInfo =
                    keys.newKeyInfo(List.of(keys.newX509Data(List.of(signer.certificate()))));
            FACTORY.newXMLSignature(signedInfo(profile, key), keyInfo).sign(context);
            return SecureDom.serialize(tree);
        } catch (Exception e) {
            throw new IllegalStateException("The JDK could not sign", e);
        }
    }

    private static SignedInfo signedInfo(SignatureProfile profile, PrivateKey key)
            throws Exception {
        List<Transform> transforms = new ArrayList<>();
        transforms.add(FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null));
        Element stylesheet =
                SecureDom.parse(SampleIntyg.utf8(stylesheet(profile)), 10_000).getDocumentElement();
        transforms.add(
                FACTORY.newTransform(
                        Transform.XSLT,
                        new XSLTTransformParameterSpec(new DOMStructure(stylesheet))));
        transforms.add(
                filter(
                        "//extension[ text() = '" + SampleIntyg.ID + "' ]/../..",
                        XPathType.Filter.INTERSECT));
        String three =
                "//*[local-name()='status'] | //*[local-name()='relation'] | //*[local-name()='skickatTidpunkt']";
        if (profile == SignatureProfile.B) {
            transforms.add(filter(three, XPathType.Filter.SUBTRACT));
        } else if (profile != SignatureProfile.A) {
            transforms.add(
                    filter(
                            three + " | //*[local-name()='underskrift']",
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
                        key.getAlgorithm().equals("RSA") ? RSA_SHA256 : ECDSA_SHA256, null),
                List.of(reference));
    }

    private static Transform filter(String xpath, XPathType.Filter filter) throws Exception {
        return FACTORY.newTransform(
                Transform.XPATH2,
                new XPathFilter2ParameterSpec(List.of(new XPathType(xpath, filter))));
    }

    /** Whether the JDK holds the first signature in a document for valid, whoever made it. */
    static boolean accepts(byte[] document, X509Certificate signer) {
        Document tree = SecureDom.parse(document, 1_000_000);
        Element signature =
                (Element) tree.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
        DOMValidateContext context =
                new DOMValidateContext(
                        KeySelector.singletonKeySelector(signer.getPublicKey()), signature);
        context.setProperty(SECURE_VALIDATION, false);
        try {
            return FACTORY.unmarshalXMLSignature(context).validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }
}
