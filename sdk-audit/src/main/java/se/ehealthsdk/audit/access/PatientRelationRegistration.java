package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * A patient relation to be registered.
 *
 * <p>Source: RegisterExtendedPatientRelation of ehr:patientrelationship 1.0.
 *
 * @param id its identity, a new UUID unless set; at most 36 characters
 * @param patient the patient
 * @param careProvider the employee's care provider
 * @param careUnit the employee's care unit
 * @param employee the employee who takes part in the patient's care
 * @param start from when; empty for the time of registration
 * @param end until when
 * @param action who asked for the registration and who made it
 */
public record PatientRelationRegistration(
        String id,
        UntypedPersonId patient,
        HsaId careProvider,
        HsaId careUnit,
        HsaId employee,
        Optional<Instant> start,
        Instant end,
        Action action) {

    /**
     * The user's own relation to a patient, from now until a time, registered by the user.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if the user acts without a care unit
     */
    public static PatientRelationRegistration of(
            ActingUser user, PersonId patient, Instant now, Instant until) {
        AccessingActor actor = AccessingActor.of(user);
        return new PatientRelationRegistration(
                UUID.randomUUID().toString(),
                UntypedPersonId.of(patient),
                actor.careProvider(),
                actor.careUnit(),
                actor.employee(),
                Optional.empty(),
                until,
                Action.by(user, now));
    }

    /** The same, for another employee at the unit. */
    public PatientRelationRegistration employee(HsaId other) {
        return new PatientRelationRegistration(
                id, patient, careProvider, careUnit, other, start, end, action);
    }

    /** The same, from this time on. */
    public PatientRelationRegistration from(Instant time) {
        return new PatientRelationRegistration(
                id, patient, careProvider, careUnit, employee, Optional.of(time), end, action);
    }

    /** The same, with another action. */
    public PatientRelationRegistration action(Action other) {
        return new PatientRelationRegistration(
                id, patient, careProvider, careUnit, employee, start, end, other);
    }
}
