package se.ehealthsdk.audit.access;

import se.ehealthsdk.core.identifier.PersonId;

/**
 * Tells whether the actor takes part in the patient's care. {@link PatientRelations} asks the national
 * service; a system that knows its own bookings and admissions can tell by these.
 */
@FunctionalInterface
public interface RelationCheck {

    /**
     * Checks.
     *
     * @param actor who wants to see data
     * @param patient whose they are
     * @throws RuntimeException if the check could not be made
     */
    RelationAnswer check(AccessingActor actor, PersonId patient);
}
