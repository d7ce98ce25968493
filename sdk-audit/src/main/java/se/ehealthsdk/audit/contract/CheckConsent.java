package se.ehealthsdk.audit.contract;

import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The request of CheckConsent 2.0.
 *
 * @param actor who wants to see data
 * @param patient whose data
 */
public record CheckConsent(AccessingActor actor, PersonId patient) {}
