package se.ehealthsdk.certificate.contract;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The request of CreateDraftCertificate 3.
 *
 * @param type the type of certificate; Webcert chooses the version
 * @param patient for whom; names are required here, also for types whose certificates leave them out
 * @param createdBy who creates it
 * @param reference the care system's own, given back in events and lists ({@code ref})
 * @param prefill answers that are known already ({@code forifyllnad}); Webcert drops those that it cannot use,
 *     without a word
 */
public record CreateDraftCertificate(
        CodedValue type,
        Patient patient,
        Creator createdBy,
        Optional<String> reference,
        List<Answer> prefill) {

    /** Copies. */
    public CreateDraftCertificate {
        prefill = List.copyOf(prefill);
    }

    /**
     * Who creates a draft, and at which unit.
     *
     * @param hsaId HSA-id of the person
     * @param name first and last name
     * @param unit HSA-id of the unit
     * @param unitName name of the unit
     */
    public record Creator(HsaId hsaId, String name, HsaId unit, String unitName) {

        /** The HSA-ids, never the name. */
        @Override
        public String toString() {
            return "Creator[" + hsaId + ", unit=" + unit + "]";
        }
    }

    /** Type and creator; nothing of the patient. */
    @Override
    public String toString() {
        return "CreateDraftCertificate[" + type.code() + ", " + createdBy + "]";
    }
}
