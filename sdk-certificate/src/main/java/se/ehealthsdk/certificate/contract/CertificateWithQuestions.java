package se.ehealthsdk.certificate.contract;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * A certificate with its events and how many questions there are: an item in the answer of
 * ListCertificatesForCareWithQA 3.
 *
 * @param certificate the certificate, or a draft, in which much may be missing
 * @param events what happened to it, in the order of the answer
 * @param sent questions that health care asked
 * @param received questions that the recipient asked
 * @param reference what the care system gave with CreateDraftCertificate or the jump into Webcert ({@code ref})
 */
public record CertificateWithQuestions(
        Intyg certificate,
        List<CertificateEvent> events,
        QuestionCounts sent,
        QuestionCounts received,
        Optional<String> reference) {

    /** Copies. */
    public CertificateWithQuestions {
        events = List.copyOf(events);
    }

    /** Certificate and counts; not the reference, in which a care system may have put anything. */
    @Override
    public String toString() {
        return "CertificateWithQuestions[%s, events=%d, sent=%s, received=%s]"
                .formatted(certificate.certificateId(), events.size(), sent, received);
    }
}
