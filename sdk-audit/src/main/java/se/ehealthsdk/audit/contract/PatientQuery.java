package se.ehealthsdk.audit.contract;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * The request of GetConsentsForPatient 2.0 and GetPatientRelationsForPatient 1.0.
 *
 * @param careProvider registered at which care provider
 * @param patient about whom
 * @param <P> the patient's identity, as the contract carries it
 */
public record PatientQuery<P>(HsaId careProvider, P patient) {}
