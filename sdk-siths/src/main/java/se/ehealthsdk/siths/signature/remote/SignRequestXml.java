package se.ehealthsdk.siths.signature.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import org.w3c.dom.Element;
import se.ehealthsdk.core.tls.Credential.SigningKey;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;

/** Writes a SignRequest, in the order of the schemas. */
final class SignRequestXml {

    private final SigningServiceSettings settings;

    SignRequestXml(SigningServiceSettings settings) {
        this.settings = settings;
    }

    byte[] write(
            PendingSignature pending,
            SignatureAlgorithm algorithm,
            SignMessage message,
            Instant now,
            SigningKey key) {
        XmlWriter request =
                XmlWriter.root(Dss.CORE, "dss:SignRequest")
                        .declare("dss", Dss.CORE)
                        .declare("csig", Dss.EXTENSION)
                        .declare("saml2", Dss.ASSERTION)
                        .declare("xs", Dss.SCHEMA)
                        .declare("xsi", Dss.SCHEMA_INSTANCE)
                        .attribute("RequestID", pending.requestId())
                        .attribute("Profile", Dss.PROFILE);
        XmlWriter inputs = request.dss("OptionalInputs");
        extension(inputs, pending, algorithm, message, now);
        tasks(request.dss("InputDocuments").dss("Other"), pending);
        Element root = request.element();
        EnvelopedSignature.addLast(inputs.element(), key);
        return SecureDom.serialize(root);
    }

    private void extension(
            XmlWriter inputs,
            PendingSignature pending,
            SignatureAlgorithm algorithm,
            SignMessage message,
            Instant now) {
        XmlWriter extension = inputs.csig("SignRequestExtension").attribute("Version", Dss.VERSION);
        extension.csig("RequestTime").text(XmlValue.of(now));
        extension
                .saml("Conditions")
                .attribute("NotBefore", XmlValue.of(pending.notBefore()))
                .attribute("NotOnOrAfter", XmlValue.of(pending.expiresAt()))
                .saml("AudienceRestriction")
                .saml("Audience")
                .text(settings.responseUrl().toString());
        extension
                .csig("Signer")
                .saml("Attribute")
                .attribute("Name", Dss.EMPLOYEE_HSA_ID)
                .attribute("NameFormat", Dss.URI_FORMAT)
                .saml("AttributeValue")
                .attribute(Dss.SCHEMA_INSTANCE, "xsi:type", "xs:string")
                .text(pending.signer().value());
        entity(extension, "IdentityProvider", pending.identityProvider());
        extension.csig("AuthnProfile").text(settings.authenticationProfile());
        entity(extension, "SignRequester", settings.entityId());
        entity(extension, "SignService", settings.service().entityId());
        extension.csig("RequestedSignatureAlgorithm").text(algorithm.uri());
        certificate(extension, pending);
        extension
                .csig("SignMessage")
                .attribute("MustShow", "true")
                .attribute("DisplayEntity", pending.identityProvider())
                .attribute("MimeType", message.mimeType())
                .csig("Message")
                .text(base64(message.text().getBytes(UTF_8)));
    }

    private static void certificate(XmlWriter extension, PendingSignature pending) {
        XmlWriter properties = extension.csig("CertRequestProperties").attribute("CertType", "PKC");
        for (String level : pending.levels()) {
            properties.saml("AuthnContextClassRef").text(level);
        }
        XmlWriter attributes = properties.csig("RequestedCertAttributes");
        attribute(attributes, "2.5.4.42", "givenName", Dss.GIVEN_NAME);
        attribute(attributes, "2.5.4.4", "surname", Dss.SURNAME);
        attribute(attributes, "2.5.4.5", "serialNumber", Dss.EMPLOYEE_HSA_ID);
        attribute(attributes, "2.5.4.3", "commonName", Dss.NAME);
    }

    private static void attribute(
            XmlWriter attributes, String oid, String friendlyName, String samlName) {
        attributes
                .csig("RequestedCertAttribute")
                .attribute("CertAttributeRef", oid)
                .attribute("CertNameType", "rdn")
                .attribute("FriendlyName", friendlyName)
                .attribute("Required", "true")
                .csig("SamlAttributeName")
                .text(samlName);
    }

    private static void entity(XmlWriter extension, String name, String entityId) {
        extension.csig(name).attribute("Format", Dss.ENTITY_FORMAT).text(entityId);
    }

    private static void tasks(XmlWriter other, PendingSignature pending) {
        other.csig("SignTasks")
                .csig("SignTaskData")
                .attribute("SignTaskId", pending.taskId())
                .attribute("SigType", "XML")
                .csig("ToBeSignedBytes")
                .text(base64(pending.document().signedInfo()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
