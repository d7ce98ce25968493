package se.ehealthsdk.audit.contract;

import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.UntypedPersonId;

/**
 * The request of CheckPatientRelation 1.0.
 *
 * @param actor who wants to see data
 * @param patient whose data
 */
public record CheckPatientRelation(AccessingActor actor, UntypedPersonId patient) {}
