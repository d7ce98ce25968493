package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** After how many days the patient is expected back ({@code KV_FKMU_0007}), first generation only. */
public enum PrognosisDays implements FormCode {
    /** Thirty days. */
    DAYS_30("TRETTIO_DGR", "30 dagar"),
    /** Sixty days. */
    DAYS_60("SEXTIO_DGR", "60 dagar"),
    /** Ninety days. */
    DAYS_90("NITTIO_DGR", "90 dagar"),
    /** Half a year. */
    DAYS_180("HUNDRAATTIO_DAGAR", "180 dagar"),
    /** A year. */
    DAYS_365("TREHUNDRASEXTIOFEM_DAGAR", "365 dagar");

    private final CodedValue coded;

    PrognosisDays(String code, String text) {
        this.coded = CodedValue.of(code, "KV_FKMU_0007", text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
