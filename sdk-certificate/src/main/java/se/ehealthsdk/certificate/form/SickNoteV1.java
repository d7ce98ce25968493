package se.ehealthsdk.certificate.form;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/** A sick note of the first generation, version 1.x. */
public abstract sealed class SickNoteV1 extends SickNote permits Ag7804V1, Fk7804V1 {

    SickNoteV1(Intyg intyg) {
        super(intyg);
    }

    /** Planerade behandlingar (20.1). */
    public final Optional<String> plannedTreatment() {
        return text("20.1");
    }

    /** Medicinska skäl att förlägga arbetstiden på annat sätt (33.1). */
    public final Optional<Boolean> hoursPlacedOtherwise() {
        return flag("33.1");
    }

    /** Hur och varför arbetstiden ska förläggas på annat sätt (33.2). */
    public final Optional<String> hoursReason() {
        return text("33.2");
    }

    /** Arbetslivsinriktade åtgärder (svar 40). */
    public final List<WorkMeasure> workMeasures() {
        return each("40", each -> Reading.code(each, "40.1", WorkMeasure.class));
    }

    /**
     * Puts a sick note together.
     *
     * @param <F> the form
     * @param <B> its builder
     */
    public abstract static sealed class Builder<F extends SickNoteV1, B extends Builder<F, B>>
            extends SickNote.Builder<F, B> permits Ag7804V1.Builder, Fk7804V1.Builder {

        Builder(FormType type, PersonId patient, HealthcareProfessional issuer) {
            super(type, patient, issuer);
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

        /** Planerade behandlingar (20.1). */
        public final B plannedTreatment(String text) {
            return set("20", new Parts().text("20.1", text));
        }

        /** Arbetstiden bör förläggas på annat sätt, därför att (33.1 and 33.2); asked with a part-time degree. */
        public final B hoursPlacedOtherwise(String because) {
            return set("33", new Parts().flag("33.1", true).text("33.2", because));
        }

        /** Arbetstiden minskas lika mycket varje dag (33.1); asked with a part-time degree. */
        public final B hoursReducedEvenly() {
            return set("33", new Parts().flag("33.1", false));
        }

        /** Arbetslivsinriktade åtgärder (svar 40); {@link WorkMeasure#NOT_RELEVANT} stands alone. */
        public final B workMeasure(WorkMeasure measure) {
            return add("40", new Parts().code("40.1", measure));
        }
    }
}
