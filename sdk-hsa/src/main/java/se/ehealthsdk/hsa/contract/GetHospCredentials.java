package se.ehealthsdk.hsa.contract;

import se.ehealthsdk.core.identifier.PersonId;

/**
 * The request of GetHospCredentialsForPerson 1.0.
 *
 * @param person whom to look for
 */
public record GetHospCredentials(PersonId person) {}
