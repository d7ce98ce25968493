package se.ehealthsdk.certificate.contract;

import java.time.LocalDateTime;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;

/**
 * The request of SendCertificateToRecipient 2.
 *
 * @param sentAt when, Swedish local time in whole seconds
 * @param certificate id of the certificate
 * @param patient whose it is
 * @param recipient to whom
 * @param sentBy who sends it
 */
public record SendCertificateToRecipient(
        LocalDateTime sentAt,
        Identifier certificate,
        Identifier patient,
        Part recipient,
        Sender sentBy) {

    /** Who sends a certificate. */
    public sealed interface Sender {

        /**
         * Someone in health care.
         *
         * @param value who
         */
        record Professional(HealthcareProfessional value) implements Sender {}

        /**
         * The patient.
         *
         * @param value the patient's number
         */
        record Person(Identifier value) implements Sender {}
    }
}
