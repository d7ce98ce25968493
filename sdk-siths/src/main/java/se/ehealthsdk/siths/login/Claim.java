package se.ehealthsdk.siths.login;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The name of a claim (attribute) about a user. Names that are not constants here are made with {@link #of}:
 * IdPs have claims of their own.
 *
 * <p>Which claims a client asks for decides which questions the IdP puts to the user: asking for {@link
 * #COMMISSION_HSA_ID} makes it ask for a commission, asking for {@link #ALL_COMMISSIONS} lets the
 * application do so itself.
 *
 * <p>Source: the Inera IdP's claims, as described by its documentation.
 *
 * @param name as in tokens, for example {@code employeeHsaId}
 */
public record Claim(String name) {

    /** The HSA-id of the employee; a person may have several. */
    public static final Claim EMPLOYEE_HSA_ID = new Claim("employeeHsaId");

    /** All HSA-ids of the person: no question to the user. */
    public static final Claim ALL_EMPLOYEE_HSA_IDS = new Claim("allEmployeeHsaIds");

    /** The HSA-id of the one commission that the user chose at the IdP. */
    public static final Claim COMMISSION_HSA_ID = new Claim("commissionHsaId");

    /** The name of the chosen commission. */
    public static final Claim COMMISSION_NAME = new Claim("commissionName");

    /** The purpose of the chosen commission. */
    public static final Claim COMMISSION_PURPOSE = new Claim("commissionPurpose");

    /** The rights of the chosen commission. */
    public static final Claim COMMISSION_RIGHT = new Claim("commissionRight");

    /** All commissions of the person, as JSON: no question to the user. */
    public static final Claim ALL_COMMISSIONS = new Claim("allCommissions");

    /** The care unit of the chosen commission. */
    public static final Claim HEALTH_CARE_UNIT_HSA_ID = new Claim("healthCareUnitHsaId");

    /** The care unit's name. */
    public static final Claim HEALTH_CARE_UNIT_NAME = new Claim("healthCareUnitName");

    /** The care provider of the chosen commission. */
    public static final Claim HEALTH_CARE_PROVIDER_HSA_ID = new Claim("healthCareProviderHsaId");

    /** The care provider's name. */
    public static final Claim HEALTH_CARE_PROVIDER_NAME = new Claim("healthCareProviderName");

    /** The care provider's organisation number; the spelling differs from the others'. */
    public static final Claim HEALTHCARE_PROVIDER_ID = new Claim("healthcareProviderId");

    /** First name. */
    public static final Claim GIVEN_NAME = new Claim("given_name");

    /** Surname. */
    public static final Claim FAMILY_NAME = new Claim("family_name");

    /** The whole name. */
    public static final Claim NAME = new Claim("name");

    /** Personal identity number. The name is that of the SAML attribute: check it with the IdP. */
    public static final Claim PERSONAL_IDENTITY_NUMBER = new Claim("personalIdentityNumber");

    /** Roles in systems, {@code system;role}. */
    public static final Claim SYSTEM_ROLE = new Claim("systemRole");

    /** Scopes in which the user has administrative authority. */
    public static final Claim AUTHORIZATION_SCOPE = new Claim("authorizationScope");

    /** Licensed professions, as codes. */
    public static final Claim HEALTHCARE_PROFESSIONAL_LICENSE =
            new Claim("healthcareProfessionalLicense");

    /** Positions, as codes (befattningskod). */
    public static final Claim PA_TITLE_CODE = new Claim("paTitleCode");

    /** The organisation's number. */
    public static final Claim ORGANIZATION_IDENTIFIER = new Claim("organizationIdentifier");

    /** The organisation's name. */
    public static final Claim ORGANIZATION_NAME = new Claim("organizationName");

    /** The HSA-id in the certificate that the user logged in with. */
    public static final Claim CREDENTIAL_EMPLOYEE_HSA_ID = new Claim("credentialEmployeeHsaId");

    /** The policies of that certificate: what the level of assurance rests on. */
    public static final Claim CREDENTIAL_CERTIFICATE_POLICIES =
            new Claim("credentialCertificatePolicies");

    /**
     * The method that the user is to log in with, see {@link LoginRequest.Builder#authenticationMethod}.
     */
    public static final Claim AUTHENTICATION_METHOD = new Claim("authenticationMethod");

    /**
     * Checks the name.
     *
     * @throws InvalidInputException when it is blank, holds white space or is longer than 200 characters
     */
    public Claim {
        if (name.isBlank()
                || name.length() > 200
                || name.chars().anyMatch(Character::isWhitespace)) {
            throw new InvalidInputException(
                    "claim", "is no name", "a name as in tokens, for example employeeHsaId");
        }
    }

    /** The claim with this name. */
    public static Claim of(String name) {
        return new Claim(name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
