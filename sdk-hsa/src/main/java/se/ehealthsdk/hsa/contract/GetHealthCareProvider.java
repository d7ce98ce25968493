package se.ehealthsdk.hsa.contract;

import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;

/**
 * Asks for the care providers (vårdgivare) with an HSA-id or an organisation number. Several may have the
 * same organisation number.
 *
 * <p>Source: {@code GetHealthCareProvider} 1.0 of {@code infrastructure:directory:organization}.
 *
 * @param hsaId the provider's HSA-id; this or the organisation number, not both
 * @param organisationNumber the provider's organisation number; sent with a hyphen, as the directory has
 *     it
 * @param scope where in the directory to look
 */
public record GetHealthCareProvider(
        Optional<HsaId> hsaId, Optional<OrganisationNumber> organisationNumber, SearchScope scope) {

    /**
     * @throws InvalidInputException if there is not exactly one key; nothing was sent
     */
    public GetHealthCareProvider {
        if (hsaId.isPresent() == organisationNumber.isPresent()) {
            throw new InvalidInputException(
                    "hsaId, organisationNumber",
                    hsaId.isPresent() ? "both are given" : "neither is given",
                    "exactly one of them");
        }
    }

    /** By HSA-id, wherever in the directory it is. */
    public static GetHealthCareProvider of(HsaId hsaId) {
        return new GetHealthCareProvider(Optional.of(hsaId), Optional.empty(), SearchScope.ALL);
    }

    /** By organisation number, wherever in the directory they are. */
    public static GetHealthCareProvider of(OrganisationNumber number) {
        return new GetHealthCareProvider(Optional.empty(), Optional.of(number), SearchScope.ALL);
    }

    /** The same request, looking here in the directory. */
    public GetHealthCareProvider within(SearchScope wanted) {
        return new GetHealthCareProvider(hsaId, organisationNumber, wanted);
    }
}
