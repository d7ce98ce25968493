package se.ehealthsdk.testkit.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.w3c.dom.Element;

/**
 * A system that may ask for signatures.
 *
 * @param entityId its entity id
 * @param certificate by which its requests are signed
 * @param responseUrl where its responses are posted
 */
record Requester(String entityId, X509Certificate certificate, String responseUrl) {

    private static final String KEY = "md:KeyDescriptor/ds:KeyInfo/ds:X509Data/ds:X509Certificate";

    static Requester of(byte[] metadata) throws Refused {
        Element root = Tree.parse(metadata);
        Tree.requireOrder(root, "ds:Signature", "md:SPSSODescriptor");
        Element provider = Tree.child(root, "md:SPSSODescriptor");
        Tree.requireOrder(provider, "md:KeyDescriptor+", "md:AssertionConsumerService+");
        X509Certificate certificate = certificate(Tree.bytes(Tree.child(provider, KEY)));
        Signatures.verifyMetadata(root, certificate);
        return new Requester(
                root.getAttribute("entityID"),
                certificate,
                Tree.child(provider, "md:AssertionConsumerService").getAttribute("Location"));
    }

    private static X509Certificate certificate(byte[] der) throws Refused {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new Refused("has a certificate that cannot be read");
        }
    }
}
