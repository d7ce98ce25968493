package se.ehealthsdk.audit.contract;

import se.ehealthsdk.audit.access.Action;

/**
 * The request of CancelExtendedConsent and DeleteExtendedConsent 2.0, CancelExtendedPatientRelation and
 * DeleteExtendedPatientRelation 1.0.
 *
 * @param id the identity of the consent or relation
 * @param action who asked for it and who did it
 */
public record EndRegistration(String id, Action action) {}
