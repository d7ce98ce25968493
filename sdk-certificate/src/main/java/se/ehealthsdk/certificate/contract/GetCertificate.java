package se.ehealthsdk.certificate.contract;

import se.ehealthsdk.certificate.document.Identifier;

/**
 * The request of GetCertificate 2. The answer is the certificate; a failure is always a SOAP fault.
 *
 * @param certificate id of the certificate
 * @param part who asks
 */
public record GetCertificate(Identifier certificate, Part part) {}
