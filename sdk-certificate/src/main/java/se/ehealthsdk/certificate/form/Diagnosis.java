package se.ehealthsdk.certificate.form;

import java.util.Objects;

/**
 * A diagnosis.
 *
 * @param code its code, without dot, for example {@code F430}
 * @param text what it is called
 * @param classification what the code is from
 */
public record Diagnosis(String code, String text, Classification classification) {

    /** What diagnosis codes are from. Each form writes its own id for ICD-10-SE. */
    public enum Classification {
        /** ICD-10-SE. */
        ICD_10_SE,
        /** KSH97-P, the primary care's version of 1997: first generation only. */
        KSH97_P
    }

    /** The code system of KSH97-P. */
    static final String KSH97_P = "1.2.752.116.1.3.1.4.1";

    /** Nothing may be null. */
    public Diagnosis {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(classification, "classification");
    }

    /** A diagnosis of ICD-10-SE. */
    public static Diagnosis icd10(String code, String text) {
        return new Diagnosis(code, text, Classification.ICD_10_SE);
    }

    /** A diagnosis of KSH97-P. */
    public static Diagnosis ksh97p(String code, String text) {
        return new Diagnosis(code, text, Classification.KSH97_P);
    }

    /** Nothing of the diagnosis. */
    @Override
    public String toString() {
        return "Diagnosis[***]";
    }
}
