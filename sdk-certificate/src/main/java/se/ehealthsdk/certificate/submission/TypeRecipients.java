package se.ehealthsdk.certificate.submission;

import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.document.CertificateType;

/**
 * To whom certificates of a type go. Death certificates and causes of death go at once when they are signed, without
 * the patient's wish; what employers get, the patient hands over.
 */
final class TypeRecipients {

    private static final Map<String, Optional<Part>> BY_TYPE =
            Map.ofEntries(
                    Map.entry("LISJP", Optional.of(Part.FKASSA)),
                    Map.entry("LUSE", Optional.of(Part.FKASSA)),
                    Map.entry("LUAE_NA", Optional.of(Part.FKASSA)),
                    Map.entry("LUAE_FS", Optional.of(Part.FKASSA)),
                    Map.entry("LU_OMV_MEK", Optional.of(Part.FKASSA)),
                    Map.entry("LUNSP", Optional.of(Part.FKASSA)),
                    Map.entry("IGRAV", Optional.of(Part.FKASSA)),
                    Map.entry("LU_TFP_ASB18", Optional.of(Part.FKASSA)),
                    Map.entry("LU_TFP_B12_16", Optional.of(Part.FKASSA)),
                    Map.entry("ITFP", Optional.of(Part.FKASSA)),
                    Map.entry("LUMEK", Optional.of(Part.FKASSA)),
                    Map.entry("LUAS", Optional.of(Part.FKASSA)),
                    Map.entry("AG7804", Optional.empty()),
                    Map.entry("AG1-14", Optional.empty()),
                    Map.entry("TS8071", Optional.of(Part.TRANSP)),
                    Map.entry("TSTRK1007", Optional.of(Part.TRANSP)),
                    Map.entry("TSTRK1031", Optional.of(Part.TRANSP)),
                    Map.entry("TSTRK1009", Optional.of(Part.TRANSP)),
                    Map.entry("TSTRK1062", Optional.of(Part.TRANSP)),
                    Map.entry("DB", Optional.of(Part.SKV)),
                    Map.entry("DOI", Optional.of(Part.SOS)),
                    Map.entry("AF00213", Optional.of(Part.AF)),
                    Map.entry("AF00251", Optional.of(Part.AF)));

    private TypeRecipients() {}

    /** Whether the recipient of the type is known, or that it has none. */
    static boolean knows(CertificateType type) {
        return BY_TYPE.containsKey(type.code());
    }

    /** The recipient of a type; empty if it has none or the type is not known. */
    static Optional<Part> of(CertificateType type) {
        return BY_TYPE.getOrDefault(type.code(), Optional.empty());
    }
}
