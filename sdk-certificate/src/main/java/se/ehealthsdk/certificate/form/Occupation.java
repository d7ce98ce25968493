package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** What the ability to work is judged against ({@code KV_FKMU_0002}). */
public enum Occupation implements FormCode {
    /** The present work; profession and tasks must be said. */
    CURRENT_WORK("NUVARANDE_ARBETE", "Nuvarande arbete"),
    /** To seek work. */
    JOB_SEEKER("ARBETSSOKANDE", "Arbetssökande"),
    /** To care for a child. */
    PARENTAL_LEAVE("FORALDRALEDIG", "Föräldraledighet"),
    /** To study. */
    STUDIES("STUDIER", "Studier");

    private final CodedValue coded;

    Occupation(String code, String text) {
        this.coded = CodedValue.of(code, "KV_FKMU_0002", text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
