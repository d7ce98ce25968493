package se.ehealthsdk.hsa.contactcard;

/**
 * What 1177 adds to a card from elsewhere. HSA does not hold it, and no card of this SDK shows it.
 *
 * <p>Source: Hitta vård at Inera, the sources that are merged on a contact card.
 */
public enum OtherSource {
    KKA("Kontaktkortsadmin (KKA)", "aktuellt, utbud"),
    E_SERVICES("1177:s e-tjänster", "e-tjänster som enheten erbjuder"),
    VACCINERA("Vaccinera", "tider för vaccination"),
    WAITING_TIMES("väntetider", "väntetider"),
    QUALITY_INDICATORS("kvalitetsindikatorer", "kvalitet"),
    LISTING("listning", "listningsuppgifter"),
    UTBUD_SLL("Utbud-SLL", "utbud i Stockholm");

    private final String source;
    private final String supplies;

    OtherSource(String source, String supplies) {
        this.source = source;
        this.supplies = supplies;
    }

    /** The system or register, in Swedish. */
    public String source() {
        return source;
    }

    /** What comes from it, in Swedish. */
    public String supplies() {
        return supplies;
    }
}
