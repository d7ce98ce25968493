package se.ehealthsdk.testkit.careplan;

import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A plan in a source system; invented, as all that is here.
 *
 * @param documentId its id
 * @param patientId the patient's number
 * @param patientType the OID of its kind
 * @param title the title; left out when empty
 * @param authorTime when it was recorded, Swedish local time
 * @param careUnit HSA-id of the unit
 * @param approvedForPatient whether the patient may see it
 * @param careContactId the care contact
 * @param type the code of its kind; left out when empty
 * @param mediaType the format of the document
 * @param document the document
 */
public record StoredPlan(
        String documentId,
        String patientId,
        String patientType,
        Optional<String> title,
        LocalDateTime authorTime,
        String careUnit,
        boolean approvedForPatient,
        Optional<String> careContactId,
        Optional<String> type,
        String mediaType,
        byte[] document) {

    /** A coordinated individual plan (SIP) with a text, not for the patient to see. */
    public static StoredPlan of(
            String documentId, PersonId patient, HsaId careUnit, LocalDateTime authorTime) {
        return new StoredPlan(
                documentId,
                patient.value(),
                patient.oid(),
                Optional.of("Samordnad individuell plan " + documentId),
                authorTime,
                careUnit.value(),
                false,
                Optional.empty(),
                Optional.of("SIP"),
                "text/plain",
                "Plan".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The same, for the patient to see. */
    public StoredPlan approved() {
        return new StoredPlan(
                documentId,
                patientId,
                patientType,
                title,
                authorTime,
                careUnit,
                true,
                careContactId,
                type,
                mediaType,
                document);
    }

    /** The same, of a care contact. */
    public StoredPlan ofContact(String contact) {
        return new StoredPlan(
                documentId,
                patientId,
                patientType,
                title,
                authorTime,
                careUnit,
                approvedForPatient,
                Optional.of(contact),
                type,
                mediaType,
                document);
    }

    /** The same, without title and kind, as older producers send. */
    public StoredPlan bare() {
        return new StoredPlan(
                documentId,
                patientId,
                patientType,
                Optional.empty(),
                authorTime,
                careUnit,
                approvedForPatient,
                careContactId,
                Optional.empty(),
                mediaType,
                document);
    }

    /** The same, with another document. */
    public StoredPlan withDocument(String format, byte[] bytes) {
        return new StoredPlan(
                documentId,
                patientId,
                patientType,
                title,
                authorTime,
                careUnit,
                approvedForPatient,
                careContactId,
                type,
                format,
                bytes);
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "StoredPlan[" + documentId + "]";
    }
}
