package se.ehealthsdk.testkit.hsa;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.UnitSummary;

/**
 * A unit in the directory: what HSA tells about it, where it lies, and whom it belongs to. Immutable.
 *
 * @param unit what GetUnit tells
 * @param details workplace codes, telephone numbers and address, as the other contracts tell them
 * @param distinguishedName where it lies in the directory (DN)
 * @param careProvider the care provider (vårdgivare) of a health care unit; its presence makes the unit a
 *     health care unit (vårdenhet)
 * @param careUnit the health care unit that this unit is a member of
 * @param manager the manager of a health care unit
 * @param archived whether it has been put in the archive
 */
public record DirectoryUnit(
        Unit unit,
        UnitDetails details,
        String distinguishedName,
        Optional<HsaId> careProvider,
        Optional<HsaId> careUnit,
        Optional<HsaId> manager,
        boolean archived) {

    private static final String WHERE = ",o=Region Påhitt,c=SE";

    /** A unit that belongs to nobody. */
    public static DirectoryUnit of(Unit unit) {
        return new DirectoryUnit(
                unit,
                new UnitDetails(
                        List.of(), unit.telephones().numbers(), unit.place().postalAddress()),
                "ou=" + unit.name() + WHERE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The same unit as a health care unit (vårdenhet) of a care provider. */
    public DirectoryUnit asCareUnitOf(HsaId provider) {
        return new DirectoryUnit(
                unit,
                details,
                distinguishedName,
                Optional.of(provider),
                Optional.empty(),
                manager,
                archived);
    }

    /** The same unit as a member of a health care unit. */
    public DirectoryUnit asMemberOf(HsaId healthCareUnit) {
        return new DirectoryUnit(
                unit,
                details,
                distinguishedName,
                Optional.empty(),
                Optional.of(healthCareUnit),
                manager,
                archived);
    }

    /** The same unit with a manager. */
    public DirectoryUnit managedBy(HsaId person) {
        return new DirectoryUnit(
                unit,
                details,
                distinguishedName,
                careProvider,
                careUnit,
                Optional.of(person),
                archived);
    }

    /** The same unit with other details. */
    public DirectoryUnit withDetails(UnitDetails other) {
        return new DirectoryUnit(
                unit, other, distinguishedName, careProvider, careUnit, manager, archived);
    }

    /** The same unit elsewhere in the directory. */
    public DirectoryUnit at(String dn) {
        return new DirectoryUnit(unit, details, dn, careProvider, careUnit, manager, archived);
    }

    /** The same unit in the archive. */
    public DirectoryUnit putInArchive() {
        return new DirectoryUnit(
                unit, details, distinguishedName, careProvider, careUnit, manager, true);
    }

    /** The unit's HSA-id. */
    public HsaId hsaId() {
        return unit.hsaId();
    }

    /** As other answers name it; archived units are told of only with the fictitious ones. */
    UnitSummary summary(boolean tellArchived) {
        return new UnitSummary(
                unit.hsaId(),
                unit.name(),
                Optional.of(unit.publicName()).filter(name -> !name.isBlank()),
                unit.validity(),
                unit.feigned(),
                archived && tellArchived);
    }

    /** HSA-id and name. */
    @Override
    public String toString() {
        return "DirectoryUnit[" + hsaId() + " " + unit.name() + "]";
    }
}
