package se.ehealthsdk.audit.access;

import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * Who wants to see data: the employee, at a unit of a care provider.
 *
 * <p>Source: {@code AccessingActorType} of informationsecurity:authorization:blocking 4.0, consent 2.0
 * and ehr:patientrelationship 1.0.
 *
 * @param employee the employee
 * @param careProvider the care provider (vårdgivare) that the employee works for
 * @param careUnit the care unit (vårdenhet) where the employee works
 */
public record AccessingActor(HsaId employee, HsaId careProvider, HsaId careUnit) {

    /**
     * The user, at the care unit of the commission in use.
     *
     * @throws InvalidInputException if the user acts without a care unit, which the contracts require
     */
    public static AccessingActor of(ActingUser user) {
        return new AccessingActor(
                user.employee(),
                user.careProvider().hsaId(),
                user.careUnit()
                        .map(ActingUser.CareUnit::hsaId)
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "careUnit",
                                                "is missing",
                                                "a user who acts at a care unit")));
    }
}
