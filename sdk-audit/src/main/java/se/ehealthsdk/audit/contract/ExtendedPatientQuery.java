package se.ehealthsdk.audit.contract;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * The request of GetExtendedConsentsForPatient 2.0 and GetExtendedPatientRelationsForPatient 1.0.
 *
 * @param careProvider registered at which care provider
 * @param patient about whom
 * @param includeInvalid whether to tell of what is cancelled, deleted or past its end too
 * @param <P> the patient's identity, as the contract carries it
 */
public record ExtendedPatientQuery<P>(HsaId careProvider, P patient, boolean includeInvalid) {}
