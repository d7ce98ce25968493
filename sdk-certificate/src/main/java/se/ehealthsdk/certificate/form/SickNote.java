package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/** What all sick notes share: to Försäkringskassan or the employer, of either generation. */
public abstract sealed class SickNote extends Assessment permits SickNoteV1, SickNoteV2 {

    SickNote(Intyg intyg) {
        super(intyg);
    }

    /** Avstängning enligt smittskyddslagen (27.1). */
    public final boolean infectionControl() {
        return isTrue("27.1");
    }

    /** Sysselsättning (svar 28). */
    public final List<Occupation> occupations() {
        return each("28", each -> Reading.code(each, "28.1", Occupation.class));
    }

    /** Yrke och arbetsuppgifter (29.1). */
    public final Optional<String> professionAndTasks() {
        return text("29.1");
    }

    /** Funktionsnedsättning (35.1). */
    public final Optional<String> impairment() {
        return text("35.1");
    }

    /** Aktivitetsbegränsning (17.1). */
    public final Optional<String> activityLimitation() {
        return text("17.1");
    }

    /** Pågående, i version 2.0 även planerade, behandlingar (19.1). */
    public final Optional<String> treatment() {
        return text("19.1");
    }

    /** Nedsatt arbetsförmåga (svar 32). */
    public final List<SickLeave> sickLeaves() {
        return each("32", Reading::sickLeave);
    }

    /** Längre än beslutsstödet anger, därför att (37.1). */
    public final Optional<String> longerThanGuideline() {
        return text("37.1");
    }

    /** Resor till och från arbetet (34.1). */
    public final boolean transportInstead() {
        return isTrue("34.1");
    }

    /** Prognos (svar 39). */
    public final Optional<Prognosis> prognosis() {
        return answer("39").flatMap(SickNote::prognosis);
    }

    /** Åtgärder för återgång (44.1). */
    public final Optional<String> measures() {
        return text("44.1");
    }

    /** Övriga upplysningar (25.1). */
    public final Optional<String> otherInformation() {
        return text("25.1");
    }

    /** Kontakt önskas (26.1; with the employer 103.1). */
    public final boolean contactWanted() {
        return isTrue("26.1") || isTrue("103.1");
    }

    /** Varför kontakt önskas (26.2; with the employer 103.2). */
    public final Optional<String> contactReason() {
        return text("26.2").or(() -> text("103.2"));
    }

    private static Optional<Prognosis> prognosis(Answer answer) {
        Optional<Choice> kind = Reading.code(answer, "39.1", Choice.class);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind.get()) {
            case FULL_RETURN -> Optional.of(Prognosis.fullReturn());
            case AFTER_DAYS ->
                    Reading.code(answer, "39.3", PrognosisDays.class).map(Prognosis::afterDays);
            case AFTER_MONTHS -> Reading.number(answer, "39.4").map(Prognosis::afterMonths);
            case PROBABLY_NOT -> Optional.of(Prognosis.probablyNoReturn());
            case UNCLEAR -> Optional.of(new Prognosis.Unclear(Reading.text(answer, "39.2")));
            default -> Optional.empty();
        };
    }

    /**
     * Puts a sick note together.
     *
     * @param <F> the form
     * @param <B> its builder
     */
    public abstract static sealed class Builder<F extends SickNote, B extends Builder<F, B>>
            extends Assessment.Builder<F, B> permits SickNoteV1.Builder, SickNoteV2.Builder {

        Builder(FormType type, PersonId patient, HealthcareProfessional issuer) {
            super(type, patient, issuer);
        }

        /**
         * Avstängning enligt smittskyddslagen (27.1): the patient is kept from work to protect others. Basis,
         * occupation, impairment, activity limitation and prognosis are then not asked for.
         */
        public final B infectionControl() {
            return set("27", new Parts().flag("27.1", true));
        }

        /** Sysselsättning (svar 28), other than the present work. */
        public final B occupation(Occupation occupation) {
            dropWith("28", "29");
            return add("28", new Parts().code("28.1", occupation));
        }

        /** Sysselsättning: nuvarande arbete (svar 28), med yrke och arbetsuppgifter (29.1). */
        public final B currentWork(String professionAndTasks) {
            occupation(Occupation.CURRENT_WORK);
            return set("29", new Parts().text("29.1", professionAndTasks));
        }

        /** Funktionsnedsättning (35.1). */
        public final B impairment(String text) {
            return set("35", new Parts().text("35.1", text));
        }

        /** Aktivitetsbegränsning (17.1). */
        public final B activityLimitation(String text) {
            return set("17", new Parts().text("17.1", text));
        }

        /** Pågående, i version 2.0 även planerade, behandlingar (19.1). */
        public final B treatment(String text) {
            return set("19", new Parts().text("19.1", text));
        }

        /** Nedsatt arbetsförmåga (svar 32): once for each degree; both days are part of the period. */
        public final B unableToWork(Degree degree, LocalDate from, LocalDate to) {
            return add("32", new Parts().code("32.1", degree).period("32.2", from, to));
        }

        /** Längre än beslutsstödet anger, därför att (37.1). */
        public final B longerThanGuideline(String because) {
            return set("37", new Parts().text("37.1", because));
        }

        /** Resor till och från arbetet (34.1): the patient could work if the journey were made otherwise. */
        public final B transportInstead() {
            return set("34", new Parts().flag("34.1", true));
        }

        /** Prognos (svar 39). */
        public final B prognosis(Prognosis prognosis) {
            Parts parts = new Parts();
            if (prognosis instanceof Prognosis.FullReturn) {
                parts.code("39.1", Choice.FULL_RETURN);
            } else if (prognosis instanceof Prognosis.AfterMonths after) {
                parts.code("39.1", Choice.AFTER_MONTHS).number("39.4", after.months());
            } else if (prognosis instanceof Prognosis.AfterDays after) {
                parts.code("39.1", Choice.AFTER_DAYS).code("39.3", after.days());
            } else if (prognosis instanceof Prognosis.ProbablyNoReturn) {
                parts.code("39.1", Choice.PROBABLY_NOT);
            } else if (prognosis instanceof Prognosis.Unclear unclear) {
                parts.code("39.1", Choice.UNCLEAR).text("39.2", unclear.reason());
            }
            return set("39", parts);
        }

        /** Åtgärder för återgång (44.1). */
        public final B measures(String text) {
            return set("44", new Parts().text("44.1", text));
        }

        /** Övriga upplysningar (25.1). */
        public final B otherInformation(String text) {
            return set("25", new Parts().text("25.1", text));
        }

        /** Kontakt önskas (26.1; with the employer 103.1). */
        public final B contactWanted() {
            return set(contact(), new Parts().flag(contact() + ".1", true));
        }

        /** Kontakt önskas, därför att (26.1 and 26.2; with the employer 103.1 and 103.2). */
        public final B contactWanted(String because) {
            return set(
                    contact(),
                    new Parts().flag(contact() + ".1", true).text(contact() + ".2", because));
        }

        private String contact() {
            return type().questions().contains("103") ? "103" : "26";
        }
    }
}
