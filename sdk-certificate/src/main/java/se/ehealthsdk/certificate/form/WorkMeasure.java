package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** Measures that would ease the return to work ({@code KV_FKMU_0004}), first generation only. */
public enum WorkMeasure implements FormCode {
    /** None; stands alone. */
    NOT_RELEVANT("EJ_AKTUELLT", "Inte aktuellt"),
    /** Work training. */
    WORK_TRAINING("ARBETSTRANING", "Arbetsträning"),
    /** Adaptation of the work. */
    WORK_ADAPTATION("ARBETSANPASSNING", "Arbetsanpassning"),
    /** To seek new work; not AG7804. */
    SEEK_NEW_WORK("SOKA_NYTT_ARBETE", "Söka nytt arbete"),
    /** A visit to the workplace. */
    WORKPLACE_VISIT("BESOK_ARBETSPLATS", "Besök på arbetsplatsen"),
    /** An ergonomic assessment. */
    ERGONOMICS("ERGONOMISK", "Ergonomisk bedömning"),
    /** Aids. */
    AIDS("HJALPMEDEL", "Hjälpmedel"),
    /** Handling of a conflict; not AG7804. */
    CONFLICT_HANDLING("KONFLIKTHANTERING", "Konflikthantering"),
    /** Contact with the occupational health service. */
    OCCUPATIONAL_HEALTH("KONTAKT_FHV", "Kontakt med företagshälsovård"),
    /** Other tasks. */
    REDISTRIBUTION("OMFORDELNING", "Omfördelning av arbetsuppgifter"),
    /** Others. */
    OTHER("OVRIGA_ATGARDER", "Övrigt");

    private final CodedValue coded;

    WorkMeasure(String code, String text) {
        this.coded = CodedValue.of(code, "KV_FKMU_0004", text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
