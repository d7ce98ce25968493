package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** The kind of place where someone died. */
public enum PlaceOfDeath implements FormCode {
    /** A hospital. */
    HOSPITAL("SJUKHUS", "Sjukhus"),
    /** The person's own home. */
    OWN_HOME("ORDINART_BOENDE", "Ordinärt boende"),
    /** Special housing. */
    SPECIAL_HOUSING("SARSKILT_BOENDE", "Särskilt boende"),
    /** Another place, or not known. */
    OTHER("ANNAN", "Annan eller okänd");

    private final CodedValue coded;

    PlaceOfDeath(String code, String text) {
        this.coded = CodedValue.of(code, "65f0069f-14b5-4634-b187-5193580a3349", text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
