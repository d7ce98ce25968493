package se.ehealthsdk.certificate.form;

import java.util.Optional;

/** How likely the return to work is (svar 39). */
public sealed interface Prognosis {

    /** The patient is expected back in full when the certificate ends. */
    static Prognosis fullReturn() {
        return new FullReturn();
    }

    /**
     * The patient is expected back after some months; version 2.0.
     *
     * @param months 1 to 99
     */
    static Prognosis afterMonths(int months) {
        return new AfterMonths(months);
    }

    /** The patient is expected back after some days; version 1.x. */
    static Prognosis afterDays(PrognosisDays days) {
        return new AfterDays(days);
    }

    /** The patient will probably not return. */
    static Prognosis probablyNoReturn() {
        return new ProbablyNoReturn();
    }

    /**
     * Nothing can be said; version 2.0.
     *
     * @param reason why
     */
    static Prognosis unclear(String reason) {
        return new Unclear(Optional.of(reason));
    }

    /** Nothing can be said; version 1.x, which takes no reason. */
    static Prognosis unclear() {
        return new Unclear(Optional.empty());
    }

    /** See {@link #fullReturn()}. */
    record FullReturn() implements Prognosis {}

    /**
     * See {@link #afterMonths(int)}.
     *
     * @param months how many
     */
    record AfterMonths(int months) implements Prognosis {}

    /**
     * See {@link #afterDays(PrognosisDays)}.
     *
     * @param days how many
     */
    record AfterDays(PrognosisDays days) implements Prognosis {}

    /** See {@link #probablyNoReturn()}. */
    record ProbablyNoReturn() implements Prognosis {}

    /**
     * See {@link #unclear(String)} and {@link #unclear()}.
     *
     * @param reason why
     */
    record Unclear(Optional<String> reason) implements Prognosis {
        /** Never the reason. */
        @Override
        public String toString() {
            return "Unclear[***]";
        }
    }
}
