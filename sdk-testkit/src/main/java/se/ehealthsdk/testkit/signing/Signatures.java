package se.ehealthsdk.testkit.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.ehealthsdk.testpki.IssuedCertificate;

/** XML signatures on whole messages, made and verified. */
final class Signatures {

    private static final XMLSignatureFactory XML = XMLSignatureFactory.getInstance("DOM");

    private Signatures() {}

    /**
     * Verifies the only signature of a message.
     *
     * @param place where it must be, as its last child
     */
    static void verify(Element place, X509Certificate signer) throws Refused {
        List<Element> children = Tree.children(place);
        Element last = children.isEmpty() ? place : children.get(children.size() - 1);
        NodeList all = place.getOwnerDocument().getElementsByTagNameNS(Names.DS, "Signature");
        if (all.getLength() != 1 || all.item(0) != last) {
            throw new Refused("is not signed by one signature, last in " + place.getNodeName());
        }
        XMLSignature signature = read(last, signer);
        Reference reference = (Reference) signature.getSignedInfo().getReferences().get(0);
        List<String> transforms = transforms(reference);
        if (!"".equals(reference.getURI())
                || !(transforms.equals(List.of(Names.ENVELOPED))
                        || transforms.equals(List.of(Names.ENVELOPED, Names.EXCLUSIVE)))) {
            throw new Refused("is not signed as a whole");
        }
    }

    /** Verifies the signature on SAML metadata: first in the root, on the root's ID. */
    static void verifyMetadata(Element root, X509Certificate signer) throws Refused {
        Element first = Tree.children(root).get(0);
        if (!Tree.is(first, "ds:Signature")) {
            throw new Refused("has metadata that are not signed, first in the root");
        }
        root.setIdAttribute("ID", true);
        Reference reference =
                (Reference) read(first, signer).getSignedInfo().getReferences().get(0);
        if (!("#" + root.getAttribute("ID")).equals(reference.getURI())) {
            throw new Refused("has metadata whose signature is on something else");
        }
    }

    private static XMLSignature read(Element element, X509Certificate signer) throws Refused {
        try {
            DOMValidateContext context =
                    new DOMValidateContext(
                            KeySelector.singletonKeySelector(signer.getPublicKey()), element);
            context.setProperty("org.jcp.xml.dsig.secureValidation", true);
            XMLSignature signature = XML.unmarshalXMLSignature(context);
            String method = signature.getSignedInfo().getSignatureMethod().getAlgorithm();
            boolean known = method.equals(Names.RSA_SHA256) || method.equals(Names.ECDSA_SHA256);
            if (!known || signature.getSignedInfo().getReferences().size() != 1) {
                throw new Refused("is signed by another algorithm, or has not one reference");
            }
            Reference reference = (Reference) signature.getSignedInfo().getReferences().get(0);
            if (!reference.getDigestMethod().getAlgorithm().equals(Names.SHA256)
                    || !signature
                            .getSignedInfo()
                            .getCanonicalizationMethod()
                            .getAlgorithm()
                            .equals(Names.EXCLUSIVE)) {
                throw new Refused("is signed by another digest or canonical form");
            }
            if (!signature.validate(context)) {
                throw new Refused("has a signature that does not match");
            }
            return signature;
        } catch (MarshalException | XMLSignatureException e) {
            throw new Refused("has a signature that cannot be read");
        }
    }

    private static List<String> transforms(Reference reference) {
        List<String> names = new ArrayList<>();
        for (Object each : reference.getTransforms()) {
            names.add(((Transform) each).getAlgorithm());
        }
        return names;
    }

    /**
     * Signs.
     *
     * @param place where the signature goes, as the last child
     * @param signer whose key signs
     * @param named whose certificate the signature names
     * @param uri what is signed: empty for the whole
     * @param digest the digest algorithm
     * @param transforms the transforms
     */
    static void sign(
            Element place,
            IssuedCertificate signer,
            X509Certificate named,
            String uri,
            String digest,
            List<String> transforms) {
        PrivateKey key = signer.key();
        String method = key.getAlgorithm().equals("RSA") ? Names.RSA_SHA256 : Names.ECDSA_SHA256;
        try {
            List<Transform> all = new ArrayList<>();
            for (String transform : transforms) {
                all.add(XML.newTransform(transform, (TransformParameterSpec) null));
            }
            Reference reference =
                    XML.newReference(uri, XML.newDigestMethod(digest, null), all, null, null);
            KeyInfoFactory keys = XML.getKeyInfoFactory();
            DOMSignContext context = new DOMSignContext(key, place);
            context.setDefaultNamespacePrefix("ds");
            XML.newXMLSignature(
                            XML.newSignedInfo(
                                    XML.newCanonicalizationMethod(
                                            Names.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                    XML.newSignatureMethod(
                                            method, (SignatureMethodParameterSpec) null),
                                    List.of(reference)),
                            keys.newKeyInfo(List.of(keys.newX509Data(List.of(named)))))
                    .sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("The stand-in could not sign", e);
        }
    }
}
