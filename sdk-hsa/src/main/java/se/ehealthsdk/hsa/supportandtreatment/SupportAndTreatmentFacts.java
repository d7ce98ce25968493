package se.ehealthsdk.hsa.supportandtreatment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.directory.UnitDirectory;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.readiness.HsaAnswer;

/**
 * What is known of a unit that is to be activated in Stöd och behandling, and of those who are to work there. What HSA tells
 * comes from its contracts or from a directory read over LDAP; the rest is the caller's to say.
 *
 * <pre>{@code
 * SupportAndTreatmentFacts facts = SupportAndTreatmentFacts.fetch(hsa, unit)
 *         .with(StaffFacts.fetch(hsa, psychologist, StaffRole.PRACTITIONER).loggingInBy(LogInMethod.SITHS_CARD))
 *         .with(Precondition.PROVIDER_GRANTED, true);
 * }</pre>
 *
 * @param unit the unit's HSA-id
 * @param unitPost about the unit
 * @param careUnit which care unit (vårdenhet) and care provider (vårdgivare) the unit belongs to
 * @param staff those who are to work there
 * @param said what the caller says of what HSA does not tell
 * @param visibility which residents see what the unit offers; empty if that is not known
 * @param video whether the unit is to use video
 * @param logReviewPurposes the purposes of commissions that cover reviewing of logs; HSA's list of purposes is not public, so
 *     that without them a reviewer's commission is an open question
 */
public record SupportAndTreatmentFacts(
        HsaId unit,
        HsaAnswer<Unit> unitPost,
        HsaAnswer<HealthCareUnit> careUnit,
        List<StaffFacts> staff,
        Map<Precondition, Boolean> said,
        Optional<Visibility> visibility,
        boolean video,
        Set<CommissionPurpose> logReviewPurposes) {

    /** Which residents see a case type (ärendetyp) of the unit. Source: rule SOB-07. */
    public enum Visibility {

        /** All residents see it. */
        ALL,

        /** Those whom the unit lets see it. */
        LIMITED
    }

    /** Copies the collections. */
    public SupportAndTreatmentFacts {
        staff = List.copyOf(staff);
        said = Map.copyOf(said);
        logReviewPurposes = Set.copyOf(logReviewPurposes);
    }

    /** What was told of a unit, by contract or by a directory. */
    public static SupportAndTreatmentFacts of(Unit unit, HealthCareUnit careUnit) {
        return of(unit.hsaId(), new HsaAnswer.Told<>(unit), new HsaAnswer.Told<>(careUnit));
    }

    /** What came of asking about a unit. */
    public static SupportAndTreatmentFacts of(
            HsaId unit, HsaAnswer<Unit> unitPost, HsaAnswer<HealthCareUnit> careUnit) {
        return new SupportAndTreatmentFacts(
                unit, unitPost, careUnit, List.of(), Map.of(), Optional.empty(), false, Set.of());
    }

    /**
     * Asks HSA about the unit: two calls, each on its own, so that one that fails leaves the other standing.
     *
     * @param hsa a client that may call GetUnit and GetHealthCareUnit
     */
    public static SupportAndTreatmentFacts fetch(HsaClient hsa, HsaId unit) {
        return of(
                unit,
                HsaAnswer.asking(() -> hsa.unit(unit)),
                HsaAnswer.asking(() -> hsa.careUnitOf(unit)));
    }

    /** As {@link #fetch(HsaClient, HsaId)}, of a directory read over LDAP or a copy of one. */
    public static SupportAndTreatmentFacts fetch(UnitDirectory directory, HsaId unit) {
        return of(
                unit,
                HsaAnswer.asking(() -> directory.unit(unit).map(UnitEntry::unit)),
                HsaAnswer.asking(() -> directory.careUnitOf(unit)));
    }

    /** With one more person. */
    public SupportAndTreatmentFacts with(StaffFacts person) {
        List<StaffFacts> more = new ArrayList<>(staff);
        more.add(person);
        return new SupportAndTreatmentFacts(
                unit, unitPost, careUnit, more, said, visibility, video, logReviewPurposes);
    }

    /** With what HSA does not tell: that it is so, or that it is not. What is not said is not known. */
    public SupportAndTreatmentFacts with(Precondition precondition, boolean isSo) {
        Map<Precondition, Boolean> more = new EnumMap<>(Precondition.class);
        more.putAll(said);
        more.put(precondition, isSo);
        return new SupportAndTreatmentFacts(
                unit, unitPost, careUnit, staff, more, visibility, video, logReviewPurposes);
    }

    /** With which residents see what the unit offers. */
    public SupportAndTreatmentFacts with(Visibility residents) {
        return new SupportAndTreatmentFacts(
                unit,
                unitPost,
                careUnit,
                staff,
                said,
                Optional.of(residents),
                video,
                logReviewPurposes);
    }

    /** For a unit that is to use video. */
    public SupportAndTreatmentFacts withVideo() {
        return new SupportAndTreatmentFacts(
                unit, unitPost, careUnit, staff, said, visibility, true, logReviewPurposes);
    }

    /** With the purposes of commissions that cover reviewing of logs. */
    public SupportAndTreatmentFacts withLogReviewPurposes(CommissionPurpose... purposes) {
        return new SupportAndTreatmentFacts(
                unit, unitPost, careUnit, staff, said, visibility, video, Set.of(purposes));
    }

    /** The HSA-id, and how many people. */
    @Override
    public String toString() {
        return "SupportAndTreatmentFacts[" + unit + ", staff=" + staff.size() + "]";
    }
}
