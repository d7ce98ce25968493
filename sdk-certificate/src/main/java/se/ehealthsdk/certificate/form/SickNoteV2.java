package se.ehealthsdk.certificate.form;

import java.util.Optional;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/** A sick note of the second generation, version 2.0. */
public abstract sealed class SickNoteV2 extends SickNote permits Ag7804, Fk7804 {

    SickNoteV2(Intyg intyg) {
        super(intyg);
    }

    /** Försvårar ojämn arbetstid återgången (33.1). */
    public final Optional<Boolean> unevenHoursHinderReturn() {
        return flag("33.1");
    }

    /** Varför ojämn arbetstid försvårar återgången (33.2). */
    public final Optional<String> unevenHoursReason() {
        return text("33.2");
    }

    /**
     * Puts a sick note together.
     *
     * @param <F> the form
     * @param <B> its builder
     */
    public abstract static sealed class Builder<F extends SickNoteV2, B extends Builder<F, B>>
            extends SickNote.Builder<F, B> permits Ag7804.Builder, Fk7804.Builder {

        /** Says from the start that there is no infection control: the official rules only bite when 27.1 is there. */
        Builder(FormType type, PersonId patient, HealthcareProfessional issuer) {
            super(type, patient, issuer);
            otherwise("27", new Parts().flag("27.1", false));
        }

        /** Ojämn arbetstid försvårar återgången, därför att (33.1 and 33.2); asked with a part-time degree. */
        public final B unevenHoursHinderReturn(String because) {
            return set("33", new Parts().flag("33.1", true).text("33.2", because));
        }

        /** Ojämn arbetstid försvårar inte återgången (33.1); asked with a part-time degree. */
        public final B unevenHoursAreNoHindrance() {
            return set("33", new Parts().flag("33.1", false));
        }
    }
}
