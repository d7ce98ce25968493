package se.ehealthsdk.audit.access;

import java.time.Instant;

/**
 * A consent or patient relation that has been cancelled or deleted.
 *
 * <p>Source: {@code CancelledAssertionType} of informationsecurity:authorization:consent 2.0, {@code
 * CancelledPatientRelationType} of ehr:patientrelationship 1.0.
 *
 * @param id the identity of the consent or relation
 * @param when when that was done
 */
public record Cancelled(String id, Instant when) {}
