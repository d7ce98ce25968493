package se.ehealthsdk.certificate.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * FK 3226 1.0, certificate for compensation to relatives (utlåtande för närståendepenning) to Försäkringskassan. Doctors
 * sign it.
 *
 * <p>Source: type LUNSP 1.0.
 */
public final class Fk3226 extends Assessment {

    private static final FormType FORM =
            new FormType(
                    CertificateType.LUNSP,
                    "1.0",
                    FormType.FORSAKRINGSKASSAN,
                    FormType.ICD_LUNSP,
                    List.of("1", "58", "52", "53"),
                    Set.of("1", "58"),
                    Set.of("58"));

    private Fk3226(Intyg intyg) {
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
    public static Optional<Fk3226> of(Intyg intyg) {
        return FORM.fits(intyg) ? Optional.of(new Fk3226(intyg)) : Optional.empty();
    }

    /** Hot mot livet (svar 52). */
    public Optional<CareSituation> careSituation() {
        return answer("52").flatMap(Fk3226::careSituation);
    }

    /** Kan patienten samtycka (53.1). */
    public Optional<Boolean> patientCanConsent() {
        return flag("53.1");
    }

    private static Optional<CareSituation> careSituation(Answer answer) {
        Optional<Choice> kind = Reading.code(answer, "52.1", Choice.class);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind.get()) {
            case PALLIATIVE_ONLY -> Reading.date(answer, "52.2").map(CareSituation::palliativeOnly);
            case ACUTE ->
                    Reading.date(answer, "52.3")
                            .map(
                                    since ->
                                            new CareSituation.Acute(
                                                    since,
                                                    Reading.text(answer, "52.4").orElse(""),
                                                    Reading.date(answer, "52.6")));
            case OTHER_CARE -> Reading.text(answer, "52.7").map(CareSituation::other);
            default -> Optional.empty();
        };
    }

    /** Puts one together. Not for use by more than one thread. */
    public static final class Builder extends Assessment.Builder<Fk3226, Builder> {

        private Builder(PersonId patient, HealthcareProfessional issuer) {
            super(FORM, patient, issuer);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        Fk3226 view(Intyg intyg) {
            return new Fk3226(intyg);
        }

        /** Diagnos (svar 58, one for each diagnosis); the first is the main one. */
        @Override
        public Builder diagnosis(Diagnosis diagnosis) {
            Parts parts = new Parts();
            Diagnoses.write(parts, "58", diagnosis, 1, type());
            return add("58", parts);
        }

        /** Hot mot livet (svar 52). */
        public Builder careSituation(CareSituation situation) {
            Parts parts = new Parts();
            if (situation instanceof CareSituation.PalliativeOnly palliative) {
                parts.code("52.1", Choice.PALLIATIVE_ONLY)
                        .date("52.2", palliative.activeTreatmentEnded());
            } else if (situation instanceof CareSituation.Acute acute) {
                parts.code("52.1", Choice.ACUTE)
                        .date("52.3", acute.since())
                        .text("52.4", acute.inWhatWay())
                        .flag("52.5", acute.until().isPresent())
                        .date("52.6", acute.until());
            } else if (situation instanceof CareSituation.Other other) {
                parts.code("52.1", Choice.OTHER_CARE).text("52.7", other.inWhatWay());
            }
            return set("52", parts);
        }

        /** Kan patienten samtycka till vården (53.1). */
        public Builder patientCanConsent(boolean can) {
            return set("53", new Parts().flag("53.1", can));
        }
    }
}
