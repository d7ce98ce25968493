package se.ehealthsdk.certificate.contract;

import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;

/**
 * The request of RevokeCertificate 2.
 *
 * @param message why, in free text; the contract has no code for the reason
 * @param sentAt when, Swedish local time in whole seconds
 * @param certificate id of the certificate
 * @param patient whose it is
 * @param sentBy who revokes it
 */
public record RevokeCertificate(
        Optional<String> message,
        LocalDateTime sentAt,
        Identifier certificate,
        Identifier patient,
        HealthcareProfessional sentBy) {

    /** The certificate, never patient or message. */
    @Override
    public String toString() {
        return "RevokeCertificate[" + certificate + "]";
    }
}
