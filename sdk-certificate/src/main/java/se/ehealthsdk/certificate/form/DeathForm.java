package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;

/** What a death certificate and a certificate of the cause of death share. */
public abstract sealed class DeathForm extends CertificateForm
        permits CauseOfDeathCertificate, DeathCertificate {

    DeathForm(Intyg intyg) {
        super(intyg);
    }

    /** Hur identiteten har styrkts (1.1). */
    public final Optional<String> identityEstablishedBy() {
        return text("1.1");
    }

    /** Dödsdatum (svar 2). */
    public final Optional<DateOfDeath> died() {
        return answer("2").flatMap(DeathForm::died);
    }

    /** Kommun där döden inträffade (3.1). */
    public final Optional<String> municipality() {
        return text("3.1");
    }

    /** Boende eller plats där döden inträffade (3.2). */
    public final Optional<PlaceOfDeath> place() {
        return answer("3").flatMap(each -> Reading.code(each, "3.2", PlaceOfDeath.class));
    }

    /** Barn som avlidit inom 28 dygn efter födelsen (4.1). */
    public final Optional<Boolean> childWithin28Days() {
        return flag("4.1");
    }

    private static Optional<DateOfDeath> died(Answer answer) {
        Optional<Boolean> certain = Reading.flag(answer, "2.1");
        if (certain.equals(Optional.of(true))) {
            return Reading.date(answer, "2.2").map(DateOfDeath::on);
        }
        Optional<UncertainDate> about =
                Reading.text(answer, "2.2").flatMap(UncertainDate::tryParse);
        Optional<LocalDate> foundDead = Reading.date(answer, "2.3");
        return certain.isPresent() && about.isPresent() && foundDead.isPresent()
                ? Optional.of(DateOfDeath.uncertain(about.get(), foundDead.get()))
                : Optional.empty();
    }

    /**
     * Puts a certificate together.
     *
     * @param <F> the form
     * @param <B> its builder
     */
    public abstract static sealed class Builder<F extends DeathForm, B extends Builder<F, B>>
            extends CertificateForm.Builder<F, B>
            permits CauseOfDeathCertificate.Builder, DeathCertificate.Builder {

        Builder(FormType type, Deceased person, HealthcareProfessional issuer) {
            super(type, person.patient(), issuer);
        }

        /**
         * The version of the type's texts, as the receiving service supports it; default that of the
         * certificate that is followed, else {@code 1.0}.
         *
         * @throws se.ehealthsdk.core.error.InvalidInputException if it is not {@code 1} or {@code 1.x}
         */
        public final B textVersion(String version) {
            return version(version);
        }

        /** Hur identiteten har styrkts (1.1). */
        public final B identityEstablishedBy(String how) {
            return set("1", new Parts().text("1.1", how));
        }

        /** Dödsdatum (svar 2). */
        public final B died(DateOfDeath when) {
            Parts parts = new Parts().flag("2.1", when instanceof DateOfDeath.Certain);
            if (when instanceof DateOfDeath.Certain certain) {
                parts.date("2.2", certain.day());
            } else if (when instanceof DateOfDeath.Uncertain uncertain) {
                parts.text("2.2", uncertain.about().value()).date("2.3", uncertain.foundDead());
            }
            return set("2", parts);
        }

        /** Kommun (3.1) och boende eller plats (3.2) där döden inträffade. */
        public final B diedAt(String municipality, PlaceOfDeath place) {
            return set("3", new Parts().text("3.1", municipality).code("3.2", place));
        }

        /** Barn som avlidit inom 28 dygn efter födelsen (4.1). */
        public final B childWithin28Days(boolean child) {
            return set("4", new Parts().flag("4.1", child));
        }
    }
}
