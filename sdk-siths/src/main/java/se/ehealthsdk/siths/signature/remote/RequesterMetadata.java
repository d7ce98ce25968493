package se.ehealthsdk.siths.signature.remote;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.UUID;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.Credential.SigningKey;
import se.ehealthsdk.siths.internal.xml.SecureDom;

/** Writes what the signing service needs to know of this system, as SAML metadata of a service provider. */
final class RequesterMetadata {

    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    private RequesterMetadata() {}

    static byte[] write(SigningServiceSettings settings, SigningKey key) {
        XmlWriter entity =
                XmlWriter.root(Dss.METADATA, "md:EntityDescriptor")
                        .declare("md", Dss.METADATA)
                        .attribute("ID", "_" + UUID.randomUUID())
                        .attribute("entityID", settings.entityId());
        XmlWriter provider =
                entity.child(Dss.METADATA, "md:SPSSODescriptor")
                        .attribute("AuthnRequestsSigned", "true")
                        .attribute("WantAssertionsSigned", "true")
                        .attribute("protocolSupportEnumeration", PROTOCOL);
        provider.child(Dss.METADATA, "md:KeyDescriptor")
                .attribute("use", "signing")
                .child(Dss.SIGNATURE, "ds:KeyInfo")
                .declare("ds", Dss.SIGNATURE)
                .child(Dss.SIGNATURE, "ds:X509Data")
                .child(Dss.SIGNATURE, "ds:X509Certificate")
                .text(certificate(key));
        provider.child(Dss.METADATA, "md:AssertionConsumerService")
                .attribute("Binding", POST)
                .attribute("Location", settings.responseUrl().toString())
                .attribute("index", "0")
                .attribute("isDefault", "true");
        EnvelopedSignature.addFirst(entity.element(), key);
        return SecureDom.serialize(entity.element());
    }

    private static String certificate(SigningKey key) {
        try {
            return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new ConfigurationException(
                    "The credential's certificate cannot be encoded",
                    "Use a SITHS function certificate.",
                    e);
        }
    }
}
