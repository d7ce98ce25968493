package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** Codes that the callers never see, since a choice among types stands for them. */
enum Choice implements FormCode {
    FULL_RETURN("STOR_SANNOLIKHET", Choice.PROGNOSIS, "Åter efter intygets slut"),
    AFTER_DAYS("ATER_X_ANTAL_DGR", Choice.PROGNOSIS, "Åter efter ett antal dagar"),
    AFTER_MONTHS("ATER_X_ANTAL_MANADER", Choice.PROGNOSIS, "Åter efter ett antal månader"),
    PROBABLY_NOT("SANNOLIKT_INTE", Choice.PROGNOSIS, "Troligen inte åter"),
    UNCLEAR("PROGNOS_OKLAR", Choice.PROGNOSIS, "Prognosen är oklar"),

    PALLIATIVE_ONLY("ENDAST_PALLIATIV", Choice.CARE, "Endast palliativ vård"),
    ACUTE("AKUT_LIVSHOTANDE", Choice.CARE, "Akut livshotande tillstånd"),
    OTHER_CARE("ANNAT", Choice.CARE, "Annat"),

    EXAMINED_BEFORE_DEATH("UNDERSOKNING_GJORT", Choice.EXAMINATION, "Undersökt kort före döden"),
    FORENSIC_TO_BE_DONE(
            "UNDERSOKNING_SKA_GORAS", Choice.EXAMINATION, "Rättsmedicinsk undersökning ska göras"),

    NO_INFORMATION("NI", Choice.NULL_FLAVOR, "Uppgift saknas");

    static final String PROGNOSIS = "KV_FKMU_0006";
    static final String CARE = "KV_FKMU_0009";
    static final String EXAMINATION = "da46dd8c-b3f1-4e39-8d62-777d069213ea";
    static final String NULL_FLAVOR = "2.16.840.1.113883.5.1008";

    private final CodedValue coded;

    Choice(String code, String list, String text) {
        this.coded = CodedValue.of(code, list, text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
