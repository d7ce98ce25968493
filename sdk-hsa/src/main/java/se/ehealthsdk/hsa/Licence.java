package se.ehealthsdk.hsa;

/**
 * A licence to practise (legitimation), as Socialstyrelsen's register HOSP holds it.
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code HealthCareProfessionalLicenceType}.
 *
 * @param code the profession's code, for example {@code LK} for physicians; empty if the answer lacked it
 * @param name the profession's name in Swedish, for example {@code Läkare}; empty if the answer lacked it
 */
public record Licence(String code, String name) {}
