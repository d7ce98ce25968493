package se.ehealthsdk.siths.login;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * What stands in the certificate that the user logged in with, word for word; HSA may say something else. A
 * card has two pairs of certificates, one by HSA-id and one by personal identity number, and the ways of
 * logging in prefer different ones: often only one of the two identities is here.
 *
 * @param givenName first name
 * @param surname surname
 * @param displayName the whole name
 * @param employeeHsaId the HSA-id, of a certificate by HSA-id
 * @param personalIdentityNumber the number, of a certificate by personal identity number
 * @param organisationName the organisation
 * @param certificate the certificate as the IdP gives it
 * @param policies its policies, as object identifiers
 */
public record CertificateClaims(
        Optional<String> givenName,
        Optional<String> surname,
        Optional<String> displayName,
        Optional<HsaId> employeeHsaId,
        Optional<PersonId> personalIdentityNumber,
        Optional<String> organisationName,
        Optional<String> certificate,
        List<String> policies) {

    /** Keeps a copy. */
    public CertificateClaims {
        policies = List.copyOf(policies);
    }

    static CertificateClaims of(UserClaims claims) {
        String number = "credentialPersonalIdentityNumber";
        return new CertificateClaims(
                claims.text("credentialGivenName"),
                claims.text("credentialSurname"),
                claims.text("credentialDisplayName"),
                claims.hsaId(Claim.CREDENTIAL_EMPLOYEE_HSA_ID.name()),
                claims.text(number).map(text -> claims.parsed(number, text, PersonId::tryParse)),
                claims.text("credentialOrganizationName"),
                claims.text("credentialCertificate"),
                claims.texts(Claim.CREDENTIAL_CERTIFICATE_POLICIES.name()));
    }

    /** The HSA-id and the policies. */
    @Override
    public String toString() {
        return "CertificateClaims[%s, policies=%s]"
                .formatted(employeeHsaId.map(HsaId::value).orElse("-"), policies);
    }
}
