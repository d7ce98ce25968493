package se.ehealthsdk.audit.contract;

/**
 * The response of CheckPatientRelation 1.0.
 *
 * @param result whether the check was made
 * @param hasPatientRelation whether there is a relation that holds
 */
public record CheckPatientRelationAnswer(AccessControlResult result, boolean hasPatientRelation) {}
