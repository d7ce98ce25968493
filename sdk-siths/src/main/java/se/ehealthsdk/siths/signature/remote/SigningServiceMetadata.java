package se.ehealthsdk.siths.signature.remote;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.internal.xml.SecureDom;

/**
 * What is known of a signing service: its entity id, and the certificates by which it signs its responses.
 * These certificates alone are trusted for that, whoever issued them. Immutable.
 *
 * @param entityId the entity id, compared letter by letter
 * @param signingCertificates the certificates; several while the service changes key
 * @param validUntil until when the service promises to use no others; empty when it does not say
 */
public record SigningServiceMetadata(
        String entityId, List<X509Certificate> signingCertificates, Optional<Instant> validUntil) {

    private static final int MAX_BYTES = 1 << 20;

    /**
     * @throws ConfigurationException when there is no entity id or no certificate
     */
    public SigningServiceMetadata {
        signingCertificates = List.copyOf(signingCertificates);
        if (entityId.isBlank() || signingCertificates.isEmpty()) {
            throw new ConfigurationException(
                    "The signing service's metadata lack the entity id or a signing certificate",
                    "Fetch the metadata anew from whoever runs the service.");
        }
    }

    /** A service whose entity id and certificates were handed over in some other form. */
    public static SigningServiceMetadata of(String entityId, X509Certificate... certificates) {
        return new SigningServiceMetadata(entityId, List.of(certificates), Optional.empty());
    }

    /**
     * Reads SAML metadata: an {@code EntityDescriptor}.
     *
     * <p>What is read is trusted: the bytes must come from a file that the service's operator handed over,
     * or over TLS from the operator's own host. A signature on the metadata is not looked at.
     *
     * @param metadata the document, at most 1 MiB
     * @throws ConfigurationException when it is no such document, or lacks entity id or signing certificate
     */
    public static SigningServiceMetadata parse(byte[] metadata) {
        try {
            Element entity = SecureDom.parse(metadata, MAX_BYTES).getDocumentElement();
            if (!Dss.METADATA.equals(entity.getNamespaceURI())
                    || !"EntityDescriptor".equals(entity.getLocalName())) {
                throw unreadable(null);
            }
            String validUntil = entity.getAttribute("validUntil");
            return new SigningServiceMetadata(
                    entity.getAttribute("entityID").strip(),
                    certificates(entity),
                    validUntil.isEmpty()
                            ? Optional.empty()
                            : Optional.of(XmlValue.time(validUntil)));
        } catch (InvalidInputException | XmlValue.Malformed e) {
            throw unreadable(e);
        }
    }

    private static List<X509Certificate> certificates(Element entity) throws XmlValue.Malformed {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Element key : all(entity, Dss.METADATA, "KeyDescriptor")) {
            if (!key.hasAttribute("use") || key.getAttribute("use").equals("signing")) {
                for (Element certificate : all(key, Dss.SIGNATURE, "X509Certificate")) {
                    certificates.add(XmlValue.certificate(certificate.getTextContent()));
                }
            }
        }
        return certificates.stream().distinct().toList();
    }

    private static List<Element> all(Element parent, String namespace, String name) {
        NodeList found = parent.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static ConfigurationException unreadable(@Nullable Throwable cause) {
        return new ConfigurationException(
                "The signing service's metadata are no SAML EntityDescriptor that can be read",
                "Fetch the metadata anew from whoever runs the service.",
                cause);
    }
}
