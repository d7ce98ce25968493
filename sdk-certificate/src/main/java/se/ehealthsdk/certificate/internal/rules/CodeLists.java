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

    /** ICD-10-SE in FK 3226. */
    static final String ICD_10_SE_LUNSP = "1.2.752.116.1.1.1.1.8";

    /** Other investigations. */
    static final String INVESTIGATION = "KV_FKMU_0005";

    /** Care situation. */
    static final String CARE_SITUATION = "KV_FKMU_0009";

    /** Place of death. */
    static final String PLACE_OF_DEATH = "65f0069f-14b5-4634-b187-5193580a3349";

    /** External examination. */
    static final String EXTERNAL_EXAMINATION = "da46dd8c-b3f1-4e39-8d62-777d069213ea";

    /** Cause of an injury. */
    static final String INJURY = "e5d1d1fb-d918-47b4-9e69-483d3be523ee";

    /** Grounds for the statement of the cause of death. */
    static final String GROUNDS = "f9051865-b97c-4ee3-98ab-db2b7a11176e";

    /** SNOMED CT. */
    static final String SNOMED_CT = "1.2.752.116.2.1.1.1";

    /** HL7 NullFlavor. */
    static final String NULL_FLAVOR = "2.16.840.1.113883.5.1008";

    /** ICD-10-SE in the second generation. */
    static final String ICD_10_SE_2 = "1.2.752.116.1.1.1";

    /** What the certificate is based on, as AF 00251 names it. */
    static final String BASIS_AF = "FKMU_0001";

    /** Extent of a labour market programme. */
    static final String PROGRAMME_EXTENT = "1.2.752.129.5.1.2";

    /** Return to a labour market programme. */
    static final String PROGRAMME_RETURN = "1.2.752.129.5.1.3";

    /** Driving licence categories that a certificate is about. */
    static final String CATEGORIES_ASKED = "24c41b8d-258a-46bf-a08a-b90738b28770";

    /** Driving licence categories that are judged. */
    static final String CATEGORIES_JUDGED = "e889fa20-1dee-4f79-8b37-03853e75a9f8";

    /** Of {@link #CATEGORIES_JUDGED}: no opinion. */
    static final String NO_OPINION = "VAR11";

    static final String[] JUDGEMENTS = {
        "VAR1",
        "VAR2",
        "VAR3",
        "VAR4",
        "VAR5",
        "VAR6",
        "VAR7",
        "VAR8",
        "VAR9",
        NO_OPINION,
        "VAR12",
        "VAR13",
        "VAR14",
        "VAR15",
        "VAR16",
        "VAR17",
        "VAR18"
    };

    /** How a driver's identity was confirmed. */
    static final String IDENTITY_CHECK = "e7cc8f30-a353-4c42-b17a-a189b6876647";

    /** Unfit to drive, or likely so. */
    static final String UNFITNESS = "1.2.752.129.5.1.4";

    private CodeLists() {}
}
