package se.ehealthsdk.certificate.contract;

import java.util.Optional;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * The request of RegisterCertificate 3.
 *
 * @param answerTo the recipient's request for completion that the certificate answers ({@code svarPa})
 * @param certificate the certificate
 */
public record RegisterCertificate(Optional<MessageReference> answerTo, Intyg certificate) {}
