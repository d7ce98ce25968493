package se.ehealthsdk.hsa.supportandtreatment;

/**
 * What someone does in Stöd och behandling.
 *
 * <p>Source: rules SOB-02, SOB-03 and SOB-13.
 */
public enum StaffRole {

    /** Behörighetsadministratör: gives others access at the unit. */
    ACCESS_ADMINISTRATOR("behörighetsadministratör", true),

    /** Behandlare: treats residents. */
    PRACTITIONER("behandlare", true),

    /** Invånaradministratör: starts programmes for residents. */
    RESIDENT_ADMINISTRATOR("invånaradministratör", true),

    /** Designer: makes programmes in Designverktyget; may work for another organisation. */
    DESIGNER("designer", false),

    /** Publicerare: publishes programmes; may work for another organisation. */
    PUBLISHER("publicerare", false),

    /** Loggranskare: follows up the access log. */
    LOG_REVIEWER("loggranskare", true);

    private final String swedish;
    private final boolean needsCommission;

    StaffRole(String swedish, boolean needsCommission) {
        this.swedish = swedish;
        this.needsCommission = needsCommission;
    }

    /** The role in Swedish. */
    public String swedish() {
        return swedish;
    }

    /** Whether the person needs a commission (medarbetaruppdrag) on the unit, and not a post in HSA alone. */
    public boolean needsCommission() {
        return needsCommission;
    }
}
