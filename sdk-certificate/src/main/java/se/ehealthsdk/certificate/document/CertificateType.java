package se.ehealthsdk.certificate.document;

import java.util.Objects;

/**
 * The kind of a certificate ({@code typ}); an open list. The code is the same for all versions of a type: LISJP 1.x
 * and LISJP 2.0 are different forms that share it.
 *
 * @param code its code, for example {@code LISJP}; code system {@value #CODE_SYSTEM}
 */
public record CertificateType(String code) {

    /** Nothing is null. */
    public CertificateType {
        Objects.requireNonNull(code, "code");
    }

    /** Code system of certificate types (kv intygstyp). */
    public static final String CODE_SYSTEM = "b64ea353-e8f6-4832-b563-fc7d46f29548";

    /** FK 7804, medical certificate for sickness benefit (läkarintyg för sjukpenning), 1.x and 2.0. */
    public static final CertificateType LISJP = new CertificateType("LISJP");

    /** FK 7800, medical statement for sickness compensation (läkarutlåtande för sjukersättning). */
    public static final CertificateType LUSE = new CertificateType("LUSE");

    /** FK 7801, medical statement for activity compensation (aktivitetsersättning, nedsatt arbetsförmåga). */
    public static final CertificateType LUAE_NA = new CertificateType("LUAE_NA");

    /** FK 7802, medical statement for activity compensation (aktivitetsersättning, förlängd skolgång). */
    public static final CertificateType LUAE_FS = new CertificateType("LUAE_FS");

    /** FK 3226, medical certificate for compensation to relatives (närståendepenning). */
    public static final CertificateType LUNSP = new CertificateType("LUNSP");

    /** FK 7210, certificate of pregnancy (intyg om graviditet). */
    public static final CertificateType IGRAV = new CertificateType("IGRAV");

    /** AG 7804, medical certificate of working capacity to the employer, 1.x and 2.0. */
    public static final CertificateType AG7804 = new CertificateType("AG7804");

    /** AG1-14, medical certificate of working capacity in the sick pay period (sjuklöneperiod), to the employer. */
    public static final CertificateType AG1_14 = new CertificateType("AG1-14");

    /** Death certificate (dödsbevis). */
    public static final CertificateType DB = new CertificateType("DB");

    /** Certificate of the cause of death (dödsorsaksintyg). */
    public static final CertificateType DOI = new CertificateType("DOI");

    /** AF 00213, medical statement to Arbetsförmedlingen (medicinskt utlåtande). */
    public static final CertificateType AF00213 = new CertificateType("AF00213");

    /** AF 00251, medical certificate for those in a labour market programme, to Arbetsförmedlingen. */
    public static final CertificateType AF00251 = new CertificateType("AF00251");

    /** TSTRK 1062, certificate of ADHD, autism and the like, to Transportstyrelsen. */
    public static final CertificateType TSTRK1062 = new CertificateType("TSTRK1062");

    /** TSTRK 1009, a doctor's report that someone is unfit to drive (läkares anmälan), to Transportstyrelsen. */
    public static final CertificateType TSTRK1009 = new CertificateType("TSTRK1009");

    /** TSTRK1031, medical certificate on diabetes for a driving licence (läkarintyg diabetes), 3.x and 4.x. */
    public static final CertificateType TSTRK1031 = new CertificateType("TSTRK1031");

    /** TSTRK1007, medical certificate for a driving licence of group II or III (läkarintyg), 6.x and 7.x. */
    public static final CertificateType TSTRK1007 = new CertificateType("TSTRK1007");
}
