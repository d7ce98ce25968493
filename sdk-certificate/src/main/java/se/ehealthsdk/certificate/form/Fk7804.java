package se.ehealthsdk.certificate.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * FK 7804 2.0, sick note (läkarintyg för sjukpenning) to Försäkringskassan. Doctors and dentists sign it.
 *
 * <p>Source: type LISJP 2.0.
 */
public final class Fk7804 extends SickNoteV2 {

    private static final FormType FORM =
            new FormType(
                    CertificateType.LISJP,
                    "2.0",
                    FormType.FORSAKRINGSKASSAN,
                    FormType.ICD_GENERATION_2,
                    List.of(
                            "27", "1", "28", "29", "6", "35", "17", "19", "32", "37", "34", "33",
                            "39", "44", "25", "26"),
                    Set.of("1", "28", "32"),
                    Set.of("28", "29", "6", "35", "17", "19", "44"));

    private Fk7804(Intyg intyg) {
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
    public static Optional<Fk7804> of(Intyg intyg) {
        return FORM.fits(intyg) ? Optional.of(new Fk7804(intyg)) : Optional.empty();
    }

    /** Puts one together. Not for use by more than one thread. */
    public static final class Builder extends SickNoteV2.Builder<Fk7804, Builder> {

        private Builder(PersonId patient, HealthcareProfessional issuer) {
            super(FORM, patient, issuer);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        Fk7804 view(Intyg intyg) {
            return new Fk7804(intyg);
        }
    }
}
