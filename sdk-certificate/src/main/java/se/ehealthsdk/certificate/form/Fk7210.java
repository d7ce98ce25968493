package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * FK 7210 1.0, certificate of pregnancy (intyg om graviditet) to Försäkringskassan. Doctors, midwives and nurses sign it.
 *
 * <p>Source: type IGRAV 1.0.
 */
public final class Fk7210 extends CertificateForm {

    private static final FormType FORM =
            new FormType(
                    CertificateType.IGRAV,
                    "1.0",
                    FormType.FORSAKRINGSKASSAN,
                    FormType.ICD_GENERATION_2,
                    List.of("54"),
                    Set.of(),
                    Set.of());

    private Fk7210(Intyg intyg) {
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
    public static Optional<Fk7210> of(Intyg intyg) {
        return FORM.fits(intyg) ? Optional.of(new Fk7210(intyg)) : Optional.empty();
    }

    /** Beräknat födelsedatum (54.1). */
    public Optional<LocalDate> expectedBirth() {
        return date("54.1");
    }

    /** Puts one together. Not for use by more than one thread. */
    public static final class Builder extends CertificateForm.Builder<Fk7210, Builder> {

        private Builder(PersonId patient, HealthcareProfessional issuer) {
            super(FORM, Patient.of(patient), issuer);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        Fk7210 view(Intyg intyg) {
            return new Fk7210(intyg);
        }

        /** Beräknat födelsedatum (54.1): from today until a year from today. */
        public Builder expectedBirth(LocalDate day) {
            return set("54", new Parts().date("54.1", day));
        }
    }
}
