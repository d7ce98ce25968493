package se.ehealthsdk.hsa;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;

/**
 * A care provider (vårdgivare): the region, municipality, company or person that by law answers for the
 * care and for the records kept about it.
 *
 * <p>Source: {@code GetHealthCareProvider} 1.0, and the provider named in the other answers of {@code
 * infrastructure:directory:organization}.
 *
 * @param hsaId the provider's HSA-id; one organisation number may have several
 * @param name the provider's name; empty text if the answer left it out
 * @param publicName the name to show to patients, where the contract has one
 * @param orgNo the organisation number as the directory has it; empty text if the answer left it out. A
 *     sole trader's is a personal identity number.
 * @param validity from when and until when it is a care provider
 * @param feigned whether the provider is fictitious, made for tests or education
 * @param archived whether the provider has been put in the archive
 */
public record CareProvider(
        HsaId hsaId,
        String name,
        Optional<String> publicName,
        String orgNo,
        Validity validity,
        boolean feigned,
        boolean archived) {

    /** A real provider, without limits in time. */
    public static CareProvider of(HsaId hsaId, String name, OrganisationNumber number) {
        return new CareProvider(
                hsaId, name, Optional.of(name), number.hyphenated(), Validity.ALWAYS, false, false);
    }

    /** The organisation number; empty if {@link #orgNo()} is not written as one. */
    public Optional<OrganisationNumber> organisationNumber() {
        return OrganisationNumber.tryParse(orgNo);
    }

    /** Whether it is a care provider at that moment: not archived, started, and not ended. */
    public boolean validAt(Instant when) {
        return !archived && validity.at(when);
    }

    /** HSA-id and name; no organisation number, which may be a person's. */
    @Override
    public String toString() {
        return "CareProvider[" + hsaId + " " + name + "]";
    }
}
