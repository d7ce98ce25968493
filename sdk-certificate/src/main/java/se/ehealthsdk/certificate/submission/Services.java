package se.ehealthsdk.certificate.submission;

import java.util.Optional;
import se.ehealthsdk.certificate.CertificateClient;
import se.ehealthsdk.certificate.MessageToRecipient;
import se.ehealthsdk.certificate.ServiceOutcome;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/** The calls that a submission is made of. */
interface Services {

    /** Throws if the certificate may not be sent. */
    void check(Intyg certificate);

    ServiceOutcome register(Intyg certificate, Optional<MessageReference> answerTo);

    ServiceOutcome send(Intyg certificate, PersonId patient, Part recipient);

    ServiceOutcome revoke(
            Intyg certificate, PersonId patient, HealthcareProfessional by, Optional<String> why);

    ServiceOutcome sendMessage(MessageToRecipient message);

    /** The calls of a client. */
    static Services of(CertificateClient client) {
        // checked once, when it is given: a rule about today must not stop it halfway tomorrow
        CertificateClient sending = client.withoutCheckAtOwnRisk();
        return new Services() {
            @Override
            public void check(Intyg certificate) {
                client.check(certificate);
            }

            @Override
            public ServiceOutcome register(Intyg certificate, Optional<MessageReference> answerTo) {
                return answerTo.isPresent()
                        ? sending.register(certificate, answerTo.get())
                        : sending.register(certificate);
            }

            @Override
            public ServiceOutcome send(Intyg certificate, PersonId patient, Part recipient) {
                return sending.send(certificate.id(), patient, recipient, certificate.issuer());
            }

            @Override
            public ServiceOutcome revoke(
                    Intyg certificate,
                    PersonId patient,
                    HealthcareProfessional by,
                    Optional<String> why) {
                return sending.revoke(certificate.id(), patient, by, why);
            }

            @Override
            public ServiceOutcome sendMessage(MessageToRecipient message) {
                return sending.sendMessage(message);
            }
        };
    }
}
