package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * DOI, certificate of the cause of death (dödsorsaksintyg) to Socialstyrelsen: sent as it is signed, one for a person
 * and care provider. Doctors sign it.
 *
 * <p>Source: type DOI 1.x.
 */
public final class CauseOfDeathCertificate extends DeathForm {

    private static final FormType FORM =
            new FormType(
                    CertificateType.DOI,
                    "1.0",
                    FormType.SOCIALSTYRELSEN,
                    FormType.ICD_GENERATION_1,
                    List.of("1", "2", "3", "4", "8", "9", "10", "11", "12", "13", "14"),
                    Set.of("9", "10", "13"),
                    Set.of());

    private CauseOfDeathCertificate(Intyg intyg) {
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
    public static Optional<CauseOfDeathCertificate> of(Intyg intyg) {
        return FORM.fits(intyg)
                ? Optional.of(new CauseOfDeathCertificate(intyg))
                : Optional.empty();
    }

    /** Terminal dödsorsak (svar 8). */
    public Optional<CauseOfDeath> terminalCause() {
        return answer("8").flatMap(CauseOfDeathCertificate::cause);
    }

    /** Som var en följd av (svar 9), the nearest first. */
    public List<CauseOfDeath> underlyingCauses() {
        return each("9", CauseOfDeathCertificate::cause);
    }

    /** Bidragande sjukdomar och skador (svar 10). */
    public List<CauseOfDeath> contributingCauses() {
        return each("10", CauseOfDeathCertificate::cause);
    }

    /** Operation inom fyra veckor före döden (svar 11). */
    public Optional<Operation> operation() {
        return answer("11").flatMap(CauseOfDeathCertificate::operation);
    }

    /** Skada eller förgiftning (svar 12). */
    public Optional<Injury> injury() {
        return answer("12").flatMap(CauseOfDeathCertificate::injury);
    }

    /** Uppgifterna grundas på (svar 13). */
    public List<Grounds> grounds() {
        return each("13", each -> Reading.code(each, "13.1", Grounds.class));
    }

    /** Land, om döden inträffade utomlands (14.1). */
    public Optional<String> country() {
        return text("14.1");
    }

    private static Optional<CauseOfDeath> cause(Answer answer) {
        String question = answer.id();
        return Reading.text(answer, question + ".1")
                .map(
                        text ->
                                new CauseOfDeath(
                                        text,
                                        Reading.date(answer, question + ".2"),
                                        Reading.code(answer, question + ".3", Onset.class)));
    }

    private static Optional<Operation> operation(Answer answer) {
        if (Reading.code(answer, "11.1", Choice.class).isPresent()) {
            return Optional.of(Operation.unknown());
        }
        Optional<Boolean> performed = Reading.flag(answer, "11.1");
        if (performed.equals(Optional.of(false))) {
            return Optional.of(Operation.none());
        }
        return performed
                .flatMap(yes -> Reading.date(answer, "11.2"))
                .map(day -> Operation.performed(day, Reading.text(answer, "11.3").orElse("")));
    }

    private static Optional<Injury> injury(Answer answer) {
        Optional<Boolean> sustained = Reading.flag(answer, "12.1");
        if (sustained.equals(Optional.of(false))) {
            return Optional.of(Injury.none());
        }
        Optional<InjuryCause> cause = Reading.code(answer, "12.2", InjuryCause.class);
        Optional<LocalDate> day = Reading.date(answer, "12.3");
        return sustained.isPresent() && cause.isPresent() && day.isPresent()
                ? Optional.of(
                        Injury.sustained(
                                cause.get(), day.get(), Reading.text(answer, "12.4").orElse("")))
                : Optional.empty();
    }

    /** Puts one together. Not for use by more than one thread. */
    public static final class Builder extends DeathForm.Builder<CauseOfDeathCertificate, Builder> {

        private Builder(Deceased person, HealthcareProfessional issuer) {
            super(FORM, person, issuer);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        CauseOfDeathCertificate view(Intyg intyg) {
            return new CauseOfDeathCertificate(intyg);
        }

        /**
         * Starts from the death certificate: identity, date, place and whether it was a child are carried over.
         *
         * @throws se.ehealthsdk.core.error.InvalidInputException if it is about another person
         */
        public Builder startFrom(DeathCertificate certificate) {
            return startFrom(certificate.intyg(), type().questions()::contains);
        }

        /** Terminal dödsorsak (svar 8). */
        public Builder terminalCause(CauseOfDeath cause) {
            return set("8", parts("8", cause));
        }

        /** Som var en följd av (svar 9): what led to the cause named last, at most three. */
        public Builder underlyingCause(CauseOfDeath cause) {
            return add("9", parts("9", cause));
        }

        /** Bidragande sjukdomar och skador (svar 10): once for each, at most eight. */
        public Builder contributingCause(CauseOfDeath cause) {
            return add("10", parts("10", cause));
        }

        /** Operation inom fyra veckor före döden (svar 11). */
        public Builder operation(Operation operation) {
            Parts parts = new Parts();
            if (operation instanceof Operation.None) {
                parts.flag("11.1", false);
            } else if (operation instanceof Operation.Unknown) {
                parts.code("11.1", Choice.NO_INFORMATION);
            } else if (operation instanceof Operation.Performed performed) {
                parts.flag("11.1", true)
                        .date("11.2", performed.day())
                        .text("11.3", performed.reason());
            }
            return set("11", parts);
        }

        /** Skada eller förgiftning (svar 12). */
        public Builder injury(Injury injury) {
            Parts parts = new Parts().flag("12.1", injury instanceof Injury.Sustained);
            if (injury instanceof Injury.Sustained sustained) {
                parts.code("12.2", sustained.cause())
                        .date("12.3", sustained.day())
                        .text("12.4", sustained.how());
            }
            return set("12", parts);
        }

        /** Uppgifterna grundas på (svar 13): once for each. */
        public Builder grounds(Grounds grounds) {
            return add("13", new Parts().code("13.1", grounds));
        }

        /** Land, om döden inträffade utomlands (14.1). */
        public Builder country(String name) {
            return set("14", new Parts().text("14.1", name));
        }

        private static Parts parts(String question, CauseOfDeath cause) {
            Parts parts =
                    new Parts()
                            .text(question + ".1", cause.text())
                            .date(question + ".2", cause.since());
            cause.onset().ifPresent(onset -> parts.code(question + ".3", onset));
            return parts;
        }
    }
}
