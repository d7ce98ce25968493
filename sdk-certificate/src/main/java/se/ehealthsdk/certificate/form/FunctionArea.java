package se.ehealthsdk.certificate.form;

/** What function is impaired (svar 8 to 14 of FK7800). */
public enum FunctionArea {
    /** Intellektuell funktion (svar 8). */
    INTELLECTUAL("8"),
    /** Kommunikation, social interaktion (svar 9). */
    COMMUNICATION("9"),
    /** Uppmärksamhet, koncentration, exekutiv funktion (svar 10). */
    ATTENTION("10"),
    /** Annan psykisk funktion (svar 11). */
    OTHER_MENTAL("11"),
    /** Sinnesfunktioner, smärta (svar 12). */
    SENSES_AND_PAIN("12"),
    /** Balans, koordination, motorik (svar 13). */
    MOVEMENT("13"),
    /** Annan kroppslig funktion (svar 14). */
    OTHER_BODILY("14");

    private final String question;

    FunctionArea(String question) {
        this.question = question;
    }

    /** The id of its question. */
    public String question() {
        return question;
    }
}
