package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** How a condition that led to death came on. */
public enum Onset implements FormCode {
    /** Suddenly, or shortly before death. */
    SUDDEN("424124008", Onset.SNOMED_CT, "Akut"),
    /** It was chronic. */
    CHRONIC("90734009", Onset.SNOMED_CT, "Kronisk"),
    /** It is not known. */
    NO_INFORMATION("NI", Choice.NULL_FLAVOR, "Uppgift saknas");

    private static final String SNOMED_CT = "1.2.752.116.2.1.1.1";

    private final CodedValue coded;

    Onset(String code, String list, String text) {
        this.coded = CodedValue.of(code, list, text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
