package se.ehealthsdk.certificate.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * AG 7804 2.0, sick note to the employer (läkarintyg om arbetsförmåga): the patient hands it over, it is never sent.
 * Doctors and dentists sign it.
 *
 * <p>Source: type AG7804 2.0.
 */
public final class Ag7804 extends SickNoteV2 {

    private static final FormType FORM =
            new FormType(
                    CertificateType.AG7804,
                    "2.0",
                    FormType.NOBODY,
                    FormType.ICD_GENERATION_2,
                    List.of(
                            "27", "1", "28", "29", "100", "6", "35", "17", "19", "32", "37", "34",
                            "33", "39", "44", "25", "103"),
                    Set.of("1", "28", "32"),
                    Set.of("28", "29", "100", "6", "35", "17", "19", "44"));

    private Ag7804(Intyg intyg) {
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
    public static Optional<Ag7804> of(Intyg intyg) {
        return FORM.fits(intyg) ? Optional.of(new Ag7804(intyg)) : Optional.empty();
    }

    /** Patienten vill förmedla diagnosen till arbetsgivaren (100.1). */
    public Optional<Boolean> diagnosisToEmployer() {
        return flag("100.1");
    }

    /** Puts one together. Not for use by more than one thread. */
    public static final class Builder extends SickNoteV2.Builder<Ag7804, Builder> {

        private Builder(PersonId patient, HealthcareProfessional issuer) {
            super(FORM, patient, issuer);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        Ag7804 view(Intyg intyg) {
            return new Ag7804(intyg);
        }

        /** Patienten vill förmedla diagnosen till arbetsgivaren (100.1); a diagnosis is given only if so. */
        public Builder diagnosisToEmployer(boolean wanted) {
            return set("100", new Parts().flag("100.1", wanted));
        }

        /**
         * Starts from a sick note to Försäkringskassan: what both ask for is carried over.
         *
         * @throws se.ehealthsdk.core.error.InvalidInputException if it is about another patient
         */
        public Builder startFrom(Fk7804 note) {
            return startFrom(note.intyg(), type().questions()::contains);
        }
    }
}
