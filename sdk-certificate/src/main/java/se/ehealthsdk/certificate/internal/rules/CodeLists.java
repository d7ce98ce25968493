package se.ehealthsdk.certificate.internal.rules;

/** Code systems and codes that several types share. */
final class CodeLists {

    /** What the certificate is based on. */
    static final String BASIS = "KV_FKMU_0001";

    /** Occupation that is judged. */
    static final String OCCUPATION = "KV_FKMU_0002";

    static final String[] OCCUPATIONS = {
        "NUVARANDE_ARBETE", "ARBETSSOKANDE", "FORALDRALEDIG", "STUDIER"
    };

    /** Degree of reduced working capacity. */
    static final String DEGREE = "KV_FKMU_0003";

    static final String[] DEGREES = {"HELT_NEDSATT", "TRE_FJARDEDEL", "HALFTEN", "EN_FJARDEDEL"};

    static final String[] PART_TIME_DEGREES = {"TRE_FJARDEDEL", "HALFTEN", "EN_FJARDEDEL"};

    /** Work-oriented measures. */
    static final String MEASURE = "KV_FKMU_0004";

    /** Prognosis. */
    static final String PROGNOSIS = "KV_FKMU_0006";

    /** Days until return to work. */
    static final String DAYS = "KV_FKMU_0007";

    /** ICD-10-SE in the first generation. */
    static final String ICD_10_SE_1 = "1.2.752.116.1.1.1.1.3";

    /** KSH97-P, in the first generation. */
    static final String KSH97_P = "1.2.752.116.1.3.1.4.1";

    /** ICD-10-SE in the second generation. */
    static final String ICD_10_SE_2 = "1.2.752.116.1.1.1";

    private CodeLists() {}
}
