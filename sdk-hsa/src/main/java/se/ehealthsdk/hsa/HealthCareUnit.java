package se.ehealthsdk.hsa;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Which health care unit (vårdenhet, the unit that a care provider organises care and access to records
 * by) and which care provider (vårdgivare) a unit belongs to.
 *
 * <p>Source: {@code GetHealthCareUnit} 2.0 and {@code GetHealthCareUnitIncludingManager} 2.0 of {@code
 * infrastructure:directory:organization}.
 *
 * @param unitIsHealthCareUnit whether the unit that was asked about is itself the health care unit
 * @param member the unit that was asked about, when the answer names it by something that can be an
 *     HSA-id
 * @param unit the health care unit
 * @param provider the care provider that answers for it
 * @param managerHsaId the HSA-id of the health care unit's manager (verksamhetschef); only in the
 *     variant that includes the manager
 * @param managerFeigned whether the manager is a fictitious person
 */
public record HealthCareUnit(
        boolean unitIsHealthCareUnit,
        Optional<UnitSummary> member,
        UnitSummary unit,
        CareProvider provider,
        Optional<HsaId> managerHsaId,
        boolean managerFeigned) {

    /** What is answered about a unit that is itself the health care unit. */
    public static HealthCareUnit itself(UnitSummary unit, CareProvider provider) {
        return new HealthCareUnit(true, Optional.empty(), unit, provider, Optional.empty(), false);
    }

    /** What is answered about a member of a health care unit. */
    public static HealthCareUnit of(UnitSummary member, UnitSummary unit, CareProvider provider) {
        return new HealthCareUnit(
                false, Optional.of(member), unit, provider, Optional.empty(), false);
    }

    /** The same answer with the unit's manager. */
    public HealthCareUnit managedBy(HsaId manager) {
        return new HealthCareUnit(
                unitIsHealthCareUnit, member, unit, provider, Optional.of(manager), managerFeigned);
    }

    /** Whether member, health care unit and provider are all in use at that moment. */
    public boolean validAt(Instant when) {
        return member.map(it -> it.validAt(when)).orElse(true)
                && unit.validAt(when)
                && provider.validAt(when);
    }
}
