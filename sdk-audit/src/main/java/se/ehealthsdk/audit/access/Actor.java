package se.ehealthsdk.audit.access;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * Someone who asked for a registration or made it.
 *
 * <p>Source: {@code ActorType} of informationsecurity:authorization:consent 2.0 and
 * ehr:patientrelationship 1.0.
 *
 * @param employee the employee's HSA-id
 * @param assignment the HSA-id of the commission (medarbetaruppdrag) in use
 * @param assignmentName its name, at most 256 characters
 */
public record Actor(HsaId employee, Optional<HsaId> assignment, Optional<String> assignmentName) {

    /** The user, with the commission if there is one. */
    public static Actor of(ActingUser user) {
        return new Actor(
                user.employee(),
                user.commission().map(ActingUser.Commission::hsaId),
                user.commission().flatMap(ActingUser.Commission::name));
    }
}
