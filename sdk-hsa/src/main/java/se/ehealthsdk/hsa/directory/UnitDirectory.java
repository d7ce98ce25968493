package se.ehealthsdk.hsa.directory;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;

/**
 * What can be asked of a directory of units, whether it is read over LDAP, from a file, or from a copy. What the
 * service contracts answer too is answered with the same records.
 *
 * <p>Empty is what is not there, is hidden by a mark, or lacks what the contract requires; a failure is always an
 * {@link EHealthException}.
 *
 * <p>Source: {@code infrastructure:directory:organization} 5.0 for what the contracts answer too; HSA schema 5.x for the rest.
 */
public interface UnitDirectory {

    /** The entry with this HSA-id. */
    Optional<UnitEntry> unit(HsaId unit);

    /** The entry that stands there. */
    Optional<UnitEntry> at(DistinguishedName name);

    /** The entries that a search is about, in no certain order. */
    Entries<UnitEntry> units(UnitSearch search);

    /** The units one step below: those whose nearest unit or organisation upwards, of those that are told of, it is. */
    List<UnitEntry> children(HsaId unit);

    /** The unit and those above it, the organisation first and the unit last; empty if it is not there. */
    List<UnitEntry> path(HsaId unit);

    /** Which care unit (vårdenhet) and care provider a unit belongs to; as {@code GetHealthCareUnit}. */
    Optional<HealthCareUnit> careUnitOf(HsaId unit);

    /** The care provider (vårdgivare) that answers for a unit: its own, or that of the care unit it belongs to. */
    Optional<CareProvider> providerOf(HsaId unit);

    /** A care unit with the units that belong to it; as {@code GetHealthCareUnitMembers}. */
    Optional<HealthCareUnitMembers> careUnitMembers(HsaId careUnit);

    /** A care provider with its care units; as {@code GetHealthCareUnitList}. */
    Optional<HealthCareUnitList> careUnits(HsaId careProvider);

    /** A care provider; as {@code GetHealthCareProvider}. */
    Optional<CareProvider> careProvider(HsaId careProvider);

    /** The care providers with this organisation number: one for each of its HSA-ids. */
    List<CareProvider> careProviders(OrganisationNumber number);
}
