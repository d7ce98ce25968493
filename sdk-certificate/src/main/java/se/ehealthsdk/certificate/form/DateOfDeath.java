package se.ehealthsdk.certificate.form;

import java.time.LocalDate;

/** When someone died (svar 2 of DB and DOI). */
public sealed interface DateOfDeath {

    /** The day is certain. */
    static DateOfDeath on(LocalDate day) {
        return new Certain(day);
    }

    /**
     * The day is not certain.
     *
     * @param about what is known of it
     * @param foundDead when the person was found, later than the day of death
     */
    static DateOfDeath uncertain(UncertainDate about, LocalDate foundDead) {
        return new Uncertain(about, foundDead);
    }

    /**
     * See {@link #on(LocalDate)}.
     *
     * @param day the day
     */
    record Certain(LocalDate day) implements DateOfDeath {
        /** Nothing of the date. */
        @Override
        public String toString() {
            return "DateOfDeath[***]";
        }
    }

    /**
     * See {@link #uncertain(UncertainDate, LocalDate)}.
     *
     * @param about what is known of it
     * @param foundDead when the person was found
     */
    record Uncertain(UncertainDate about, LocalDate foundDead) implements DateOfDeath {
        /** Nothing of the date. */
        @Override
        public String toString() {
            return "DateOfDeath[***]";
        }
    }
}
