package se.ehealthsdk.hsa;

/**
 * A speciality (specialistkompetens) together with the licence it belongs to: the only place where HSA
 * pairs a speciality's code with its name.
 *
 * <p>Source: {@code HealthCareProfessionalLicenceSpecialityType} of infrastructure:directory:employee
 * 4.0, {@code HCPSpecialityCodesType} of authorizationmanagement 2.4.5.
 *
 * @param licence the code of the licence ({@code LK}), in an {@link Employee}, {@link Credentials} and {@link
 *     HospCredentials} alike. Never null; empty if the answer lacked it
 * @param code the speciality's code from Socialstyrelsen; empty if the answer lacked it
 * @param name the speciality's name in Swedish; empty if the answer lacked it
 */
public record Speciality(String licence, String code, String name) {}
