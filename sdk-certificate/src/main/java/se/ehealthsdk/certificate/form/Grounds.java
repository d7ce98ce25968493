package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** What the cause of death is established by. */
public enum Grounds implements FormCode {
    /** An examination before death. */
    EXAMINATION_BEFORE_DEATH("UNDERSOKNING_FORE_DODEN", "Undersökning före döden"),
    /** An external examination after death. */
    EXAMINATION_AFTER_DEATH("UNDERSOKNING_EFTER_DODEN", "Yttre undersökning efter döden"),
    /** A clinical autopsy. */
    CLINICAL_AUTOPSY("KLINISK_OBDUKTION", "Klinisk obduktion"),
    /** A forensic autopsy. */
    FORENSIC_AUTOPSY("RATTSMEDICINSK_OBDUKTION", "Rättsmedicinsk obduktion"),
    /** A forensic inspection. */
    FORENSIC_INSPECTION("RATTSMEDICINSK_BESIKTNING", "Rättsmedicinsk likbesiktning");

    private final CodedValue coded;

    Grounds(String code, String text) {
        this.coded = CodedValue.of(code, "f9051865-b97c-4ee3-98ab-db2b7a11176e", text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
