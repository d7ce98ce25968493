package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.Optional;

/** In what way the patient's life is threatened (svar 52 of FK3226). */
public sealed interface CareSituation {

    /**
     * Active treatment has ended, care is palliative only.
     *
     * @param activeTreatmentEnded when, today at the latest
     */
    static CareSituation palliativeOnly(LocalDate activeTreatmentEnded) {
        return new PalliativeOnly(activeTreatmentEnded);
    }

    /**
     * The condition is acutely life-threatening, for how long cannot be said.
     *
     * @param since since when, today at the latest
     * @param inWhatWay in what way, at most 265 characters
     */
    static CareSituation acute(LocalDate since, String inWhatWay) {
        return new Acute(since, inWhatWay, Optional.empty());
    }

    /**
     * The condition is acutely life-threatening, until a day that can be estimated.
     *
     * @param since since when, today at the latest
     * @param inWhatWay in what way, at most 265 characters
     * @param until until when, today at the earliest
     */
    static CareSituation acute(LocalDate since, String inWhatWay, LocalDate until) {
        return new Acute(since, inWhatWay, Optional.of(until));
    }

    /**
     * Life is threatened in another way.
     *
     * @param inWhatWay in what way, at most 265 characters
     */
    static CareSituation other(String inWhatWay) {
        return new Other(inWhatWay);
    }

    /**
     * See {@link #palliativeOnly(LocalDate)}.
     *
     * @param activeTreatmentEnded when
     */
    record PalliativeOnly(LocalDate activeTreatmentEnded) implements CareSituation {
        /** Nothing of the patient's condition. */
        @Override
        public String toString() {
            return "CareSituation[***]";
        }
    }

    /**
     * See {@link #acute(LocalDate, String, LocalDate)}.
     *
     * @param since since when
     * @param inWhatWay in what way
     * @param until until when, where that can be estimated
     */
    record Acute(LocalDate since, String inWhatWay, Optional<LocalDate> until)
            implements CareSituation {
        /** Nothing of the patient's condition. */
        @Override
        public String toString() {
            return "CareSituation[***]";
        }
    }

    /**
     * See {@link #other(String)}.
     *
     * @param inWhatWay in what way
     */
    record Other(String inWhatWay) implements CareSituation {
        /** Nothing of the patient's condition. */
        @Override
        public String toString() {
            return "CareSituation[***]";
        }
    }
}
