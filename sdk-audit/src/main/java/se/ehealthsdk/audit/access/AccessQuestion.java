package se.ehealthsdk.audit.access;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * May this user see these data of this patient?
 *
 * <pre>{@code
 * AccessQuestion.of(user, patient, InformationEntity.at(careProvider, careUnit, documented));
 * AccessQuestion.of(user, patient, information).inEmergency();
 * }</pre>
 *
 * @param user who asks, in the commission in use
 * @param patient whose data
 * @param information which data, one piece or more; each is decided by itself
 * @param emergency whether the user declares an emergency
 */
public record AccessQuestion(
        ActingUser user,
        PersonId patient,
        List<InformationEntity> information,
        Emergency emergency) {

    /**
     * @throws InvalidInputException if there are no data, or some that end before they begin
     */
    public AccessQuestion {
        information = Checked.information(information);
    }

    /** Without an emergency. */
    public static AccessQuestion of(
            ActingUser user, PersonId patient, List<InformationEntity> information) {
        return new AccessQuestion(user, patient, information, Emergency.NONE);
    }

    /** Without an emergency. */
    public static AccessQuestion of(
            ActingUser user, PersonId patient, InformationEntity... information) {
        return of(user, patient, List.of(information));
    }

    /** The same, in an emergency that stands in the place of consent and patient relation. */
    public AccessQuestion inEmergency() {
        return new AccessQuestion(user, patient, information, Emergency.DECLARED);
    }

    /** The same, in an emergency in which blocks are to be opened too. The user must have said so. */
    public AccessQuestion inEmergencyOpeningBlocks() {
        return new AccessQuestion(user, patient, information, Emergency.DECLARED_OPENING_BLOCKS);
    }
}
