package se.ehealthsdk.certificate.contract;

import java.time.LocalDateTime;
import se.ehealthsdk.certificate.document.Identifier;

/**
 * The request of SetCertificateStatus 2.
 *
 * @param certificate id of the certificate
 * @param part whom the status concerns
 * @param status a code of {@link se.ehealthsdk.certificate.document.Status}, for example {@code RECEIV}
 * @param time when, Swedish local time in whole seconds
 */
public record SetCertificateStatus(
        Identifier certificate, Part part, String status, LocalDateTime time) {}
