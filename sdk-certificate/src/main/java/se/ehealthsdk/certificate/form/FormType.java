package se.ehealthsdk.certificate.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * What sets one form apart from the others.
 *
 * @param type its type
 * @param version the version of the type that is written
 * @param recipient whom it is for; empty where there is no electronic recipient
 * @param icd10 what it writes as the id of ICD-10-SE
 * @param questions in the order in which they are written
 * @param numbered those whose answers have an {@code instans}
 * @param renewed those whose answers are not bound to the time of the certificate, so that a renewal keeps them
 */
record FormType(
        CertificateType type,
        String version,
        Optional<CodedValue> recipient,
        String icd10,
        List<String> questions,
        Set<String> numbered,
        Set<String> renewed) {

    static final String ICD_GENERATION_1 = "1.2.752.116.1.1.1.1.3";
    static final String ICD_LUNSP = "1.2.752.116.1.1.1.1.8";
    static final String ICD_GENERATION_2 = "1.2.752.116.1.1.1";

    private static final String PARTS = "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80";

    static final Optional<CodedValue> NOBODY = Optional.empty();
    static final Optional<CodedValue> FORSAKRINGSKASSAN = part("FKASSA", "Försäkringskassan");
    static final Optional<CodedValue> SKATTEVERKET = part("SKV", "Skatteverket");
    static final Optional<CodedValue> SOCIALSTYRELSEN = part("SOS", "Socialstyrelsen");

    private static Optional<CodedValue> part(String code, String name) {
        return Optional.of(CodedValue.of(code, PARTS, name));
    }

    /** Whether a certificate is of this type and major version. */
    boolean fits(Intyg intyg) {
        return intyg.type().equals(type)
                && intyg.majorVersion().isPresent()
                && intyg.majorVersion().getAsInt() == version.charAt(0) - '0';
    }
}
