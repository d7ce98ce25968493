package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A registered patient relation: an employee takes part in the care of a patient, for a time.
 *
 * <p>Source: {@code PatientRelationType} of ehr:patientrelationship 1.0.
 *
 * @param id its identity, a UUID as text of at most 36 characters
 * @param patient the patient
 * @param careProvider the employee's care provider
 * @param careUnit the employee's care unit
 * @param employee the employee
 * @param start from when it holds
 * @param end until when
 * @param owner the system that registered it, for technical use
 */
public record PatientRelation(
        String id,
        UntypedPersonId patient,
        HsaId careProvider,
        HsaId careUnit,
        HsaId employee,
        Instant start,
        Instant end,
        Optional<String> owner) {}
