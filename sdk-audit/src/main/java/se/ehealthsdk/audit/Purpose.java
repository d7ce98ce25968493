package se.ehealthsdk.audit;

/** Why (syfte): the purposes of HSA commissions. An open list: any other value with {@code new}. */
public record Purpose(String value) {

    /** {@code Vård och behandling}. */
    public static final Purpose CARE_AND_TREATMENT = new Purpose("Vård och behandling");

    /** {@code Kvalitetssäkring}. */
    public static final Purpose QUALITY_ASSURANCE = new Purpose("Kvalitetssäkring");

    /** {@code Annan dokumentation enligt lag}. */
    public static final Purpose OTHER_DOCUMENTATION = new Purpose("Annan dokumentation enligt lag");

    /** {@code Statistik}. */
    public static final Purpose STATISTICS = new Purpose("Statistik");

    /** {@code Administration}. */
    public static final Purpose ADMINISTRATION = new Purpose("Administration");

    /** {@code Kvalitetsregister}. */
    public static final Purpose QUALITY_REGISTER = new Purpose("Kvalitetsregister");

    @Override
    public String toString() {
        return value;
    }
}
