package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** How much of the ability to work is gone ({@code KV_FKMU_0003}). */
public enum Degree implements FormCode {
    /** All of it. */
    FULL("HELT_NEDSATT", "100 %"),
    /** Three quarters. */
    THREE_QUARTERS("TRE_FJARDEDEL", "75 %"),
    /** Half of it. */
    HALF("HALFTEN", "50 %"),
    /** One quarter. */
    ONE_QUARTER("EN_FJARDEDEL", "25 %");

    private final CodedValue coded;

    Degree(String code, String text) {
        this.coded = CodedValue.of(code, "KV_FKMU_0003", text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
