package se.ehealthsdk.discharge.sip;

/** Which of the three families of care pays for an intervention, as Region Stockholm tells them apart. */
public enum Funder {
    /** Socialtjänst. */
    SOCIAL_SERVICES(Huvudman.MUNICIPALITY),
    /** Kommunal hälso- och sjukvård. */
    MUNICIPAL_HEALTH_CARE(Huvudman.MUNICIPALITY),
    /** Regionfinansierad öppen vård. */
    REGION_OPEN_CARE(Huvudman.REGION);

    private final Huvudman huvudman;

    Funder(Huvudman huvudman) {
        this.huvudman = huvudman;
    }

    /** The huvudman that it belongs to. */
    public Huvudman huvudman() {
        return huvudman;
    }
}
