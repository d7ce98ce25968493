package se.ehealthsdk.certificate.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * DB, death certificate (dödsbevis) to Skatteverket: sent in the same step as it is signed, one for a person. Doctors
 * sign it.
 *
 * <p>Source: type DB 1.x.
 */
public final class DeathCertificate extends DeathForm {

    private static final FormType FORM =
            new FormType(
                    CertificateType.DB,
                    "1.0",
                    FormType.SKATTEVERKET,
                    FormType.ICD_GENERATION_1,
                    List.of("1", "2", "3", "4", "5", "6", "7"),
                    Set.of(),
                    Set.of());

    private DeathCertificate(Intyg intyg) {
        super(intyg);
    }

    /**
     * Starts one.
     *
     * @param person who died
     * @param issuer who issues it, see {@link Issuer}
     */
    public static Builder builder(Deceased person, HealthcareProfessional issuer) {
        return new Builder(person, issuer);
    }

    /** A view of a certificate; empty if it is of another type or major version. */
    public static Optional<DeathCertificate> of(Intyg intyg) {
        return FORM.fits(intyg) ? Optional.of(new DeathCertificate(intyg)) : Optional.empty();
    }

    /** Explosivt implantat (5.1). */
    public Optional<Boolean> explosiveImplant() {
        return flag("5.1");
    }

    /** Har implantatet avlägsnats (5.2). */
    public Optional<Boolean> implantRemoved() {
        return flag("5.2");
    }

    /** Yttre undersökning (svar 6). */
    public Optional<ExternalExamination> externalExamination() {
        return answer("6").flatMap(DeathCertificate::externalExamination);
    }

    /** Polisanmälan (7.1). */
    public Optional<Boolean> policeReport() {
        return flag("7.1");
    }

    private static Optional<ExternalExamination> externalExamination(Answer answer) {
        if (Reading.flag(answer, "6.1").orElse(false)) {
            return Optional.of(ExternalExamination.done());
        }
        Optional<Choice> instead = Reading.code(answer, "6.2", Choice.class);
        if (instead.equals(Optional.of(Choice.FORENSIC_TO_BE_DONE))) {
            return Optional.of(ExternalExamination.forensicToBeDone());
        }
        return instead.filter(Choice.EXAMINED_BEFORE_DEATH::equals)
                .flatMap(each -> Reading.date(answer, "6.3"))
                .map(ExternalExamination::examinedBeforeDeath);
    }

    /** Puts one together. Not for use by more than one thread. */
    public static final class Builder extends DeathForm.Builder<DeathCertificate, Builder> {

        private Builder(Deceased person, HealthcareProfessional issuer) {
            super(FORM, person, issuer);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        DeathCertificate view(Intyg intyg) {
            return new DeathCertificate(intyg);
        }

        /** Inget explosivt implantat (5.1). */
        public Builder noExplosiveImplant() {
            return set("5", new Parts().flag("5.1", false));
        }

        /** Explosivt implantat (5.1), och om det har avlägsnats (5.2). */
        public Builder explosiveImplant(boolean removed) {
            return set("5", new Parts().flag("5.1", true).flag("5.2", removed));
        }

        /** Yttre undersökning (svar 6). */
        public Builder externalExamination(ExternalExamination examination) {
            Parts parts = new Parts().flag("6.1", examination instanceof ExternalExamination.Done);
            if (examination instanceof ExternalExamination.ExaminedBeforeDeath examined) {
                parts.code("6.2", Choice.EXAMINED_BEFORE_DEATH).date("6.3", examined.day());
            } else if (examination instanceof ExternalExamination.ForensicToBeDone) {
                parts.code("6.2", Choice.FORENSIC_TO_BE_DONE);
            }
            return set("6", parts);
        }

        /** Polisanmälan (7.1): true where a forensic examination will be done. */
        public Builder policeReport(boolean made) {
            return set("7", new Parts().flag("7.1", made));
        }
    }
}
