package se.ehealthsdk.hsa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Authorisation.Denied;
import se.ehealthsdk.hsa.Authorisation.Granted;
import se.ehealthsdk.hsa.Authorisation.Reason;

/** The question whether a person may act at a unit, and how its answer is found. */
record AuthorisationQuestion(HsaId unit, CommissionPurpose purpose, Instant at) {

    /**
     * @param person what HSA tells about the person, one for each post
     * @param careUnitOf asks HSA which care unit a unit belongs to; asked only when no commission is at
     *     the unit itself
     */
    Authorisation answer(
            List<Credentials> person, Function<HsaId, Optional<HealthCareUnit>> careUnitOf) {
        if (person.isEmpty()) {
            return new Denied(Reason.PERSON_NOT_FOUND);
        }
        List<Commission> all =
                person.stream().flatMap(post -> post.commissions().stream()).toList();
        if (all.isEmpty()) {
            return new Denied(Reason.NO_COMMISSION);
        }
        List<Commission> forPurpose =
                all.stream().filter(commission -> commission.purpose().equals(purpose)).toList();
        if (forPurpose.isEmpty()) {
            return new Denied(Reason.OTHER_PURPOSE);
        }
        List<Commission> atUnit = at(unit, forPurpose);
        return atUnit.isEmpty() ? atCareUnit(careUnitOf.apply(unit), forPurpose) : activeOf(atUnit);
    }

    private Authorisation atCareUnit(Optional<HealthCareUnit> found, List<Commission> forPurpose) {
        if (found.isEmpty()) {
            return new Denied(Reason.UNIT_WITHOUT_CARE_UNIT);
        }
        List<Commission> atCareUnit = at(found.get().unit().hsaId(), forPurpose);
        if (atCareUnit.isEmpty()) {
            return new Denied(Reason.OTHER_UNIT);
        }
        return found.get().validAt(at) ? activeOf(atCareUnit) : new Denied(Reason.UNIT_NOT_IN_USE);
    }

    private Authorisation activeOf(List<Commission> commissions) {
        List<Commission> active =
                commissions.stream().filter(commission -> commission.isActiveAt(at)).toList();
        if (!active.isEmpty()) {
            return new Granted(active);
        }
        boolean toCome = commissions.stream().anyMatch(commission -> commission.startsAfter(at));
        return new Denied(toCome ? Reason.NOT_YET_VALID : Reason.EXPIRED);
    }

    /** A commission directly under a care provider is at that provider, not at its units. */
    private static List<Commission> at(HsaId place, List<Commission> commissions) {
        return commissions.stream()
                .filter(
                        commission ->
                                commission
                                        .careUnit()
                                        .map(UnitSummary::hsaId)
                                        .orElse(commission.careProvider().hsaId())
                                        .equals(place))
                .toList();
    }
}
