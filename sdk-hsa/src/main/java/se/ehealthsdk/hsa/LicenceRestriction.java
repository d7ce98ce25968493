package se.ehealthsdk.hsa;

/**
 * A restriction of a licence (inskränkning), as Socialstyrelsen's register HOSP holds it.
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code RestrictionType}.
 *
 * @param licenceCode the licence that is restricted, for example {@code LK}; empty if the answer lacked it
 * @param code the restriction's code; empty if the answer lacked it
 * @param name the restriction in Swedish; empty if the answer lacked it
 */
public record LicenceRestriction(String licenceCode, String code, String name) {}
