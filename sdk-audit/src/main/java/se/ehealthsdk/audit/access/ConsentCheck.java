package se.ehealthsdk.audit.access;

import se.ehealthsdk.core.identifier.PersonId;

/** Tells whether the patient has consented. {@link Consents} asks the national service. */
@FunctionalInterface
public interface ConsentCheck {

    /**
     * Checks.
     *
     * @param actor who wants to see data
     * @param patient whose they are
     * @throws RuntimeException if the check could not be made
     */
    ConsentAnswer check(AccessingActor actor, PersonId patient);
}
