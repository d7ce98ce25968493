package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * A consent to be registered.
 *
 * <pre>{@code
 * ConsentRegistration.forUnitOf(user, patient, now).until(inAWeek);     // everybody at the unit
 * ConsentRegistration.forUnitOf(user, patient, now).onlyFor(user.employee());
 * }</pre>
 *
 * <p>Source: RegisterExtendedConsent of informationsecurity:authorization:consent 2.0.
 *
 * @param id its identity, a new UUID unless set; at most 36 characters. Kept when the call is repeated,
 *     so that the service can tell a repetition from another consent
 * @param type what it rests on
 * @param patient whose data
 * @param careProvider the care provider that is to see the data
 * @param careUnit the care unit that is
 * @param employee the only employee who is; empty for everybody at the unit
 * @param start from when; empty for the time of registration
 * @param end until when; empty until it is cancelled
 * @param representedBy who gives it for the patient
 * @param action who asked for the registration and who made it
 */
public record ConsentRegistration(
        String id,
        ConsentType type,
        PersonId patient,
        HsaId careProvider,
        HsaId careUnit,
        Optional<HsaId> employee,
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<PersonId> representedBy,
        Action action) {

    /**
     * The patient's consent for everybody at the user's care unit, from now on, registered by the user.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if the user acts without a care unit
     */
    public static ConsentRegistration forUnitOf(ActingUser user, PersonId patient, Instant now) {
        AccessingActor actor = AccessingActor.of(user);
        return new ConsentRegistration(
                UUID.randomUUID().toString(),
                ConsentType.CONSENT,
                patient,
                actor.careProvider(),
                actor.careUnit(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Action.by(user, now));
    }

    /** The same, for one employee only. */
    public ConsentRegistration onlyFor(HsaId one) {
        return new ConsentRegistration(
                id,
                type,
                patient,
                careProvider,
                careUnit,
                Optional.of(one),
                start,
                end,
                representedBy,
                action);
    }

    /** The same, from this time on. */
    public ConsentRegistration from(Instant time) {
        return new ConsentRegistration(
                id,
                type,
                patient,
                careProvider,
                careUnit,
                employee,
                Optional.of(time),
                end,
                representedBy,
                action);
    }

    /** The same, until this time. */
    public ConsentRegistration until(Instant time) {
        return new ConsentRegistration(
                id,
                type,
                patient,
                careProvider,
                careUnit,
                employee,
                start,
                Optional.of(time),
                representedBy,
                action);
    }

    /** The same, given by someone who represents the patient. */
    public ConsentRegistration givenBy(PersonId representative) {
        return new ConsentRegistration(
                id,
                type,
                patient,
                careProvider,
                careUnit,
                employee,
                start,
                end,
                Optional.of(representative),
                action);
    }

    /** The same, for an emergency in which the patient's consent cannot be asked for. */
    public ConsentRegistration inEmergency() {
        return new ConsentRegistration(
                id,
                ConsentType.EMERGENCY,
                patient,
                careProvider,
                careUnit,
                employee,
                start,
                end,
                representedBy,
                action);
    }

    /** The same, with another action. */
    public ConsentRegistration action(Action other) {
        return new ConsentRegistration(
                id,
                type,
                patient,
                careProvider,
                careUnit,
                employee,
                start,
                end,
                representedBy,
                other);
    }
}
