package se.ehealthsdk.certificate.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * FK 7804 of the first generation, sick note (läkarintyg för sjukpenning) to Försäkringskassan. Doctors and dentists
 * sign it.
 *
 * <p>Source: type LISJP 1.x.
 */
public final class Fk7804V1 extends SickNoteV1 {

    private static final FormType FORM =
            new FormType(
                    CertificateType.LISJP,
                    "1.0",
                    FormType.FORSAKRINGSKASSAN,
                    FormType.ICD_GENERATION_1,
                    List.of(
                            "27", "1", "28", "29", "6", "35", "17", "19", "20", "32", "37", "33",
                            "34", "39", "40", "44", "25", "26"),
                    Set.of("1", "28", "32", "40"),
                    Set.of("28", "29", "6", "35", "17", "19", "20", "40", "44"));

    private Fk7804V1(Intyg intyg) {
        super(intyg);
    }

    /**
     * Starts one.
     *
     * @param patient the patient; a reserve number cannot be sent
     * @param issuer who issues it, see {@link Issuer}
     */
    public static Builder builder(PersonId patient, HealthcareProfessional issuer) {
        return new Builder(patient, issuer);
    }

    /** A view of a certificate; empty if it is of another type or major version. */
    public static Optional<Fk7804V1> of(Intyg intyg) {
        return FORM.fits(intyg) ? Optional.of(new Fk7804V1(intyg)) : Optional.empty();
    }

    /** Puts one together. Not for use by more than one thread. */
    public static final class Builder extends SickNoteV1.Builder<Fk7804V1, Builder> {

        private Builder(PersonId patient, HealthcareProfessional issuer) {
            super(FORM, patient, issuer);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        Fk7804V1 view(Intyg intyg) {
            return new Fk7804V1(intyg);
        }

        /** Tilläggsfråga (svar 9000 to 9999): a question of Försäkringskassan's own, asked with the certificate. */
        public Builder additionalAnswer(int question, String text) {
            return additional(question, text);
        }
    }
}
