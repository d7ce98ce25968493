package se.ehealthsdk.discharge.event;

/**
 * The four parties of a discharge. The Act knows three families of receivers (social services, municipal health care,
 * region-financed open care); the municipality's two stand apart because secrecy and duties differ between them.
 *
 * <p>Source: lag (2017:612) 1 kap. 3 §.
 */
public enum CareParty {
    /** Slutenvård: where the patient is admitted. */
    INPATIENT,
    /** Regionfinansierad öppen vård: primary care, open psychiatry. */
    OPEN_CARE,
    /** Kommunens socialtjänst; in the Act's sense also LSS, LVU and LVM. */
    MUNICIPAL_SOCIAL_SERVICES,
    /** Kommunal hälso- och sjukvård. */
    MUNICIPAL_HEALTH_CARE;

    /** Whether it belongs to the municipality. */
    public boolean isMunicipal() {
        return this == MUNICIPAL_SOCIAL_SERVICES || this == MUNICIPAL_HEALTH_CARE;
    }
}
