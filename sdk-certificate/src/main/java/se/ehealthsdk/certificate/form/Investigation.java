package se.ehealthsdk.certificate.form;

import java.time.LocalDate;
import se.ehealthsdk.certificate.document.CodedValue;

/**
 * Another investigation that bears on an assessment (svar 4 of FK7800).
 *
 * @param kind what it is
 * @param date its date
 * @param careProvider where Försäkringskassan can get it, in clear text
 */
public record Investigation(Kind kind, LocalDate date, String careProvider) {

    /** Kinds of investigations ({@code KV_FKMU_0005}). */
    public enum Kind implements FormCode {
        /** A neuropsychiatric statement. */
        NEUROPSYCHIATRY("NEUROPSYKIATRISKT", "Neuropsykiatriskt utlåtande"),
        /** From the habilitation service. */
        HABILITATION("HABILITERING", "Underlag från habiliteringen"),
        /** From an occupational therapist. */
        OCCUPATIONAL_THERAPIST("ARBETSTERAPEUT", "Underlag från arbetsterapeut"),
        /** From a physiotherapist. */
        PHYSIOTHERAPIST("FYSIOTERAPEUT", "Underlag från fysioterapeut"),
        /** From a speech therapist. */
        SPEECH_THERAPIST("LOGOPED", "Underlag från logoped"),
        /** From a psychologist. */
        PSYCHOLOGIST("PSYKOLOG", "Underlag från psykolog"),
        /** From the occupational health service. */
        OCCUPATIONAL_HEALTH("FORETAGSHALSOVARD", "Underlag från företagshälsovård"),
        /** From another specialist clinic. */
        SPECIALIST_CLINIC("SPECIALISTKLINIK", "Utredning av annan specialistklinik"),
        /** From care abroad. */
        CARE_ABROAD("VARD_UTOMLANDS", "Utredning från vård utomlands"),
        /** Something else. */
        OTHER("OVRIGT_UTLATANDE", "Övrigt");

        private final CodedValue coded;

        Kind(String code, String text) {
            this.coded = CodedValue.of(code, "KV_FKMU_0005", text);
        }

        @Override
        public CodedValue coded() {
            return coded;
        }
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "Investigation[***]";
    }
}
