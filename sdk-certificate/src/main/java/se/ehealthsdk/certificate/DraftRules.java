package se.ehealthsdk.certificate;

import se.ehealthsdk.certificate.contract.CreateDraftCertificate;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.core.error.InvalidInputException;

/** What Webcert refuses a draft for by looking at the message alone. */
final class DraftRules {

    private DraftRules() {}

    static void check(CreateDraftCertificate draft) {
        filled("type", draft.type().code());
        filled("createdBy.name", draft.createdBy().name());
        filled("createdBy.unitName", draft.createdBy().unitName());
        Patient patient = draft.patient();
        filled("patient.firstName", patient.firstName());
        filled("patient.lastName", patient.lastName());
        String root = patient.id().root();
        boolean canBeCarried =
                root.equals(Identifier.PERSONNUMMER) || root.equals(Identifier.SAMORDNINGSNUMMER);
        if (!canBeCarried || patient.personId().isEmpty()) {
            throw new InvalidInputException(
                    "patient.id",
                    "is no personnummer and no samordningsnummer",
                    "one of them; a reserve number goes with the jump into Webcert");
        }
    }

    private static void filled(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidInputException(field, "is blank", "a text");
        }
    }
}
