package se.ehealthsdk.siths.login;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;

/**
 * The organisation that the user belongs to.
 *
 * @param number its organisation number
 * @param hsaId its HSA-id
 * @param name its name
 */
public record UserOrganisation(
        Optional<OrganisationNumber> number, Optional<HsaId> hsaId, Optional<String> name) {

    static Optional<UserOrganisation> of(UserClaims claims) {
        UserOrganisation organisation =
                new UserOrganisation(
                        claims.text(
                                        Claim.ORGANIZATION_IDENTIFIER.name(),
                                        "userOrganizationIdentifier")
                                .flatMap(OrganisationNumber::tryParse),
                        claims.hsaId("userOrganizationHsaId"),
                        claims.text(Claim.ORGANIZATION_NAME.name(), "userOrganizationName"));
        return Optional.of(organisation)
                .filter(it -> it.number.isPresent() || it.hsaId.isPresent() || it.name.isPresent());
    }
}
