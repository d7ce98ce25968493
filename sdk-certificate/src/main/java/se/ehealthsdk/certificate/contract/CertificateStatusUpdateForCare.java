package se.ehealthsdk.certificate.contract;

import java.util.Optional;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * The request of CertificateStatusUpdateForCare 3: Webcert tells a care system that something happened to a
 * certificate or a draft of one of its units.
 *
 * @param certificate the certificate or draft as it was when the event happened; in a draft much may be missing
 * @param event what happened
 * @param sent questions that health care asked
 * @param received questions that the recipient asked
 * @param reference what the care system gave with CreateDraftCertificate or the jump into Webcert ({@code ref})
 * @param handledBy HSA-id of who did it, as it came, where it stands beside the event (extension 3.2); see {@link
 *     #actingUser()}
 */
public record CertificateStatusUpdateForCare(
        Intyg certificate,
        CertificateEvent event,
        QuestionCounts sent,
        QuestionCounts received,
        Optional<String> reference,
        Optional<String> handledBy) {

    /** HSA-id of who did it, from either place where senders put it; empty when it was no person. */
    public Optional<String> actingUser() {
        return handledBy.or(event::handledBy);
    }

    /** Certificate, event and time; nothing of the patient. */
    @Override
    public String toString() {
        return "CertificateStatusUpdateForCare[%s, %s, %s]"
                .formatted(certificate.certificateId(), event.code(), event.time());
    }
}
