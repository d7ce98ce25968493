package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * FK 7800, medical statement for sickness compensation (läkarutlåtande för sjukersättning) to Försäkringskassan. Doctors
 * sign it.
 *
 * <p>Source: type LUSE 1.x.
 */
public final class Fk7800 extends Assessment {

    private static final FormType FORM =
            new FormType(
                    CertificateType.LUSE,
                    "1.0",
                    FormType.FORSAKRINGSKASSAN,
                    FormType.ICD_GENERATION_1,
                    List.of(
                            "1", "2", "3", "4", "5", "6", "7", "45", "8", "9", "10", "11", "12",
                            "13", "14", "17", "18", "19", "20", "21", "22", "23", "25", "26"),
                    Set.of("1", "4"),
                    Set.of(
                            "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14",
                            "17", "18", "19", "20", "21", "22", "23"));

    private Fk7800(Intyg intyg) {
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
    public static Optional<Fk7800> of(Intyg intyg) {
        return FORM.fits(intyg) ? Optional.of(new Fk7800(intyg)) : Optional.empty();
    }

    /** Känt patienten sedan (2.1). */
    public Optional<LocalDate> knownPatientSince() {
        return date("2.1");
    }

    /** Andra medicinska utredningar eller underlag (svar 4). */
    public List<Investigation> investigations() {
        return each("4", Fk7800::investigation);
    }

    /** Skäl att göra en ny bedömning av diagnosen (45.1). */
    public Optional<Boolean> newAssessmentNeeded() {
        return flag("45.1");
    }

    /** Varför en ny bedömning behövs (45.2). */
    public Optional<String> newAssessmentReason() {
        return text("45.2");
    }

    /** Funktionsnedsättning (svar 8 to 14) inom ett funktionsområde. */
    public Optional<String> impairment(FunctionArea area) {
        return text(area.question() + ".1");
    }

    /** Sjukdomsförlopp (5.1). */
    public Optional<String> courseOfIllness() {
        return text("5.1");
    }

    /** När och var diagnosen ställdes (7.1). */
    public Optional<String> diagnosisBasis() {
        return text("7.1");
    }

    /** Aktivitetsbegränsning (17.1). */
    public Optional<String> activityLimitation() {
        return text("17.1");
    }

    /** Avslutade behandlingar (18.1). */
    public Optional<String> finishedTreatment() {
        return text("18.1");
    }

    /** Pågående behandlingar (19.1). */
    public Optional<String> ongoingTreatment() {
        return text("19.1");
    }

    /** Planerade behandlingar (20.1). */
    public Optional<String> plannedTreatment() {
        return text("20.1");
    }

    /** Substansintag, även förskrivna läkemedel (21.1). */
    public Optional<String> substances() {
        return text("21.1");
    }

    /** Medicinska förutsättningar för arbete över tid (22.1). */
    public Optional<String> conditionsForWork() {
        return text("22.1");
    }

    /** Vad patienten kan trots sina begränsningar (23.1). */
    public Optional<String> abilities() {
        return text("23.1");
    }

    /** Övriga upplysningar (25.1). */
    public Optional<String> otherInformation() {
        return text("25.1");
    }

    /** Kontakt önskas (26.1). */
    public boolean contactWanted() {
        return isTrue("26.1");
    }

    /** Varför kontakt önskas (26.2). */
    public Optional<String> contactReason() {
        return text("26.2");
    }

    private static Optional<Investigation> investigation(Answer answer) {
        Optional<Investigation.Kind> kind = Reading.code(answer, "4.1", Investigation.Kind.class);
        Optional<LocalDate> date = Reading.date(answer, "4.2");
        return kind.isPresent() && date.isPresent()
                ? Optional.of(
                        new Investigation(
                                kind.get(), date.get(), Reading.text(answer, "4.3").orElse("")))
                : Optional.empty();
    }

    /** Puts one together. Not for use by more than one thread. */
    public static final class Builder extends Assessment.Builder<Fk7800, Builder> {

        private Builder(PersonId patient, HealthcareProfessional issuer) {
            super(FORM, patient, issuer);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        Fk7800 view(Intyg intyg) {
            return new Fk7800(intyg);
        }

        /**
         * The version of the type's texts, as the receiving service supports it; default that of the
         * certificate that is followed, else {@code 1.0}.
         *
         * @throws se.ehealthsdk.core.error.InvalidInputException if it is not {@code 1} or {@code 1.x}
         */
        public Builder textVersion(String version) {
            return version(version);
        }

        /** Känt patienten sedan (2.1): no later than the examination. */
        public Builder knownPatientSince(LocalDate day) {
            return set("2", new Parts().date("2.1", day));
        }

        /** Andra medicinska utredningar eller underlag finns (3.1), och vilka (svar 4): once for each. */
        public Builder investigation(Investigation investigation) {
            set("3", new Parts().flag("3.1", true));
            return add(
                    "4",
                    new Parts()
                            .code("4.1", investigation.kind())
                            .date("4.2", investigation.date())
                            .text("4.3", investigation.careProvider()));
        }

        /** Andra medicinska utredningar eller underlag finns inte (3.1). */
        public Builder noOtherInvestigations() {
            dropWith("3", "4");
            return set("3", new Parts().flag("3.1", false));
        }

        /** Skäl att göra en ny bedömning av diagnosen (45.1 and 45.2). */
        public Builder newAssessmentNeeded(String because) {
            return set("45", new Parts().flag("45.1", true).text("45.2", because));
        }

        /** Inga skäl att göra en ny bedömning av diagnosen (45.1). */
        public Builder noNewAssessment() {
            return set("45", new Parts().flag("45.1", false));
        }

        /** Funktionsnedsättning (svar 8 to 14) inom ett funktionsområde; at least one. */
        public Builder impairment(FunctionArea area, String text) {
            return set(area.question(), new Parts().text(area.question() + ".1", text));
        }

        /** Sjukdomsförlopp (5.1). */
        public Builder courseOfIllness(String text) {
            return set("5", new Parts().text("5.1", text));
        }

        /** När och var diagnosen ställdes (7.1). */
        public Builder diagnosisBasis(String text) {
            return set("7", new Parts().text("7.1", text));
        }

        /** Aktivitetsbegränsning (17.1). */
        public Builder activityLimitation(String text) {
            return set("17", new Parts().text("17.1", text));
        }

        /** Avslutade behandlingar (18.1). */
        public Builder finishedTreatment(String text) {
            return set("18", new Parts().text("18.1", text));
        }

        /** Pågående behandlingar (19.1). */
        public Builder ongoingTreatment(String text) {
            return set("19", new Parts().text("19.1", text));
        }

        /** Planerade behandlingar (20.1). */
        public Builder plannedTreatment(String text) {
            return set("20", new Parts().text("20.1", text));
        }

        /** Substansintag, även förskrivna läkemedel (21.1). */
        public Builder substances(String text) {
            return set("21", new Parts().text("21.1", text));
        }

        /** Medicinska förutsättningar för arbete över tid (22.1). */
        public Builder conditionsForWork(String text) {
            return set("22", new Parts().text("22.1", text));
        }

        /** Vad patienten kan trots sina begränsningar (23.1). */
        public Builder abilities(String text) {
            return set("23", new Parts().text("23.1", text));
        }

        /** Övriga upplysningar (25.1). */
        public Builder otherInformation(String text) {
            return set("25", new Parts().text("25.1", text));
        }

        /** Kontakt önskas (26.1). */
        public Builder contactWanted() {
            return set("26", new Parts().flag("26.1", true));
        }

        /** Kontakt önskas, därför att (26.1 and 26.2). */
        public Builder contactWanted(String because) {
            return set("26", new Parts().flag("26.1", true).text("26.2", because));
        }

        /** Tilläggsfråga (svar 9000 to 9999): a question of Försäkringskassan's own, asked with the certificate. */
        public Builder additionalAnswer(int question, String text) {
            return additional(question, text);
        }
    }
}
