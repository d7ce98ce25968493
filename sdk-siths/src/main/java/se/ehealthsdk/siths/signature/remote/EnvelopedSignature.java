package se.ehealthsdk.siths.signature.remote;

import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.Credential.SigningKey;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;

/** Signs what this system sends, with the key of its own certificate. */
final class EnvelopedSignature {

    static final XMLSignatureFactory XML = factory();

    private EnvelopedSignature() {}

    /** Over the whole document, placed last in an element of it. */
    static void addLast(Element place, SigningKey key) {
        sign(place, null, "", List.of(Transform.ENVELOPED), key);
    }

    /** Over the root, referred to by its {@code ID}, placed first in it: as SAML wants its metadata. */
    static void addFirst(Element root, SigningKey key) {
        root.setIdAttributeNS(null, "ID", true);
        sign(
                root,
                root.getFirstChild(),
                "#" + root.getAttribute("ID"),
                List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE),
                key);
    }

    /** The algorithm for a kind of key. */
    static SignatureAlgorithm algorithm(SigningKey key) {
        return switch (key.certificate().getPublicKey().getAlgorithm()) {
            case "RSA" -> SignatureAlgorithm.RSA_SHA256;
            case "EC" -> SignatureAlgorithm.ECDSA_SHA256;
            default ->
                    throw new ConfigurationException(
                            "The credential's key is neither RSA nor EC, so requests cannot be signed",
                            "Use a SITHS function certificate.");
        };
    }

    private static void sign(
            Element place,
            @Nullable Node before,
            String uri,
            List<String> transforms,
            SigningKey key) {
        try {
            List<Transform> all = new ArrayList<>();
            for (String transform : transforms) {
                all.add(XML.newTransform(transform, (TransformParameterSpec) null));
            }
            Reference reference =
                    XML.newReference(
                            uri, XML.newDigestMethod(DigestMethod.SHA256, null), all, null, null);
            SignedInfo signedInfo =
                    XML.newSignedInfo(
                            XML.newCanonicalizationMethod(
                                    CanonicalizationMethod.EXCLUSIVE,
                                    (C14NMethodParameterSpec) null),
                            XML.newSignatureMethod(
                                    algorithm(key).uri(), (SignatureMethodParameterSpec) null),
                            List.of(reference));
            KeyInfoFactory keys = XML.getKeyInfoFactory();
            XMLStructure certificate = keys.newX509Data(List.of(key.certificate()));
            KeyInfo keyInfo = keys.newKeyInfo(List.of(certificate));
            DOMSignContext context = new DOMSignContext(key.key(), place);
            context.setNextSibling(before);
            context.setDefaultNamespacePrefix("ds");
            XML.newXMLSignature(signedInfo, keyInfo).sign(context);
            removeCarriageReturns(place);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new ConfigurationException(
                    "The credential's key cannot sign",
                    "Check that key and certificate belong together, and that a hardware module is"
                            + " reachable.",
                    e);
        }
    }

    /**
     * The JDK breaks lines with CR LF, which would be written as {@code &#13;} and a line break; not every
     * reader takes that for white space. Neither value nor certificate is covered by the signature.
     */
    private static void removeCarriageReturns(Element place) {
        for (String name : List.of("SignatureValue", "X509Certificate")) {
            NodeList found = place.getElementsByTagNameNS(Dss.SIGNATURE, name);
            for (int i = 0; i < found.getLength(); i++) {
                Node value = found.item(i);
                value.setTextContent(value.getTextContent().replace("\r", ""));
            }
        }
    }

    /** The JDK's own, whatever other is on the class path. */
    private static XMLSignatureFactory factory() {
        return XMLSignatureFactory.getInstance("DOM", Security.getProvider("XMLDSig"));
    }
}
